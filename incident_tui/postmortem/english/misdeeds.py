"""Words for doing badly, by what they are in a sentence; programs do few of these things."""

from typing import Final

from incident_tui.postmortem.english.forms import verbs
from incident_tui.postmortem.english.lists import words

_AMISS: Final = """
    apply assign calculate calibrate characterise characterize charge classify communicate construe
    copy count date diagnose direct estimate file guide handle hear identify inform interpret judge
    key label lead manage match measure name order place plan quote read remember report represent
    route set sort speak spell state take time treat trust type understand use value wire
    """
"""Verbs that `mis` in front makes errors of."""
ERRING: Final = verbs(
    " ".join(f"mis{base} mis-{base}" for base in _AMISS.split())
    + """
    blunder botch bungle bluff bully cheat coerce cling deceive defy disobey dither dodge
    doze dawdle exaggerate fabricate fake falsify flout flounder fumble gamble guess jeopardise
    jeopardize meddle muddle neglect overlook oversleep overreact overestimate underestimate panic
    pester pretend procrastinate sabotage
    scapegoat shirk skimp slack squander stonewall sulk tamper
    tinker trample undermine vandalise vandalize violate waver bicker squabble quarrel
    overcomplicate overengineer over-engineer micromanage lie belittle ridicule snub stumble
    fat-finger slip
    """
)
"""To err, to deceive, to dither: a person did it, and did it badly."""
HARMING: Final = verbs(
    """
    strand damage destroy wreck ruin endanger disrupt sabotage worsen aggravate exacerbate prolong
    jeopardise jeopardize compromise corrupt wipe nuke trash cripple derail undermine spoil
    """
)
"""With people as the subject the harm is theirs."""
HOW: Final = words(
    """
    absent-mindedly amateurishly arrogantly badly belatedly blindly blithely brazenly carelessly
    casually cheerfully clumsily cockily complacently deliberately dismissively foolishly grudgingly
    half-heartedly haphazardly hastily heedlessly hurriedly idly ignorantly impatiently impulsively
    inattentively incompetently inexplicably insufficiently irresponsibly knowingly lackadaisically
    lazily merrily mindlessly naively negligently obliviously obstinately pointlessly predictably
    rashly recklessly rudely selfishly senselessly sloppily smugly stubbornly stupidly thoughtlessly
    unprofessionally unthinkingly unwisely wilfully willfully flippantly frivolously sluggishly
    """
)
"""How nobody would want to be said to have acted."""
_BAD_THINGS: Final = (
    "mess chaos havoc disaster confusion damage harm trouble misery danger jeopardy turmoil"
    " disarray limbo lurch risk dark embarrassment headache headaches shambles pain"
)
BAD_THINGS: Final = words(_BAD_THINGS)
FAILINGS: Final = words(
    """
    attitude mentality absence apathy arrogance blunder blunders carelessness complacency
    cowardice delay dithering disobedience disregard ego excuse excuses forgetfulness greed haste
    hesitation idleness ignorance impatience inaction inattention incompetence indecision
    indifference ineptitude inertia insistence interference laziness lies meddling misconduct
    misjudgement misjudgment mismanagement neglect negligence nonsense obsession obstinacy
    oversight panic passivity pride procrastination recklessness refusal reluctance silence slip
    sloppiness slowness stubbornness stupidity tampering temper tinkering vanity unwillingness
    sluggishness tardiness clumsiness
    """
)
"""What somebody may be said to have of their own."""
