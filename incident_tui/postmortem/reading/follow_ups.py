"""An action item is read with what is said of it: whose it is, by when, whether done, its kind."""

import re
from datetime import date
from typing import Final

import msgspec
from msgspec.structs import replace

from incident_tui.domain.incident import ActionKind
from incident_tui.postmortem.reading.dates import days_in
from incident_tui.postmortem.reading.inline import plain, told


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


_NAME: Final = r"[A-Z][a-zà-ÿ'’-]+(?:\s[A-Z][a-zà-ÿ'’.-]*)?"
_INITIALS: Final = r"[A-Z]{2,3}"
_PEOPLE: Final = rf"@[\w.-]+|{_INITIALS}|{_NAME}"
_SEVERAL: Final = rf"(?:{_PEOPLE})(?:\s*(?:/|,|&|\+|and)\s*(?:{_PEOPLE})){{0,4}}"
_OWNER_SAID: Final = re.compile(
    r"[\s,;.(\[–—-]*\b(?:(?:owners?|assignee|responsible|dri|lead|who)\s*[:=]|assigned to)\s*"
    r"(?P<who>@?(?:[\w@'’/ -]|\.(?=\S)){2,40}?)\s*[)\].]?\s*$"
    r"|\s*[(\[](?:owner|assignee|assigned to|responsible|dri)\s*[:=]?\s*"
    r"(?P<who2>[^()\[\],;]{2,40}?)(?:[,;][^()\[\]]*)?[)\]]",
    re.IGNORECASE,
)
_OWNER_FIELD: Final = re.compile(
    r"(?:^|[\s(\[])(?:owners?|assignees?|responsible|dri|assigned to)\s*[:=]\s*"
    r"(?P<who>@?\w(?:[^.;,()\[\]\n|]|\.(?=\S)){1,40})",
    re.IGNORECASE,
)
_HANDLE_LAST: Final = re.compile(r"[\s,;(\[–—-]+(?P<who>@[A-Za-z][\w.-]*)\s*[)\].]?\s*$")
_HANDLE_FIRST: Final = re.compile(r"\W*(?P<who>@[A-Za-z][\w.-]*)\s*(?:[:–—-]|to\b|will\b)?\s*")
_NAMED_LAST: Final = re.compile(
    rf"\s*[(\[](?P<who>{_INITIALS}|{_NAME}|@[A-Za-z][\w.-]*)"
    r"(?:\s*[,;]\s*(?:(?i:due|by|before|until|eta|deadline|target)\b|\d{4}-)[^()\[\]]{0,40})?"
    r"[)\]]\s*$"
)
_BOLD_FIRST: Final = re.compile(rf"\*\*(?P<who>{_SEVERAL})\s*:?\*\*\s*[:–—-]?\s*(?=\S)")
_BRACKET_FIRST: Final = re.compile(
    rf"\[(?P<who>{_INITIALS}|@[\w.-]+|{_NAME})\](?!\()\s*[:–—-]?\s*(?=\S)"
)
_LABELLED: Final = re.compile(r"\*\*([^*]{2,60}?)\s*:?\*\*\s*[:–—-]?\s*\S")
_GROUP: Final = re.compile(_SEVERAL)
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
    r"done|complete|closed|fixed|resolved|merged|shipped|finished|✅|✔|☑|^x$|^yes$", re.IGNORECASE
)
_UNDONE: Final = re.compile(
    r"open|to ?do|progress|not |planned|pending|backlog|new|declin|won|ongoing|wip|started|blocked"
    r"|^no$",
    re.IGNORECASE,
)
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
_NOT_PEOPLE: Final = frozenset(
    (
        *("process", "documentation", "docs", "technical", "monitoring", "alerting", "immediate"),
        *("short", "long"),
        *("term", "misc", "other", "prevent", "prevention", "mitigate", "mitigation", "detect"),
        *("detection", "next"),
        *("completed", "complete", "done", "open", "now", "later", "soon", "todo", "tooling"),
        *("testing", "tests"),
        *("communication", "communications", "infrastructure", "backend", "frontend", "security"),
        *("policy", "training"),
        *("engineering", "operations", "ops", "support", "product", "database", "network"),
        *("kubernetes", "add", "fix"),
        *("note", "notes", "update", "improve", "investigate", "create", "remove", "ensure"),
        *("review", "automation"),
        *("observability", "resilience", "reliability", "capacity", "deployment", "response"),
        *("follow", "actions"),
        *("high", "medium", "low", "priority", "critical", "p0", "p1", "p2", "p3", "api", "ci"),
        *("cd", "ui", "db", "dns"),
        *("aws", "gcp", "slo", "sla", "tls", "ssl", "cpu", "ram", "sql", "cdn", "faq", "all"),
        *("and", "the", "we"),
        *("urgent", "blocked", "planned", "ongoing", "services", "service", "code", "clean"),
        *("people", "culture"),
        *("recovery", "backup", "backups", "logging", "performance", "quick", "wins", "learning"),
        *("runbook", "runbooks"),
        *("wip", "wontdo", "tbd", "tbc", "asap", "etc", "pr", "prs", "sre", "qa", "issue"),
        *("issues", "link", "optional"),
        *("what", "why", "how", "who", "when", "where", "owner", "effort", "status", "impact"),
        *("due", "goal", "problem", "solution", "risk", "outcome", "result", "reason", "ticket"),
        *("rfc", "adr", "sop", "poc", "mvp", "doc", "ssh", "vpn", "sso", "mfa", "sdk", "cli"),
        *("context", "background", "details", "description", "rationale", "example", "scope"),
    )
)  # fmt: skip


