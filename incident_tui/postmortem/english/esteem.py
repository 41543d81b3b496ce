"""Words that weigh: of what people do, of people, and of things as often as of both."""

from typing import Final

from incident_tui.postmortem.english.character import adverb
from incident_tui.postmortem.english.lists import words

STERN: Final = words(
    """
    absurd abysmal amateur amateurish appalling arrogant atrocious awkward baffling blinkered
    boneheaded brainless cack-handed callous careless cavalier childish clueless clumsy complacent
    counterproductive cowardly crazy cursory cynical daft deplorable dishonest disgraceful
    dismissive disorganised disorganized disrespectful dubious dumb embarrassing foolhardy foolish
    gullible half-arsed half-assed half-baked half-hearted ham-fisted hasty heartless heavy-handed
    high-handed idiotic ignorant ill-advised ill-conceived ill-considered ill-judged ill-timed
    ill-prepared ill-planned illogical immature impetuous improvident imprudent impulsive
    inadvisable inane inattentive incompetent incomprehensible inconsiderate indefensible inept
    inexcusable inexplicable inexperienced injudicious insane insensitive insulting irrational
    irresponsible laborious lackadaisical lackluster lacklustre lamentable laughable lax lazy
    ludicrous mad madcap misguided misjudged moronic myopic naive naïve negligent nonchalant obtuse
    outrageous over-hasty overconfident overhasty overzealous pathetic patronising patronizing
    perfunctory petty preposterous questionable rash reckless reprehensible ridiculous rude
    scandalous selfish senseless shabby shambolic shameful shoddy short-sighted shortsighted silly
    slapdash slipshod sloppy slovenly stupid superficial suicidal tactless thoughtless tone-deaf
    unacceptable unadvisable uncalled-for unconscionable uncooperative uncoordinated undisciplined
    unethical unfathomable unforgivable unhelpful unintelligent unjustifiable unjustified
    unpardonable unprofessional unreasonable unserious unskilled unthinking untrained unqualified
    unwise woeful distracted obstructive impatient stubborn useless hopeless indecisive
    inconsistent-minded wasteful wrong-headed wrongheaded
    """
)
"""Of people and of what they do; beside a thing they say little of it."""
STERNLY: Final = frozenset(map(adverb, STERN)) - words("madly lazily crazily naively")
"""How what was done so is done."""
SLIGHT: Final = words(
    """
    poor bad wrong slow terrible awful horrible dreadful rushed disappointing lousy unreasonable
    dangerous weak belated inadequate inappropriate flawed improper deficient substandard
    """
)
"""Of things as often: they need a decision or a person right beside them."""
CHOICES: Final = words(
    """
    decision decisions choice choices judgement judgment behaviour behavior attitude conduct
    idea call handling move
    """
)
"""What people choose."""
DEEDS: Final = CHOICES | words(
    """
    calls leadership reaction response work job review reviewing approach attempt coordination
    communication planning practice practices mindset teamwork supervision management mistake
    mistakes preparation thinking reasoning assumption assumptions error discipline reply answer
    excuse excuses explanation apology statement manoeuvre maneuver gamble stunt experiment
    promise refusal insistence advice instruction instructions remark comment comments blunder
    shortcut workmanship negligence oversight behaviours habit habits omission action actions
    recommendation estimate improvisation inspection examination investigation check checks audit
    assessment understanding interpretation reading knowledge handover rehearsal
    """
)
"""What people do, say or think."""
WORKS: Final = DEEDS | words(
    """
    plan plans rollout migration deploy deployment change release process documentation testing
    upgrade setup design handover test tests everything thing it this that
    """
)
"""What is said to be so where the people behind it are meant."""
WHY_SO: Final = words(
    """
    madness folly nonsense lunacy insanity idiocy stupidity negligence malpractice sabotage
    recklessness vandalism amateurism carelessness irresponsibility incompetence cowardice suicide
    rubbish garbage foolishness absurdity dereliction hubris arrogance laziness insolence disgrace
    farce shambles travesty
    """
)
"""What a deed is called by those who would not have done it."""
WISE: Final = words(
    """
    wise smart clever bright sensible serious professional acceptable great good brilliant
    inspired advisable prudent intelligent thoughtful responsible excusable forgivable defensible
    justifiable mature considerate
    """
)
"""What good deeds are; denied, it is a judgement."""
BEST: Final = words("wisest smartest cleverest brightest finest proudest best greatest")
FOOLS: Final = words(
    """
    amateurs fool fools idiot idiots moron morons clown clowns cowboy cowboys coward cowards liar
    liars hypocrite bungler bunglers slacker slackers muppet muppets numpty numpties imbecile
    imbeciles dilettante dilettantes dimwit dimwits blockhead ignoramus crackpot charlatan
    charlatans buffoon nitwit dunce
    """
)
"""Nouns that nobody would like to be called."""
