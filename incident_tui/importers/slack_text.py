"""The text of a Slack message is what people saw: names for ids, links as they were shown."""

import re
from collections.abc import Callable, Iterator, Mapping
from html import unescape
from typing import Any, Final

from incident_tui.importers.json_input import listed, mapping, objects, text

_TAG: Final = re.compile(r"<([^<>\n]+)>")
_DEEPEST: Final = 20
_NAMING: Final = {"user": ("@", "user_id"), "channel": ("#", "channel_id")}


class SlackText:
    """Reads texts with the names of one workspace: user and channel names by id."""

    def __init__(self, people: Mapping[str, str], channels: Mapping[str, str]) -> None:
        self._people = people
        self._channels = channels

    def of(self, message: dict[str, Any]) -> str:
        """All that the message shows: its text, or its blocks where they say more, and the rest."""
        said = self.plain(text(message, "text"))
        # What a person typed is whole in the text; a bot may put all that it says into blocks.
        if "blocks" in message and (not said.strip() or "bot_id" in message):
            shown = self._blocks(message["blocks"], 0).strip()
            said = shown if _says_more(shown, said) else said
        parts = [said]
        if message.get("attachments"):
            parts += [self._attachment(each) for each in objects(message, "attachments")]
        if "files" in message or "file" in message:
            files = [*objects(message, "files"), mapping(message, "file")]
            parts += [_file(file) for file in files if not _is_told(file, said)]
        return "\n".join(part for part in parts if part.strip())

    def plain(self, raw: str) -> str:
        """The text with its tags read; only then is it unescaped."""
        if "<" in raw:
            raw = _TAG.sub(self._tag, raw)
        return unescape(raw) if "&" in raw else raw

    def _tag(self, found: re.Match[str]) -> str:
        target, _, label = found[1].partition("|")
        match target[:1]:
            case "@":
                return f"@{self._people.get(target[1:]) or label or target[1:]}"
            case "#":
                return f"#{label or self._channels.get(target[1:], target[1:])}"
            case "!":
                name = target[1:].split("^")[0]
                shown = label or ("@usergroup" if name == "subteam" else f"@{name}")
                return shown if name in {"date", "subteam"} or shown[:1] == "@" else f"@{name}"
        if target.startswith("mailto:"):
            return label or target.removeprefix("mailto:")
        if not label or label == target or target.endswith(f"//{label}"):
            return target
        return f"{label} ({target})"

    def _attachment(self, attachment: dict[str, Any]) -> str:
        """What a bot attached; the preview of a link says nothing that was said."""
        if attachment.get("from_url") or attachment.get("is_msg_unfurl"):
            return ""
        parts = [text(attachment, "pretext"), text(attachment, "title"), text(attachment, "text")]
        parts += [f"{text(f, 'title')}: {text(f, 'value')}" for f in objects(attachment, "fields")]
        if not any(part.strip(": ") for part in parts):
            blocks = self._blocks(listed(attachment, "blocks"), 0).strip()
            return blocks or self.plain(text(attachment, "fallback"))
        return self.plain("\n".join(part for part in parts if part.strip(": ")))

    def _blocks(self, blocks: Any, depth: int) -> str:
        if not isinstance(blocks, list) or depth > _DEEPEST:
            return ""
        return "".join(self._block(each, depth) for each in blocks if isinstance(each, dict))

    def _block(self, block: dict[str, Any], depth: int) -> str:
        kind = text(block, "type")
        if kind == "mrkdwn":
            return self.plain(text(block, "text"))
        if kind == "rich_text_list":
            items = (self._blocks([item], depth + 1) for item in objects(block, "elements"))
            return "".join(f"- {item.strip()}\n" for item in items)
        if kind in _NAMING:
            sign, key = _NAMING[kind]
            id_ = text(block, key)
            return f"{sign}{self._people.get(id_) or self._channels.get(id_) or id_}"
        if kind in _LEAVES:
            return _LEAVES[kind](block)
        return "".join(self._inside(block, depth))

    def _inside(self, block: dict[str, Any], depth: int) -> Iterator[str]:
        """What stands in a block that is only a frame."""
        for name in ("text", "fields", "elements"):
            inner = block.get(name)
            inner = [inner] if isinstance(inner, dict) else inner
            if (said := self._blocks(inner, depth + 1)) and said.strip():
                yield said.removesuffix("\n") + "\n"


def _says_more(shown: str, said: str) -> bool:
    """Whether the blocks hold what the text leaves out, and do not only write it differently."""
    return (bool(shown) and not said.strip()) or len(shown) > len(said) * 1.5 + 40


def _link(block: dict[str, Any]) -> str:
    shown, url = text(block, "text"), text(block, "url")
    return f"{shown} ({url})" if shown and shown != url else url


_LEAVES: Final[dict[Any, Callable[[dict[str, Any]], str]]] = {
    "text": lambda block: text(block, "text"),
    "plain_text": lambda block: text(block, "text"),
    "link": _link,
    "usergroup": lambda _: "@usergroup",
    "broadcast": lambda block: f"@{text(block, 'range')}",
    "emoji": lambda block: f":{text(block, 'name')}:",
}


def _is_told(file: dict[str, Any], said: str) -> bool:
    """Whether the text speaks of the file already, as older exports do."""
    link = text(file, "permalink") or text(file, "url_private")
    return bool(link) and link in said


def _file(file: dict[str, Any]) -> str:
    name = text(file, "title") or text(file, "name")
    link = text(file, "permalink") or text(file, "url_private")
    return f"[file] {name} {link}".strip() if name or link else ""
