"""Findings read like a compiler's warnings: the place, the line, a mark under it, what would do."""

from collections.abc import Callable
from itertools import groupby
from typing import Any, Final

import click

from incident_tui.cli.arguments import json_option
from incident_tui.cli.call import Call, pass_call
from incident_tui.cli.diagnostics import FOUND, tell
from incident_tui.cli.output import say, say_json
from incident_tui.cli.subjects import Text, subject
from incident_tui.cli.text import Painted
from incident_tui.domain.text import visible
from incident_tui.postmortem.action_rules import ACTION_RULES
from incident_tui.postmortem.findings import Finding, FindingKind
from incident_tui.postmortem.lint import BOTH, Linted, lint
from incident_tui.postmortem.rules.catalogue import RULES
from incident_tui.services import linting, postmortems

_WIDEST: Final = 96
_BEFORE: Final = 32
"""Characters of a long line that are shown in front of a finding."""


@click.command("lint")
@click.argument("source", metavar="[INC|FILE|-]", required=False)
@click.option("--kind", type=click.Choice([str(kind) for kind in FindingKind]), help="Only these.")
@click.option("--rules", is_flag=True, help="Say what the rules are, with an example of each.")
@json_option
@pass_call
def lint_command(
    call: Call, source: str | None, kind: str | None, rules: bool, as_json: bool
) -> None:
    """Find blame, and action items nobody could do.

    Without a name it reads the newest live incident, `-` reads stdin. A finding stays where a
    comment in the document says why: <!-- lint: allow RULE because … -->
    """
    kinds = BOTH if kind is None else frozenset({FindingKind(kind)})
    if rules:
        known = [rule for rule in _rules() if FindingKind(rule["kind"]) in kinds]
        say_json(known) if as_json else _say_rules(known)
        return
    linted, text_at, name = _linted(call, source, kinds)
    if as_json:
        say_json([told(finding) for finding in linted.findings])
    else:
        for _, alike in groupby(linted.findings, key=lambda each: (each.where, each.start)):
            _say(list(alike), text_at, name)
    _narrate(linted)
    if linted.findings:
        raise click.exceptions.Exit(FOUND)


def _linted(
    call: Call, source: str | None, kinds: frozenset[FindingKind]
) -> tuple[Linted, Callable[[Finding], str], str]:
    """The findings, the text that each points into, and the name of it all."""
    named = subject(source)
    if isinstance(named, Text):
        return lint(named.text, (), kinds), lambda _: named.text, named.name
    log = call.log(named)
    record = call.finish(postmortems.record(call.store, log))
    texts = linting.texts_of(record)
    return linting.lint_record(record, kinds), lambda found: texts[found.where], log.name


def told(finding: Finding) -> dict[str, Any]:
    """The keys of `lint --json`."""
    return {
        "kind": str(finding.kind),
        "rule": finding.rule,
        "text": finding.text,
        "start": finding.start,
        "end": finding.end,
        "reason": finding.reason,
        "suggestion": finding.suggestion,
        "where": finding.where,
    }


def _say(alike: list[Finding], text_at: Callable[[Finding], str], name: str) -> None:
    """Findings that begin at one place, above the line they are in."""
    first = alike[0]
    text = text_at(first)
    start = text.rfind("\n", 0, first.start) + 1
    stop = text.find("\n", first.start)
    stop = len(text) if stop < 0 else stop
    end = max(min(first.end, stop), first.start + 1)
    at = f"{text.count(chr(10), 0, first.start) + 1}:{first.start - start + 1}"
    field = "" if first.where.startswith("line ") else f"{first.where}:"
    for finding in alike:
        place = Painted(f"{name}:{field}{at}: ", "faint")
        say(place, Painted(finding.rule, "heading"), f": it {finding.reason}")
    shown, marked, width = _window(text[start:stop], first.start - start, end - start)
    say(f"  | {shown}")
    say("  | ", Painted(" " * marked + "^" * width, "late"))
    for finding in alike:
        say(Painted(f"  = {finding.suggestion}", "faint"))


def _window(line: str, start: int, end: int) -> tuple[str, int, int]:
    """As much of the line as is read at a glance, and where in it the mark stands."""
    first = 0 if end <= _WIDEST else max(start - _BEFORE, 0)
    last = min(len(line), max(end, first + _WIDEST))
    before, marked, after = map(_flat, (line[first:start], line[start:end], line[end:last]))
    lead = "…" if first else ""
    trail = "…" if last < len(line.rstrip()) else ""
    shown = f"{lead}{before}{marked}{after}".rstrip() + trail
    return shown, len(lead) + len(before), max(len(marked), 1)


def _flat(text: str) -> str:
    return visible(text).replace("\n", " ").replace("\t", " ")


def _narrate(linted: Linted) -> None:
    for each in linted.kept:
        tell(f"kept: {each.finding.where}: {each.finding.rule}: {each.reason}")
    for place in linted.unheard:
        tell(f"{place}: an allowance without a reason; write <!-- lint: allow RULE because … -->")
    count = len(linted.findings)
    stay = f", {len(linted.kept)} kept for a reason" if linted.kept else ""
    tell(f"{count or 'no'} {'finding' if count == 1 else 'findings'}{stay}")


def _rules() -> list[dict[str, str]]:
    """The keys of `lint --rules --json`."""
    blame = [
        {
            "kind": str(FindingKind.BLAME),
            "rule": rule.id,
            "reason": rule.reason,
            "suggestion": rule.question,
            "bad": rule.blames,
            "good": rule.blameless,
        }
        for rule in RULES.values()
    ]
    actions = [
        {
            "kind": str(FindingKind.ACTIONS),
            "rule": rule.id,
            "reason": rule.reason,
            "suggestion": rule.question,
            "bad": rule.weak,
            "good": rule.better,
        }
        for rule in ACTION_RULES.values()
    ]
    return blame + actions


def _say_rules(rules: list[dict[str, str]]) -> None:
    kind = ""
    for rule in rules:
        if rule["kind"] != kind:
            kind = rule["kind"]
            say(Painted(kind, "heading"))
        say(f"  {rule['rule']}: it {rule['reason']}")
        say(Painted(f"      not: {rule['bad']}", "faint"))
        say(Painted(f"      but: {rule['good']}", "faint"))
        say(Painted(f"      ask: {rule['suggestion']}", "faint"))
