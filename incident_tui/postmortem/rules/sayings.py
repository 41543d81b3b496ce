"""A verb that says no more than that people did badly blames by itself, or with its object."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from incident_tui.postmortem.english.forms import Form, verbs
from incident_tui.postmortem.english.lists import words
from incident_tui.postmortem.english.nouns import OTHERS, OURS, PERHAPS_OTHERS, PERHAPS_OURS, Who
from incident_tui.postmortem.rules.ids import CULPRIT, JUDGEMENT, OMISSION
from incident_tui.postmortem.rules.sentence import Hit, Sentence, Triggers, said_of


class Saying(NamedTuple):
    """A verb that blames where one of `needs` is in the words after it; empty: any word."""

    rule: str
    bases: str
    needs: frozenset[str] = frozenset()
    within: int = 6
    who: frozenset[Who] = OTHERS
    first: str = ""


_SPANS: Final = words("day days week weeks month months year years hour hours ages")
_SAYINGS: Final = (
    Saying(
        JUDGEMENT, "panic overreact rubber-stamp dither procrastinate bluff scapegoat", who=OURS
    ),
    Saying(JUDGEMENT, "jump", words("conclusion conclusions"), who=OURS),
    Saying(JUDGEMENT, "skim gloss breeze blow click scroll", words("over past through"), 2, OURS),
    Saying(
        JUDGEMENT,
        "lie conceal withhold hide cover",
        words("about fact facts truth mistake from problem defect error incident outage up"),
    ),
    Saying(JUDGEMENT, "sit", _SPANS, within=8),
    Saying(CULPRIT, "pressure bully coerce talk browbeat", words("into"), within=6),
    Saying(JUDGEMENT, "insist", words("although though despite against anyway"), within=12),
    Saying(CULPRIT, "click open fall", words("phishing scam malicious spoofed fraudulent"), 8),
    Saying(
        JUDGEMENT, "underestimate overestimate hesitate waste squander downplay stonewall shirk"
    ),
    Saying(JUDGEMENT, "waste squander", who=OURS),
    Saying(
        JUDGEMENT,
        "break violate breach bend",
        words("rule rules policy policies freeze promise agreement protocol"),
        within=4,
        who=OURS,
    ),
    Saying(CULPRIT, "force-push"),
    Saying(JUDGEMENT, "take", words("eye"), who=OURS),
    Saying(
        OMISSION,
        "keep",
        words("postponing deferring delaying putting pushing ignoring avoiding dodging"),
        within=1,
        who=OURS,
    ),
    Saying(JUDGEMENT, "postpone defer", words("again times repeatedly years"), 8, OURS),
    Saying(JUDGEMENT, "put", words("again times repeatedly years"), 8, OURS, first="off"),
    Saying(JUDGEMENT, "pull", words("rank"), within=1),
    Saying(OMISSION, "leave", words("out"), within=1, who=PERHAPS_OURS),
    Saying(
        JUDGEMENT, "sit", words("ticket report request warning issue hands contract form"), within=4
    ),
    Saying(
        JUDGEMENT,
        "violate breach flout circumvent bypass sidestep evade deviate depart stray",
        words(
            """
    policy policies rule rules process procedure procedures review reviews checks check approval
    approvals gate pipeline freeze checklist
    protocol guideline guidelines safeguard change control guard instruction instructions
    """
        ),
        who=PERHAPS_OTHERS,
    ),
    Saying(JUDGEMENT, "insist", words("shipping releasing deploying skipping merging pushing")),
    Saying(JUDGEMENT, "need", words("training coaching retraining supervision"), within=4),
    Saying(JUDGEMENT, "promise", words("but"), within=12),
    Saying(OMISSION, "sleep", words("through"), within=2, who=OURS),
    Saying(OMISSION, "drop", words("ball"), within=3, who=OURS),
    Saying(
        OMISSION,
        "lose",
        words("track sight control overview focus patience temper nerve"),
        within=2,
        who=OURS,
    ),
    Saying(OMISSION, "turn", words("blind"), within=3, who=OURS),
    Saying(
        OMISSION,
        "let allow",
        words(
            """
    pile fill overflow accumulate decay deteriorate expire lapse slip rot drift slide linger
    fester languish
    voicemail unanswered unread unnoticed unattended
    """
        ),
        within=8,
        who=OURS,
    ),
    Saying(
        OMISSION,
        "leave",
        words(
            """
    open unlocked unattended unprotected exposed enabled disabled off undocumented
    unmonitored unpatched unfinished untested incomplete unreviewed unsecured on token
    tokens password passwords credentials key secret
    """
        ),
    ),
    Saying(OMISSION, "do", words("nothing"), within=2),
    Saying(OMISSION, "think", words("nothing"), within=1),
    Saying(OMISSION, "go", words("sleep"), within=3),
    Saying(OMISSION, "take", words("action"), within=2, first="no"),
    Saying(OMISSION, "pay", words("attention"), within=2, first="no", who=OURS),
    Saying(
        CULPRIT,
        "leak expose",
        words(
            """
    key keys credential credentials secret secrets token tokens password passwords data customer
    production
    """
        ),
    ),
    Saying(
        CULPRIT,
        "overload flood saturate exhaust starve clog hammer spam lock",
        words(
            """
    out cluster database api service queue system systems us production server servers broker
    """
        ),
    ),
    Saying(
        CULPRIT,
        "push deploy merge ship release commit give send",
        words(
            """
    untested broken buggy faulty unreviewed incorrect wrong bad half-finished breaking
    """
        ),
    ),
    Saying(CULPRIT, "make", words("worse"), within=3),
    Saying(
        CULPRIT,
        "paste commit publish share lend",
        words("password passwords credentials secrets"),
        within=4,
    ),
    Saying(CULPRIT, "confuse", words("with two both and for"), within=8, who=OURS),
    Saying(CULPRIT, "mistake", words("for"), within=8, who=OURS),
    Saying(CULPRIT, "mix", words("up"), who=PERHAPS_OURS),
    Saying(CULPRIT, "pressure push rush", words("us"), within=1),
    Saying(CULPRIT, "wave nod rush", words("through"), within=5),
    Saying(CULPRIT, "pull", words("plug"), within=2),
    Saying(CULPRIT, "fail", words("us everyone everybody users customers people team"), 3, OURS),
    Saying(JUDGEMENT, "keep", words("quiet silent mum"), within=1),
    Saying(OMISSION, "treat", words("noise formality nuisance joke optional"), within=6),
    Saying(CULPRIT, "let", words("happen slide through pass"), within=5),
    Saying(CULPRIT, "let", words("on"), within=3, first="this"),
)


def _by_word() -> Mapping[str, tuple[tuple[Saying, frozenset[Form]], ...]]:
    found: dict[str, tuple[tuple[Saying, frozenset[Form]], ...]] = {}
    for saying in _SAYINGS:
        for word, verb in verbs(saying.bases).items():
            found[word] = (*found.get(word, ()), (saying, verb.forms))
    return found


_OF: Final = _by_word()


def _said(sentence: Sentence, at: int) -> Hit | None:
    """One of the sayings, with the right people as its subject."""
    for saying, forms in _OF[sentence.low(at)]:
        if not _holds(saying, forms, sentence, at):
            continue
        doer = sentence.subject(at)
        if doer.who in saying.who:
            return said_of(saying.rule, doer, at)
    return None


def _holds(saying: Saying, forms: frozenset[Form], sentence: Sentence, at: int) -> bool:
    if saying.needs and saying.needs.isdisjoint(sentence.ahead(at, saying.within)):
        return False
    if saying.first and sentence.low(at + 1) != saying.first:
        return False
    helped = sentence.low(at - 1) in {"not", "did", "would", "to"}
    if forms <= {Form.ING} or (forms <= {Form.BASE} and not helped):
        return False
    return "not" not in sentence.behind(at, 2) and not sentence.passive(at)


def _on_the_job(sentence: Sentence, at: int) -> Hit | None:
    """`was not paying attention`, `took their eye off it`, `asleep at the wheel`."""
    low = sentence.low(at)
    if low == "paying":
        said = "attention" in sentence.ahead(at, 4) and sentence.negated(at)
        who = sentence.subject(at).who
    elif low == "wheel":
        said, who = "asleep" in sentence.behind(at, 3), sentence.leading(at).who
    else:
        said, who = sentence.low(at + 1) == "off", sentence.leading(at).who
    return Hit(OMISSION, at, at) if said and who in PERHAPS_OURS else None


TRIGGERS: Final[Triggers] = {
    **dict.fromkeys(_OF, _said),
    **dict.fromkeys(words("paying wheel eye eyes"), _on_the_job),
}
