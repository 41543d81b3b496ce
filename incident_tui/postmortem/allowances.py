"""Words may stay for a reason, which is kept: beside them in a comment, or as a line of its own."""

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from incident_tui.postmortem.findings import Finding

_COMMENT: Final = re.compile(
    r"<!--[ \t]*lint:[ \t]*allow[ \t]+(?P<rules>[a-z][a-z-]*(?:[ \t]*,[ \t]*[a-z][a-z-]*)*)"
    r"(?:[ \t]+because\b(?:[ \t]+(?P<reason>(?!-->)[^\n]*?\S))??)?[ \t]*-->"
)
_KEPT: Final = re.compile(
    r"[ \t]*(?:- )?(?P<rule>[a-z-]+) “(?P<text>[^”\n]*)”:[ \t]*(?P<reason>.*)"
)
_ALL: Final = "all"


class Allowance(NamedTuple):
    """From `start` to `end` these rules may be broken, for this reason; it stands at `at`."""

    rules: frozenset[str]
    reason: str
    start: int
    end: int
    at: int

    def covers(self, finding: Finding) -> bool:
        """Whether it lets this finding stay."""
        named = finding.rule in self.rules or _ALL in self.rules
        return bool(self.reason) and named and self.start <= finding.start < self.end


def allowances(text: str) -> Iterator[Allowance]:
    """The comments `<!-- lint: allow RULE because … -->`: for their line, or for what is below."""
    for found in _COMMENT.finditer(text):
        start = text.rfind("\n", 0, found.start()) + 1
        end = text.find("\n", found.end()) % (len(text) + 1)
        if not (text[start : found.start()] + text[found.end() : end]).strip():
            below = re.compile(r"\s*").match(text, end)
            start = below.end() if below else end
            end = _block_end(text, start)
        rules = frozenset(rule.strip() for rule in found["rules"].split(","))
        yield Allowance(rules, found["reason"] or "", start, end, found.start())


def _block_end(text: str, start: int) -> int:
    blank = re.compile(r"\n[ \t]*(?:\n|\Z)").search(text, start)
    return blank.start() if blank else len(text)


def kept_line(finding: Finding, reason: str = "") -> str:
    """The line that keeps a finding of the record: `omission “ana forgot”: as the vendor wrote`."""
    return f"{finding.rule} “{_flat(finding.text)}”: {reason}"


def kept(answer: str, findings: Iterable[Finding]) -> dict[Finding, str]:
    """Which findings stay, and why; a line that names none of them is a reason for all."""
    named, for_all = {}, ""
    for line in answer.split("\n"):
        found = _KEPT.fullmatch(line)
        if found is None:
            for_all = for_all or line.strip()
        elif found["reason"].strip():
            named[found["rule"], found["text"].strip()] = found["reason"].strip()
    reasons = ((each, named.get((each.rule, _flat(each.text)), for_all)) for each in findings)
    return {finding: reason for finding, reason in reasons if reason}


def _flat(text: str) -> str:
    return " ".join(text.replace("”", "'").replace("“", "'").split())
