"""What a person does in a real browser, where there is one."""

import asyncio
import signal
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.cli.conftest import Shell
from tests.cli.test_serving import Serving, stored
from tests.support.browser import Page, browsing, chromium
from tests.support.polling import DEADLINE

pytestmark = pytest.mark.timeout(300)  # a browser and three windows, beside all other tests

FITS = """
(() => {
  const screen = document.querySelector(".xterm-screen").getBoundingClientRect();
  const [wide, high] = [screen.width / met.cols, screen.height / met.rows];
  return screen.width <= innerWidth && innerWidth - screen.width < 2 * wide
    && screen.height <= innerHeight && innerHeight - screen.height < 2 * high;
})()
"""
BEHIND = """
(() => {
  const behind = document.querySelector(".xterm-viewport"), all = behind.getBoundingClientRect();
  const whole = all.width === innerWidth && all.height === innerHeight;
  return [whole, getComputedStyle(behind).backgroundColor];
})()
"""
FONT = "document.fonts.check(\"bold 16px 'Roboto Mono'\", 'x')"


@pytest.fixture
async def running(burning: Shell, tmp_path: Path) -> AsyncIterator[Serving]:
    chromium()
    running = Serving(burning, tmp_path / "said.txt")
    yield running
    if running.process.poll() is None:
        running.process.kill()
    running.process.wait()


@pytest.fixture
async def page(running: Serving, tmp_path: Path) -> AsyncIterator[Page]:
    async with browsing(tmp_path / "browser") as page:
        await page.open(await running.link())
        await page.ready("error rate is 7 %")
        yield page


@pytest.mark.fault(4)
async def test_a_line_typed_in_a_browser_is_stored_and_a_reload_loses_nothing(
    page: Page, burning: Shell
) -> None:
    await page.type("typed in a browser")
    await page.enter()
    await page.shows("note      typed in a browser")
    assert (await stored(burning)).count("typed in a browser") == 1
    await page.type("half a li")
    await page.shows("half a li")
    await page.call("Page.reload")
    await page.ready("the line you had not sent is back")
    await page.shows("▸ half a li")
    await page.shows("note      typed in a browser")
    assert (await stored(burning)).count("typed in a browser") == 1


async def test_it_fits_its_font_is_there_and_nothing_is_fetched_from_elsewhere(
    page: Page, running: Serving
) -> None:
    address = (await running.link()).partition("/#")[0]
    assert await page.run("location.href") == f"{address}/"
    assert await page.run(FITS)
    assert await page.run(BEHIND) == [True, "rgb(18, 18, 18)"]  # as the window, to the last pixel
    assert await page.run(FONT)
    assert any(asked.startswith("ws:") for asked in page.asked)
    ours = (f"{address}/", f"{address.replace('http', 'ws')}/")
    assert [asked for asked in page.asked if not asked.startswith(ours)] == []


@pytest.mark.fault(25)
async def test_a_link_that_was_used_opens_nothing_and_the_next_one_does(
    page: Page, running: Serving
) -> None:
    first, second = (await running.link()).split()
    await page.call("Network.clearBrowserCookies")
    await page.open(first)
    await page.says("no longer, let you in")
    await page.open(second)
    await page.ready("error rate is 7 %")


async def test_a_page_says_that_its_server_was_stopped(page: Page, running: Serving) -> None:
    running.process.send_signal(signal.SIGTERM)
    await page.says("The server was stopped.")
    assert await asyncio.to_thread(running.process.wait, DEADLINE) == 0
