"""A line that cannot be done is answered with what would work, and stays as it was typed."""

import pytest

from tests.cli.conftest import Shell
from tests.support.screens import HOSTILE
from tests.support.window import Place, window

REFUSED = [
    ("/nope", "there is no command /nope; did you mean"),
    ("/zzzzz", "there is no command /zzzzz; /help lists them"),
    ("/", "write a command after the slash; /help lists them"),
    ("/sev", "/sev 1-5 [because"),
    ("/sev 9", "'9' is not a severity; use 1 (worst) to 5, sev1 or p1"),
    ("/ic", "/ic @who"),
    ("/decision", "/decision text"),
    ("/link nowhere", "'nowhere' is not a link; start it with https://"),
    ("25:00 it broke", "there is no time '25:00'; write 14:05, -5m"),
    ("05/06 14:00 it broke", "'05/06' could be two dates; write it as 2026-01-15"),
    ("2026-01-16 14:00 it broke", "2026-01-16 14:00 is still to come"),
    ("14:00", "nothing to log yet; write a note, or / for commands"),
    ("/star #99", "#99"),
]
REFUSED_BY_THE_WINDOW = [
    ("/incidents 99", "there is no INC-99; incident-tui list shows what there is"),
    ("/incidents x", "'x' is not an incident; write INC-42 or 42"),
    ("/export word", "markdown"),
]


@pytest.mark.parametrize(("line", "said"), REFUSED)
async def test_the_window_says_it_under_the_prompt_and_leaves_the_line(
    place: Place, line: str, said: str
) -> None:
    async with window(place, size=(200, 24)) as seat:
        await seat.put(line)
        await seat.press("enter")
        assert said in seat.hint
        assert seat.live.query_one("#hint").has_class("-wrong")
        assert said in seat.text()
        assert seat.prompt.value == line
    assert place.said() == []


@pytest.mark.parametrize(("line", "said"), REFUSED_BY_THE_WINDOW)
async def test_a_place_that_is_not_there_is_said_and_the_line_is_behind_the_up_arrow(
    place: Place, line: str, said: str
) -> None:
    async with window(place, size=(200, 24)) as seat:
        await seat.put(line)
        await seat.press("enter")
        await seat.until(lambda: said in seat.hint, said)
        if not seat.prompt.value:
            await seat.press("up")
        assert seat.prompt.value == line


@pytest.mark.parametrize(("line", "said"), REFUSED)
def test_the_command_line_says_it_and_repeats_the_line(
    burning: Shell, line: str, said: str
) -> None:
    told = burning.refused(2, "log", line)
    assert said in told
    assert line in told


@pytest.mark.parametrize("size", [(40, 12), (20, 5)])
async def test_even_a_tiny_window_says_why(place: Place, size: tuple[int, int]) -> None:
    async with window(place, size=size) as seat:
        await seat.put("/nope")
        await seat.press("enter")
        told = " ".join(seat.text().split())
        assert "there is no command /nope" in told


async def test_an_empty_line_is_nothing(place: Place) -> None:
    async with window(place) as seat:
        await seat.press("enter", "space", "enter")
    assert place.said() == []


@pytest.mark.fault(10)
async def test_control_and_bidi_characters_are_stored_and_shown_as_pictures(place: Place) -> None:
    async with window(place, size=(160, 24)) as seat:
        await seat.paste(HOSTILE)
        assert seat.prompt.value == HOSTILE
        await seat.press("enter")
        await seat.live.outbox.drained()
        await seat.pilot.pause()
        assert "[/x]␛]52;c;aGk=␇ [@click=app.quit]quit[/] $x ⟨U+202E⟩evil" in seat.text()
        assert not set("\x1b\x07\x9b\u202e") & set(seat.text())
        await seat.pilot.click("#timeline", offset=(45, 1))
        assert seat.app.is_running
    assert place.said() == [HOSTILE]


@pytest.mark.fault(9)
@pytest.mark.parametrize(
    "line",
    [
        "/title {}",
        "/ic @x{}",
        "/decision {} @ana",
        "/action {} @li due:2026-02-01",
        "/impact users:1{}",
        "/link https://a.example/{} {}",
        "/sev 3 {}",
        "/declare {}",
    ],
)
@pytest.mark.parametrize("size", [(160, 40), (70, 24)])
async def test_hostile_text_is_shown_literally_wherever_it_ends_up(
    place: Place, line: str, size: tuple[int, int]
) -> None:
    one_word = any(part in line for part in ("@x", ":1", "/link"))
    async with window(place, size=size) as seat:
        await seat.enter(line.replace("{}", HOSTILE.replace(" ", "") if one_word else HOSTILE))
        await seat.until(lambda: "[/x]" in seat.text(), "the text as it is")
        assert not set("\x1b\x07\x9b\u202e") & set(seat.text())
        await seat.press("escape")
        assert seat.app.is_running


@pytest.mark.fault(8)
async def test_a_paste_of_a_megabyte_is_one_line_that_can_be_sent(place: Place) -> None:
    text = "x" * 1_000_000
    async with window(place) as seat:
        await seat.paste(text)
        assert len(seat.prompt.value) == 1_000_000
        await seat.press("!", "enter")
        await seat.live.outbox.drained()
        await seat.pilot.pause()
        assert seat.prompt.value == ""
        assert "xxxx" in seat.rows()[-1]
    assert place.said() == [text + "!"]


@pytest.mark.fault(8)
async def test_a_megabyte_of_lines_is_asked_about_and_kept_whole(place: Place) -> None:
    text = "\n".join(f"line {n} " + "x" * 90 for n in range(10_000))
    async with window(place) as seat:
        await seat.paste(text)
        await seat.shows("10000 lines pasted")
        await seat.press("enter")
        await seat.until(lambda: place.said() == [text], "the note")
