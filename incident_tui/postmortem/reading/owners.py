"""Whose an action item is, wherever it says so: in front of it, at its end or among its fields."""

import re
from typing import Final

from incident_tui.postmortem.english.names import is_given_name

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
    r"(?P<who>@?\w(?:(?!\s(?:due|status|priority|eta|deadline|ticket|type|effort)\b)"
    r"[^.:;,()\[\]\n|]|\.(?=\S)){1,40})",
    re.IGNORECASE,
)
_HANDLE_LAST: Final = re.compile(r"[\s,;(\[–—-]+(?P<who>@[A-Za-z][\w.-]*)\s*[)\].]?\s*$")
_HANDLE_AMONG: Final = re.compile(
    r"\s(?:[–—|-]|->|→)\s(?P<who>@[A-Za-z][\w.-]*)(?=\s*(?:[–—|-]\s|$))"
)
_DUE_WITH: Final = re.compile(
    r"[(\[](?P<who>[a-z][\w.-]{1,30})\s*[,;]\s*(?:due|by|eta)\b[^()\[\]]{0,40}[)\]]\s*$"
)
_ARROW_LAST: Final = re.compile(rf"\s(?:→|->|=>)\s*(?P<who>{_SEVERAL})\s*$")
_HANDLE_FIRST: Final = re.compile(
    r"\W*(?P<who>@[A-Za-z][\w.-]*)[)\]]?\s*(?:[:–—-]|to\b|will\b)?\s*"
)
_NAMED_LAST: Final = re.compile(
    rf"\s*[(\[](?P<who>{_SEVERAL})"
    r"(?:\s*[,;]\s*(?:(?i:due|by|before|until|eta|deadline|target)\b|\d{4}-)[^()\[\]]{0,40})?"
    r"[)\]]\s*$"
)
_BOLD_FIRST: Final = re.compile(
    rf"(?P<mark>\*\*?|__?)\[?(?P<who>{_SEVERAL})\]?\s*:?(?P=mark)\s*[:–—-]?\s*(?=\S)"
)
_BRACKET_FIRST: Final = re.compile(
    rf"[\[(](?P<who>{_INITIALS}|@[\w.-]+|{_NAME})[\])](?!\()\s*[:–—-]?\s*(?=\S)"
)
_FOREIGN: Final = re.compile(
    r"(?P<who>(?=\w*[^\W\da-zA-Z_])[^\W\d_a-z][^\W\d_]+(?: [A-Z][\w'’.-]*)?) (?:will|to) [a-z]"
)
"""A name with an accent needs no list: no other English word in front of `to` has one."""
_SUBJECT: Final = re.compile(
    rf"(?P<who>{_NAME}|{_NAME}(?:,| and| &) {_NAME}) (?:will|shall|should|to|is to|needs to|has to"
    r"|is going to) [a-z]"
)
_LED_BY: Final = re.compile(rf"(?P<who>{_NAME})\s?(?::|\s[–—-])\s(?=\S)")
_LAST: Final = re.compile(rf"(?:\s[–—-]\s?|[.,;]\s)(?P<who>{_NAME})\s*\.?$")
_LABELLED: Final = re.compile(r"\*\*([^*]{2,60}?)\s*:?\*\*\s*[:–—-]?\s*\S")
_GROUP: Final = re.compile(_SEVERAL)
_MOST_PARTS: Final = 8
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
        *("action", "task", "item", "title", "type", "category", "severity", "verification"),
        *("context", "background", "details", "description", "rationale", "example", "scope"),
    )
)  # fmt: skip


def is_people(words: str, *, heading: bool = False) -> bool:
    """Whether a label, or a `heading`, names who does what stands under it.

    A word with a capital is a name where people are called so; under a heading it is a topic.
    """
    said = words.strip(" :*[]")
    short = said.startswith("@") or bool(re.fullmatch(_INITIALS, said)) or "/" in said
    return (short or (not heading and _is_given(said))) and _may_be_people(said)


def _may_be_people(said: str) -> bool:
    parts = re.findall(r"[\w]+", said.lower())
    return (
        bool(_GROUP.fullmatch(said))
        and len(parts) <= _MOST_PARTS
        and not any(part in _NOT_PEOPLE for part in parts)
    )


def names_people(texts: list[str]) -> bool:
    """Whether the labels in bold that items of one list begin with are people: all, or none are."""
    labels = [found[1] for text in texts if (found := _LABELLED.match(text))]
    return all(is_people(label) for label in labels)


def owner_field(text: str) -> str:
    """Who stands behind a label anywhere in an item: `Owner: jo`."""
    found = _OWNER_FIELD.search(text)
    return found["who"].strip(" *_-–—").removeprefix("@") if found else ""


def owner_first(markdown: str, *, people: bool) -> tuple[str, str]:
    """Who stands in front of an item, and the rest; not `people` where bold labels are topics."""
    patterns = (_BOLD_FIRST, _BRACKET_FIRST, _HANDLE_FIRST)
    for pattern in patterns if people else patterns[1:]:
        found = pattern.match(markdown)
        if found and (found["who"].startswith("@") or is_people(found["who"])):
            return found["who"].removeprefix("@").strip(), markdown[found.end() :]
    if (led := _LED_BY.match(markdown)) and _is_given(led["who"]):
        return led["who"], markdown
    if (subject := _SUBJECT.match(markdown)) and _is_given(subject["who"]):
        return subject["who"], markdown
    if foreign := _FOREIGN.match(markdown):
        return foreign["who"], markdown
    return "", markdown


def _is_given(who: str) -> bool:
    """Whether it is the name of a person for sure; products have capitals too."""
    return is_given_name(who.partition(" ")[0].lower())


def owner_last(text: str) -> str:
    """Who stands at the end of an item, or between dashes behind it."""
    tail = text[-300:]
    for pattern in (_OWNER_SAID, _HANDLE_LAST, _HANDLE_AMONG, _DUE_WITH):
        if found := pattern.search(tail):
            who = next(said for said in found.groups() if said)
            return who.strip().removeprefix("@")
    if (last := _LAST.search(tail)) and _is_given(last["who"]):
        return last["who"]
    found = _NAMED_LAST.search(tail) or _ARROW_LAST.search(tail)
    return found["who"].removeprefix("@") if found and _may_be_people(found["who"]) else ""
