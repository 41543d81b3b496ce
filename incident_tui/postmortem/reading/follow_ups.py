"""An action item is read with what is said of it: whose it is, by when, whether done, its kind."""

import re
from datetime import date
from typing import Final

import msgspec
from msgspec.structs import replace

from incident_tui.domain.incident import ActionKind
from incident_tui.postmortem.reading.dates import days_in
from incident_tui.postmortem.reading.inline import plain, told
from incident_tui.postmortem.reading.owners import owner_field, owner_first, owner_last


class FollowUp(msgspec.Struct, frozen=True):
    """A follow-up that was written down; `ticket` is where it is tracked.

    `done` is None where nothing says so.
    """

    line: int
    text: str
    owner: str = ""
    due: date | None = None
    done: bool | None = None
    kind: ActionKind | None = None
    ticket: str = ""


_DUE: Final = re.compile(
    r"\b(?:due(?: date| by| on)?|by|before|until|eta|deadline|target(?: "
    r"date)?)\s*[:=]?\s*(?P<when>[^()\[\];]{4,40})",
    re.IGNORECASE,
)
_BARE_DATE: Final = re.compile(
    r"[(\[](?:[^()\[\]]{1,40}[,;]\s*)?(?P<when>\d{4}-\d\d-\d\d)[)\]]"
    r"|\s[–—-]\s(?P<last>\d{4}-\d\d-\d\d)\s*$"
)
_DONE: Final = re.compile(
    r"[✅✔☑✓]|:(?:white_check_mark|heavy_check_mark|ballot_box_with_check):"
    r"|(?:^|[\s(\[–—-])\*{0,2}(?:DONE|Done|COMPLETED?|FIXED|SHIPPED)\*{0,2}(?=[)\]:.!,]|\s*$)"
    r"|[(\[](?:done|completed?|fixed|merged|shipped|deployed|finished)\b[^()\[\]]{0,40}[)\]]"
    r"|[–—-]\s*(?:done|completed)\s*\.?\s*$"
)
_OPEN: Final = re.compile(
    r"[(\[–—-]\s*(?:in progress|to ?do|open|not started|ongoing|wip|planned|pending|wont "
    r"?do|won['’]t do)\s*[)\]]?"
    r"|(?:^|\s)(?:TODO|WONTDO|WIP)\b|🚧|⏳|❌|⬜|🔄",
    re.IGNORECASE,
)
_CLOSED: Final = re.compile(
    r"done|complete|closed|fixed|resolved|merged|shipped|finished|✅|✔|☑|✓|check_mark|^x$|^yes$"
    r"|utført|ferdig|färdig|erledigt|afgerond|\bhecho\b|conclu[ií]d[ao]|termin(?:é|ad[ao])",
    re.IGNORECASE,
)
_UNDONE: Final = re.compile(
    r"open|to ?do|progress|not |planned|pending|backlog|new|declin|won|ongoing|wip|started|blocked"
    r"|^no$|⏳|🚧|🔄|⬜|❌",
    re.IGNORECASE,
)
_BOX: Final = re.compile(r"\[(?P<tick>[ xX✓✔]?)\]")
_STRUCK: Final = re.compile(r"\W{0,3}~~[^~]+~~\W*")
_STATUS: Final = re.compile(r"\n- (?:status|state)\s*:\s*([^\n]{1,30})", re.IGNORECASE)
_KIND_LAST: Final = re.compile(
    r"\s*[(\[](?P<kind>mitigative|preventative|preventive|mitigation|prevention|prevent"
    r"|mitigate|detect(?:ion)?|process)[)\]]\s*$",
    re.IGNORECASE,
)
_TICKET: Final = re.compile(
    r"(?P<page>https?://[^\s()<>\[\]]*(?:/issues?/|/pull/|/browse/|/merge_requests/"
    r"|/tickets?/|linear\.app/|/stories/)[^\s()<>\[\]]*)"
    r"|(?<![\w/])(?P<key>[A-Z][A-Z0-9]{1,9}-\d{1,6})(?![\w-])|(?<![\w&/])(?P<number>#\d{1,6})\b"
)
_NO_KEYS: Final = re.compile(r"(?:UTF|SHA|SEV|ISO|RFC|CVE|INC|AES|TLS|HTTP|IPV|COVID)-")


def kind_of(words: str) -> ActionKind | None:
    """What a heading or a column says of the kind."""
    said = words.lower()
    if "prevent" in said or "proactive" in said:
        return ActionKind.PREVENTATIVE
    if re.search(r"mitigat|detect|reactive|recover|monitoring|alerting", said):
        return ActionKind.MITIGATIVE
    return None


def done_of(status: str) -> bool | None:
    """What a status column says."""
    said = plain(status)
    if box := _BOX.fullmatch(said):
        return bool(box["tick"].strip())
    if _UNDONE.search(said):
        return False
    return True if _CLOSED.search(said) else None


def due_of(words: str, near: date | None, *, day_first: bool) -> date | None:
    """The first day in a text."""
    return next(
        (day for said in days_in(words[:200]) if (day := said.on(near, day_first=day_first))), None
    )


def ticket_of(text: str) -> str:
    """Where it is tracked: an address, a key or a number."""
    for found in _TICKET.finditer(text[:4000]):
        if not (found["key"] and _NO_KEYS.match(found["key"])):
            return found[0]
    return ""


def completed(item: FollowUp, near: date | None, *, day_first: bool) -> FollowUp:
    """The item with what the lines below its first say of it."""
    text = item.text[:4000]
    owner, due, done = item.owner or owner_field(text), item.due, item.done
    if due is None and (said := _DUE.search(text)):
        due = due_of(said["when"], near, day_first=day_first)
    if done is None and (status := _STATUS.search(text)):
        done = done_of(status[1])
    if (owner, due, done) == (item.owner, item.due, item.done):
        return item
    return replace(item, owner=owner, due=due, done=done)


def follow_up(
    line: int, markdown: str, near: date | None, *, day_first: bool, people: bool = True
) -> FollowUp:
    """What one item says of itself; not `people` where a label in bold in front is a topic."""
    owner, rest = owner_first(markdown.strip(), people=people)
    text = told(rest)
    done = (
        True
        if _DONE.search(text) or _STRUCK.fullmatch(markdown)
        else False
        if _OPEN.search(text)
        else None
    )
    kind = None
    if found := _KIND_LAST.search(text):
        kind, text = kind_of(found["kind"]), text[: found.start()]
    due = None
    if said := _DUE.search(text):
        due = due_of(said["when"], near, day_first=day_first)
    if due is None and (bare := _BARE_DATE.search(text)):
        due = due_of(bare["when"] or bare["last"], near, day_first=day_first)
    owner = owner or owner_last(text)
    return FollowUp(line, text.strip(), owner, due, done, kind, ticket_of(markdown))
