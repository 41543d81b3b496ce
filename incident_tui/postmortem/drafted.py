"""A draft is sentences, each with the entries it rests on; one that rests on none is not said."""

from collections.abc import Iterable

import msgspec


class Sentence(msgspec.Struct, frozen=True):
    """`entries` are the numbers of the entries that say so."""

    text: str
    entries: tuple[int, ...]


class Drafted(msgspec.Struct, frozen=True):
    """Sentences in order, `joint` between them."""

    sentences: tuple[Sentence, ...] = ()
    joint: str = " "

    @property
    def text(self) -> str:
        """What it says."""
        return self.joint.join(said.text for said in self.sentences)

    @property
    def entries(self) -> tuple[int, ...]:
        """All it rests on, each once."""
        return tuple(dict.fromkeys(seq for said in self.sentences for seq in said.entries))

    def __bool__(self) -> bool:
        return bool(self.sentences)


NOTHING = Drafted()


def drafted(sentences: Iterable[Sentence], joint: str = " ", most: int | None = None) -> Drafted:
    """The first `most` of the sentences that say something."""
    told = [said for said in sentences if said.text.strip() and said.entries]
    return Drafted(tuple(told[:most]), joint)