def is_people(words: str, *, heading: bool = False) -> bool:
    """Whether a label, or a `heading`, names who does what stands under it.

    One word in capitals and small letters is a name in a label; under a heading it is a topic.
    """
    said = words.strip(" :*")
    parts = re.findall(r"[\w]+", said.lower())
    if not _GROUP.fullmatch(said) or len(parts) > 8:
        return False
    short = said.startswith("@") or bool(re.fullmatch(_INITIALS, said)) or "/" in said
    return (short or not heading) and not any(part in _NOT_PEOPLE for part in parts)


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


def names_people(texts: list[str]) -> bool:
    """Whether the labels in bold that items of one list begin with are people: all, or none are."""
    labels = [found[1] for text in texts if (found := _LABELLED.match(text))]
    return all(is_people(label) for label in labels)


def completed(item: FollowUp, near: date | None, *, day_first: bool) -> FollowUp:
    """The item with what the lines below its first say of it."""
    owner, due = item.owner, item.due
    if not owner and (found := _OWNER_FIELD.search(item.text[:4000])):
        owner = found["who"].strip(" *_-–—").removeprefix("@")
    if due is None and (said := _DUE.search(item.text[:4000])):
        due = due_of(said["when"], near, day_first=day_first)
    return item if (owner, due) == (item.owner, item.due) else replace(item, owner=owner, due=due)


def follow_up(
    line: int, markdown: str, near: date | None, *, day_first: bool, people: bool = True
) -> FollowUp:
    """What one item says of itself; not `people` where a label in bold in front is a topic."""
    owner, rest = _owner_first(markdown.strip(), people=people)
    text = told(rest)
    done = True if _DONE.search(text) else False if _OPEN.search(text) else None
    kind = None
    if found := _KIND_LAST.search(text):
        kind, text = kind_of(found["kind"]), text[: found.start()]
    due = None
    if said := _DUE.search(text):
        due = due_of(said["when"], near, day_first=day_first)
    if due is None and (bare := _BARE_DATE.search(text)):
        due = due_of(bare["when"] or bare["last"], near, day_first=day_first)
    owner = owner or _owner_last(text)
    return FollowUp(line, text.strip(), owner, due, done, kind, ticket_of(markdown))


def _owner_first(markdown: str, *, people: bool) -> tuple[str, str]:
    patterns = (_BOLD_FIRST, _BRACKET_FIRST, _HANDLE_FIRST)
    for pattern in patterns if people else patterns[1:]:
        found = pattern.match(markdown)
        if found and (found["who"].startswith("@") or is_people(found["who"])):
            return found["who"].removeprefix("@").strip(), markdown[found.end() :]
    return "", markdown


def _owner_last(text: str) -> str:
    tail = text[-300:]
    for pattern in (_OWNER_SAID, _HANDLE_LAST):
        if found := pattern.search(tail):
            who = next(said for said in found.groups() if said)
            return who.strip().removeprefix("@")
    found = _NAMED_LAST.search(tail)
    return found["who"].removeprefix("@") if found and is_people(found["who"]) else ""
