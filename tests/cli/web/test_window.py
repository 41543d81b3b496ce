import asyncio
import os
from pathlib import Path

import aiohttp
import psutil
import pytest

from incident_tui.cli.web import site, window
from tests.cli.web.served import DEADLINE, TELLING, Served, code, heard, serving
from tests.support.polling import until

DEAF = TELLING.replace("        break", "        pass").replace(
    "import os, sys",
    "import os, signal, sys, time\n"
    "def hung_up(*_):\n    open(sys.argv[1], 'a').write('hung up')\n    KEEP or os._exit(129)\n"
    "signal.signal(signal.SIGHUP, hung_up)",
)
DEAF += "while True:\n    time.sleep(1)\n"

TELLS_ITSELF = TELLING.replace('say(b"D"', 'say(b"D", str(os.getpid()).encode())\nsay(b"D"', 1)


async def gone(process: int) -> None:
    """Wait until there is no such process."""

    async def ended() -> bool:
        return not psutil.pid_exists(process)

    await until(ended)


async def test_arguments_arrive_as_they_are_and_our_token_does_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("INCIDENT_TUI_TOKEN", "a-token-of-some-length")
    arguments = ("--db", "a b'c\"d $(id) `id` ; *.db", "\\", "")
    async with serving(*arguments) as served:
        await served.enter(served.tickets[-1])
        async with served.window() as page:
            assert await heard(page) == "\0".join([*arguments, "no token"])


async def test_what_the_page_says_is_passed_on_and_nonsense_is_not(entered: Served) -> None:
    async with entered.window() as page:
        await heard(page)
        for nonsense in (
            "",
            "{",
            "[]",
            '["stdin", 1]',
            '["resize", {"width": "x"}]',
            '["exec", ""]',
        ):
            await page.send_str(nonsense)
        await page.send_bytes(b"D")
        await page.send_json(["stdin", "/sev 1 \u00fc\ud800\r"])
        await page.send_json(["resize", {"width": 10**9, "height": 0}])
        await page.send_json(["focus"])
        assert await heard(page) == "D/sev 1 ü?\r"
        assert await heard(page) == 'M{"type": "resize", "width": 1000, "height": 1}'
        assert await heard(page) == 'M{"type": "focus"}'
        await page.send_json(["ping", "7"])
        assert (await page.receive_json(timeout=DEADLINE)) == ["pong", "7"]


async def test_a_page_that_is_closed_ends_its_program() -> None:
    async with serving(program=TELLS_ITSELF) as served:
        await served.enter(served.tickets[-1])
        async with served.window() as page:
            process = int(await heard(page))
            assert process != os.getpid()
        await gone(process)


async def test_a_program_that_ends_closes_its_page(entered: Served) -> None:
    async with entered.window() as page:
        await page.send_json(["stdin", "leave"])
        assert await code(page) == (1000, "")


@pytest.mark.parametrize("keep", [False, True])
async def test_a_program_that_does_not_leave_is_hung_up_on_and_then_killed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, keep: bool
) -> None:
    monkeypatch.setattr(window, "PATIENCE", 0.2)
    file = tmp_path / "told"
    program = f"KEEP = {keep}\n" + DEAF
    async with serving(str(file), program=program) as served:
        await served.enter(served.tickets[-1])
        async with served.window() as page:
            await heard(page)
        async with served.window() as page:  # it opens when the first is gone
            await heard(page)
            assert file.read_text() == "hung up"


async def test_a_program_that_cannot_start_says_so_on_its_page(
    capsys: pytest.CaptureFixture[str],
) -> None:
    async with serving(program="import sys\nsys.exit('the store is damaged')") as served:
        await served.enter(served.tickets[-1])
        async with served.window() as page:
            number, words = await code(page)
    assert (number, "What was sent is stored" in words) == (1011, True)
    assert "the store is damaged" in capsys.readouterr().out


async def test_more_windows_than_the_computer_bears_are_refused_with_words(
    entered: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(site, "MOST", 1)
    async with entered.window() as first:
        await heard(first)
        async with entered.window() as second:
            number, words = await code(second)
            assert (number, "Close one" in words) == (1013, True)

    async def opens() -> bool:
        async with entered.window() as page:
            return (await page.receive()).type is aiohttp.WSMsgType.BINARY

    await until(opens)


async def test_a_server_that_ends_says_so_and_leaves_no_program_behind() -> None:
    async with serving(program=TELLS_ITSELF) as served:
        await served.enter(served.tickets[-1])
        async with served.window() as page:
            process = int(await heard(page))
            stopping = asyncio.ensure_future(served.stop())
            assert (await code(page))[0] == 1001
            await stopping
            assert not psutil.pid_exists(process)
