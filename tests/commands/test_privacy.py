"""Who may see an incident is named whole each time, and whoever says so is among them."""

import pytest

from incident_tui.commands.all import REGISTRY
from incident_tui.commands.completion import complete
from incident_tui.domain.errors import CommandError
from incident_tui.domain.facts import Noted, Retracted
from incident_tui.domain.fold import fold
from incident_tui.domain.privacy_facts import MadePrivate, PrivacyLifted
from incident_tui.domain.wording import word, wording
from tests.commands.situations import BURNING, said
from tests.support.entries import entry, id_of, log, situation

PRIVATE = situation(log(Noted("a stolen key"), MadePrivate(("ana", BURNING.author))))
"""Kept to `ana` and whoever speaks."""


@pytest.mark.parametrize("line", ["/private @ben @ana", "/private @ana, @ben @ben"])
def test_those_who_are_named_and_whoever_names_them_may_see_it(line: str) -> None:
    assert said(line) == MadePrivate(tuple(sorted({"ana", "ben", BURNING.author})))


def test_it_is_lifted() -> None:
    assert said("/private off", PRIVATE) == PrivacyLifted()


def test_others_take_the_place_of_those_named_before() -> None:
    assert said("/private @ben", PRIVATE) == MadePrivate(tuple(sorted(("ben", BURNING.author))))


@pytest.mark.parametrize(
    ("line", "where", "says"),
    [
        ("/private", BURNING, "people is missing: /private people"),
        ("/private ana", BURNING, "'ana' is not a name; write @maria @jo, or off"),
        ("/private off @ana", BURNING, "'off' is not a name"),
        ("/private @a/b", BURNING, "'@a/b' is not a name"),
        ("/private off", BURNING, "it is not private"),
        ("/private @ana", PRIVATE, "only @ana @.* may see it already"),
    ],
)
def test_what_cannot_be_meant_is_refused(line: str, where: object, says: str) -> None:
    with pytest.raises(CommandError, match=says):
        said(line, where)  # type: ignore[arg-type]  # a situation


def test_taking_it_back_brings_back_what_held_before() -> None:
    entries = log(MadePrivate(("ana",)), PrivacyLifted())
    assert fold(entries).members == ()
    assert fold([*entries, entry(4, Retracted(id_of(3)))]).members == ("ana",)


def test_it_reads_as_a_sentence() -> None:
    assert wording(MadePrivate(("ana", "ben"))) == "only @ana @ben may see it"
    assert wording(PrivacyLifted()) == "everybody may see it again"
    assert {word(MadePrivate(())), word(PrivacyLifted())} == {"private"}


def test_each_name_is_completed() -> None:
    offered = complete(REGISTRY, "/private @ana @", PRIVATE)
    assert "@ana" in [each.label for each in offered]
    assert [each.line for each in complete(REGISTRY, "/private o", PRIVATE)] == ["/private off "]
