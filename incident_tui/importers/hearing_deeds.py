"""What is done about an incident: verbs, as they are and as what is being done now."""

import re
from typing import Final

_OBJECT: Final = r"(?:\S+ ){0,5}?"
ACT: Final = (
    r"(?:roll[ -]?(?:back|out|forward)|fail[ -]?(?:over|back)|restart|reboot|revert|restore|"
    r"rebuild|switch(?:[ -]?over)?|cut[ -]?over|hot[ -]?fix|drain|purge|flush|reset|evacuation|"
    r"shutdown|(?:deploy|release|code|change) freeze|freeze)"
)
"""Nouns of the same."""
_PLAIN: Final = (
    "revert restart reboot bounce recycle scale disable enable drain cordon block unblock ban "
    "switch swap deploy ship freeze flip redirect re-?direct reroute re-?route route "
    "re-?point throttle rate[-_]?limit cap kill promote bypass increase reduce "
    "double pause suspend cancel abort shed evacuate isolate replace undo reset purge flush rotate "
    "revoke restore rebuild recreate pin postpone mute silence evict unplug detach patch quarantine"
)
_TALK: Final = (
    r"(?!on\b|(?:(?:this|it|that|the|our) )?(?:discussion |conversation |talk |chat |call )?"
    r"(?:in)?to (?:\S+ )?(?:channel|thread|call|room|bridge|zoom|sev\w*|p\d|#))"
)
"""What is moved is no discussion, and to no other severity."""
_HERE: Final = r"(?:this|the|that) (?:channel|thread|call|bridge|line|room|chat|meeting)\b"
_FORMER: Final = (
    r"(?:the |our )?(?:\S+ )?(?:(?:previous|old|last|earlier|prior|former)\b|"
    r"(?:build|version|release|image|config)\b|v?\d)"
)
_WITH: Final = (
    ("roll", r"[ -]?(?:it |this |that |them |\S+ \S+ |\S+ )?(?:back|forward)\b"),
    ("fail", r"(?: it)?[ -]?(?:over|back)\b"),
    *((verb, r"(?! (?:it|this|that)$)") for verb in ("bump", "lower", "raise")),
    ("push", r"(?! (?:it|this|that) (?:by|to|back|out|until|forward)\b)"),
    ("hold", rf" (?:off|the (?:\S+ )?{ACT})\b"),
    ("lift", " the"),
    ("stop", r"(?! by\b| the bleeding)"),
    ("turn", rf" {_OBJECT}(?:off|on)\b"),
    ("shut", rf" {_OBJECT}(?:down|off)\b"),
    ("rate", " limit(?:ing)?"),
    ("kick", r" .{2,40} (?:out|off)\b"),
    ("pull", r" (?:(?:the|that|this|it|all)\b|.{2,40} (?:out|off|from|offline)\b)"),
    ("back", r" (?:it |that |this )?out\b"),
    ("delete", " the"),
    ("take", r" .{2,40} (?:out|down|offline|off)\b"),
    ("remove", " .{2,40} from"),
    ("cut", r" (?:(?:\S+ )?over\b|(?:off )?(?:the|all|them|it|traffic)\b)"),
    ("fall", " back"),
    ("move", rf" {_TALK}(?:.{{0,20}}traffic|.{{2,40}} (?:to|onto|over|off|out|away|back)\b)"),
    ("shift", rf" {_TALK}(?:.{{0,20}}traffic|.{{2,40}} (?:to|onto|over|off|out|away|back)\b)"),
    ("send", r" (?:all |the |eu |us )*traffic"),
    ("go", rf" (?:(?:ahead )?(?:with|for) (?:the|an?|option|plan)\b|back to {_FORMER})"),
    ("go", r" (?:dark|read[ -]?only)\b"),
    ("run", r" (?:read[ -]?only|degraded|without the)\b"),
    ("fix", r" (?:(?:it |that |this |the \S+ )?(?:forward|in place)\b)"),
    ("clear", " the"),
    ("spin", " up"),
    ("follow", r" (?:the|our) (?:\S+ ){0,3}?(?:runbook|playbook|procedure)\b"),
    ("bring", rf" {_OBJECT}(?:up|down|back)\b"),
    ("open", " the (?:circuit )?breaker"),
    (
        "keep",
        rf" (?!an eye|you|me\b|us\b|watching|monitoring|looking|going|{_HERE}).{{2,60}}",
    ),
    ("leave", rf" (?!you|me\b|us\b|{_HERE}).{{2,60}}"),
    (
        "put",
        r" (?:(?:up|back)\b|.{2,40} (?:in|into|to|on) (?:.{0,20}(?:mode|maintenance)|"
        r"read[ -]?only|standby|hold)\b)",
    ),
    ("apply", " the"),
    (
        "add",
        r" (?:\S+ ){0,3}(?:capacity|nodes?|workers?|replicas?|instances?|pods?|memory|disk|"
        r"servers?|brokers?|shards?)\b",
    ),
    *(
        (verb, rf" (?:the |an? |this )?(?:\S+ )?{ACT}\b")
        for verb in ("do", "make", "start", "begin", "trigger", "execute", "perform", "try")
    ),
)
_TWICE: Final = (
    *("ban", "swap", "ship", "flip", "cap", "shed", "stop", "shut", "cut", "run", "spin", "put"),
    *("pin", "plug", "reset", "begin"),
)
"""How verbs end whose last letter is doubled in -ing."""


def _forms(verb: str) -> str:
    """The verb, and its form in -ing."""
    if verb.endswith("e"):
        return f"{verb[:-1]}(?:e|ing)"
    twice = f"{verb[-1]}?" if verb.endswith(_TWICE) else ""
    return f"{verb}(?:{twice}ing)?"


DO: Final = "|".join(
    [*(_forms(verb) for verb in _PLAIN.split()), *(_forms(verb) + rest for verb, rest in _WITH)]
)
"""Each may be followed by what it is done to."""
STEMS: Final = tuple(
    sorted(
        {
            verb.replace("-?", "")[:-1] if verb.endswith("e") else verb.replace("-?", "")
            for verb in (*re.sub(r"\S*\[\S*", "", _PLAIN).split(), *(verb for verb, _ in _WITH))
        }
        - {"do", "go", "run", "mak"}
    )
)
"""One of these stands in whatever is done, but for the verbs that stand in everything."""
_SMALL: Final = (
    "a all also an and are as at be by do doing for go going i in is it just let make now of off "
    "ok on our out please so start started starting that the them then these this those to up we "
    "will with"
)


def deed(text: str) -> frozenset[str]:
    """What tells one deed from another: its words without the small ones and without endings."""
    apart = re.sub(r"\b(roll|fail|cut|switch)-?(?=back|forward|over)", r"\1 ", text.lower())
    words = (word.strip(".-") for word in re.findall(r"[\w.-]+", apart))
    return frozenset(
        word if any(letter.isdigit() for letter in word) else word[:4]
        for word in words
        if word and word not in _SMALL.split()
    )
