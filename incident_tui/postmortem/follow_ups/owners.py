"""An owner is one person; a team, a role and `everybody` are told apart from nobody at all."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from incident_tui.postmortem.english.grammar import DETERMINERS
from incident_tui.postmortem.english.lists import words
from incident_tui.postmortem.english.names import is_given_name
from incident_tui.postmortem.english.nouns import NOWHERE, Who, noun
from incident_tui.postmortem.english.systems import ACRONYMS, PRODUCTS
from incident_tui.postmortem.english.tokens import tokens
from incident_tui.postmortem.follow_ups.verbs import is_act, is_order


class Owner(NamedTuple):
    """Who was named, and where."""

    individual: bool
    start: int
    end: int


_NAME: Final = r"@?[^\W\d_][\w'’.-]*(?: [^\W\d_][\w'’.-]*){0,3}"
_LABELLED: Final = re.compile(
    r"\b(?:owners?|assignee|assigned to|responsible|dri|lead|owned by|who)\b\**\s*[:=]\s*\**\s*"
    rf"(?P<who>{_NAME}(?: ?[/&] ?{_NAME})?)"
    rf"|\b(?:owner|assignee|assigned to|owned by|dri)\s+(?:is\s+)?(?P<named>{_NAME})",
    re.IGNORECASE,
)
_HANDLE: Final = re.compile(r"(?<![\w.])@(?P<who>\w[\w.-]*)")
_BOLD: Final = re.compile(rf"\s*(?:\*\*|__)(?P<who>{_NAME}):?(?:\*\*|__)")
_COLON: Final = re.compile(
    rf"\s*(?P<who>{_NAME}(?: ?[/&] ?{_NAME})?) ?[:–—]\s|\s*(?P<dash>{_NAME}) - "
)
_WILL: Final = re.compile(rf"\s*(?P<who>{_NAME}) (?:to|will|is going to) (?P<act>[a-z-]+)")
_DOES: Final = tuple(
    re.compile(
        rf"\s*(?:by [^,]{{0,24}}?\d{{4}},? )?(?P<who>{name}) (?P<act>[a-z-]+)\b", re.IGNORECASE
    )
    for name in (r"[^\W\d_][\w'’.-]*", r"[^\W\d_][\w'’.-]* [^\W\d_][\w'’.-]*")
)
"""`Ben adds an alert`: whom a sentence has as its subject."""
_ASIDE: Final = re.compile(r"[(\[](?P<said>[^()\[\]]{1,80})[)\]]")
_LAST: Final = re.compile(rf"(?:\s[–—-]|[.;,]|\|)\s*(?P<who>{_NAME})[\s|.]*$")
_BY: Final = re.compile(r"\b(?:by|with) (?P<who>[A-ZÀ-Þ][\w'’-]+)[\s.,;)]*")
_BETWEEN: Final = re.compile(
    rf"(?:\s(?:[–—-]|→|->)|,)\s*(?P<who>{_NAME})\s*(?=[–—]|\s-|,\s*(?:due|\d)|$)"
)
_ACCOUNT: Final = re.compile(r"[a-z][a-z0-9_.-]{1,20}")
_CELL: Final = re.compile(r"(?:^|\|)\s*(?P<who>[^|]{1,40}?)\s*(?=\||$)")
_DATED: Final = re.compile(r"\d{4}|\bdue\b|\bowner\b", re.IGNORECASE)
_WORDS: Final = re.compile(r"[^\W\d_]{4,}")
_NOBODY: Final = re.compile(r"tbd|tba|n/?a|none|nobody|unassigned|unowned|open|\W*", re.IGNORECASE)
_LABELS: Final = words(
    """
    action actions todo to-do ticket tickets issue issues fix prevent prevention preventative
    preventive mitigate mitigation mitigative mitigating process processes documentation docs
    detection detect monitoring alerting testing tests high medium low critical priority p0 p1 p2 p3
    p4 note notes done due deadline eta step follow-up followup follow-ups next short-term long-term
    short long term immediate later improvement improvements technical people tooling tools item
    task idea question status open closed in-progress wip blocked type kind url link see pr jira
    update decision example goal target owner owners rfc
    """
)
_PLURAL_TEAMS: Final = words("all team everyone everybody anyone whoever us engineers sres devs")
_TEAM_HANDLES: Final = words("team here channel all everyone oncall on-call sre ops support squad")
_GIVEN_AWAY: Final = words("someone somebody anybody")


def owner_in(text: str) -> Owner | None:
    """Who the text makes responsible: one person before a team, None where it names nobody."""
    found = list(_named(text))
    return next((owner for owner in found if owner.individual), found[0] if found else None)


def owner_of(cell: str) -> Owner | None:
    """Who a column for the owner names; None where it is empty."""
    said = cell.strip().strip("*_")
    if _NOBODY.fullmatch(said):
        return None
    aside = (_owner(m["said"], m.start("said")) for m in _ASIDE.finditer(said))
    one = next((owner for owner in aside if owner and owner.individual), None)
    several = re.search(r",|&|/|\band\b|\+", said)
    if one is None and several:
        return Owner(individual=False, start=0, end=len(cell))
    return one or _owner(said, 0) or Owner(individual=True, start=0, end=len(cell))


def _named(text: str) -> Iterator[Owner]:
    for found in _HANDLE.finditer(text):
        parts = re.split(r"[.-]", found["who"].lower())
        team = not _TEAM_HANDLES.isdisjoint(parts)
        yield Owner(individual=not team, start=found.start(), end=found.end())
    for found in _LABELLED.finditer(text):
        group = "who" if found["who"] else "named"
        yield from _labelled(found[group], found.start(group))
    yield from _in_front(text)
    for found in _ASIDE.finditer(text):
        meant = _DATED.search(found["said"]) or not _WORDS.search(text, found.end())
        for part in re.finditer(r"[^,;:]+", found["said"]):
            yield from _if_owner(part[0], found.start("said") + part.start(), known=not meant)
    if text.lstrip().startswith("|") or text.count("|") > 1:
        for found in _CELL.finditer(text):
            yield from _in_cell(found["who"], found.start("who"))
    elif (last := _LAST.search(text)) is not None:
        yield from _if_owner(last["who"], last.start("who"))
    for found in _BETWEEN.finditer(text):
        yield from _if_owner(found["who"], found.start("who"))
    for found in _BY.finditer(text):
        if found.end() == len(text) or _DATED.match(text, found.end()):
            yield from _if_owner(found["who"], found.start("who"))


def _in_cell(said: str, start: int) -> Iterator[Owner]:
    """A cell of its own may hold the name of an account too: `| jdoe |`."""
    if _ACCOUNT.fullmatch(said) and said not in _LABELS and not is_act(said):
        yield Owner(individual=True, start=start, end=start + len(said))
    else:
        yield from _if_owner(said, start)


def _labelled(said: str, start: int) -> Iterator[Owner]:
    """The name at the beginning of what stands after `owner:`, as long as it is one."""
    parts = list(re.finditer(r"\S+", said))
    for count in range(len(parts), 0, -1):
        owner = _owner(said[: parts[count - 1].end()], start, labelled=True)
        if owner is not None:
            yield owner
            return


def _in_front(text: str) -> Iterator[Owner]:
    """`**RK** …`, `Jo: …`, `Jo – …`, `Amir to file …`."""
    if (bold := _BOLD.match(text)) is not None:
        yield from _if_owner(bold["who"], bold.start("who"))
        return
    if (colon := _COLON.match(text)) is not None:
        group = "who" if colon["who"] else "dash"
        yield from _if_owner(colon[group], colon.start(group))
    if (will := _WILL.match(text)) is not None and is_order(will["act"]):
        yield from _if_owner(will["who"], will.start("who"))
    elif will is not None and _owner(will["who"], 0) is not None:
        yield from _whole_group(will["who"], will.start("who"))
    for known in _DOES:
        if (does := known.match(text)) is not None:
            yield from _subject(does)


def _whole_group(said: str, start: int) -> Iterator[Owner]:
    """`Everyone to double-check it`: any verb will do where the group is plain."""
    if said.lower() in _PLURAL_TEAMS:
        yield Owner(individual=False, start=start, end=start + len(said))


def _subject(does: re.Match[str]) -> Iterator[Owner]:
    """Who does it: one person who adds, a team that adds, people who ensure."""
    act, said = does["act"].lower(), does["who"]
    who = noun(tokens(said), 0, len(tokens(said)) - 1).who
    does_it = act.endswith("s") and (is_order(act[:-1]) or is_order(act[:-2]))
    many = said.lower().endswith("s") and who in {Who.STAFF, Who.TEAM} and is_order(act)
    if many or (does_it and who in {Who.NAMED, Who.TEAM, Who.STAFF}):
        yield from _if_owner(said, does.start("who"))


def _if_owner(said: str, start: int, *, known: bool = False) -> Iterator[Owner]:
    """An owner where it is one; `known`: only a name that is known to be a person's."""
    owner = _owner(said, start)
    if owner is None:
        return
    given = is_given_name(said.lower().partition(" ")[0])
    if given or not known:
        yield owner


def _owner(said: str, start: int, *, labelled: bool = False) -> Owner | None:
    lead = len(said) - len(said.lstrip())
    name = said.strip().removeprefix("@").rstrip(".")
    where = (start + lead, start + lead + len(said.strip()))
    found = tokens(name)
    if not found or _NOBODY.fullmatch(name) or (found[0].low in _LABELS and not labelled):
        return None
    if len(found) == 1 and found[0].low in _PLURAL_TEAMS | _GIVEN_AWAY:
        return Owner(False, *where)
    if _several(name):
        return Owner(False, *where)
    inner = any(word.low in DETERMINERS for word in found[1:])
    if len(found) > 4 or inner or (len(found) > 1 and is_act(found[0].low)):
        return None
    who = noun(found, 0, len(found) - 1).who if found else NOWHERE.who
    if who in {Who.TEAM, Who.STAFF, Who.ANYBODY, Who.CUSTOMER}:
        return Owner(False, *where)
    if who is Who.NAMED or _is_name(name, labelled=labelled):
        return Owner(True, *where)
    return None


def _several(name: str) -> bool:
    """`Ana and Piotr`: two owners are none."""
    parts = re.split(r"\s*(?:&|/|\band\b)\s*", name)
    return len(parts) > 1 and all(part and _is_name(part, labelled=False) for part in parts)


def _is_name(name: str, *, labelled: bool) -> bool:
    """Capitals or initials that are neither a product nor a verb."""
    parts = name.split()
    first = parts[0].lower().strip(".")
    if first in ACRONYMS or first in PRODUCTS or is_act(first) or len(parts) > 3:
        return False
    if labelled and len(parts) == 1 and name.isalpha():
        return True
    initials = len(parts) == 1 and name.isupper() and 1 < len(name) <= 3 and name.isalpha()
    plain = all(part[:1].isupper() and not part.isupper() for part in parts)
    return initials or (plain and all(part.replace("-", "").isalpha() for part in parts))
