"""A headless Chromium, driven over its DevTools protocol; every wait has a deadline."""

import asyncio
import base64
import os
import shutil
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from itertools import count
from pathlib import Path
from typing import Any, Final

import aiohttp
import pytest

from tests.support.polling import DEADLINE, until

_NAMES: Final = ("chromium", "chromium-browser", "google-chrome")
_QUIET: Final = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    *("--remote-debugging-port=0", "about:blank"),
)
_SIZE: Final = {"width": 1280, "height": 800, "deviceScaleFactor": 1, "mobile": False}
# textual.js tells nobody of its terminal; the object that holds it is met when it stores an add-on.
_MEET: Final = """
Object.defineProperty(Object.prototype, "fitAddon", {
  configurable: true,
  set(value) {
    window.met = this.terminal;
    Object.defineProperty(this, "fitAddon", { value, writable: true });
  },
});
"""
_SCREEN: Final = """
(() => {
  const buffer = window.met?.buffer.active;
  const rows = buffer ? [...Array(window.met.rows).keys()] : [];
  return rows.map((row) => buffer.getLine(row)?.translateToString(true) ?? "").join("\\n");
})()
"""
_FOCUSED: Final = "document.activeElement?.classList.contains('xterm-helper-textarea')"


class PageError(Exception):
    """The browser did not do it."""


class Page:
    """A tab: what it shows, and what a person does to it."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self.asked: list[str] = []
        """The addresses that it has fetched anything from."""
        self._socket = socket
        self._numbers = count(1)

    async def call(self, method: str, **params: Any) -> dict[str, Any]:
        """Ask the browser for something, and give its answer."""
        number = next(self._numbers)
        await self._socket.send_json({"id": number, "method": method, "params": params})
        while True:
            said = await self._socket.receive_json(timeout=DEADLINE)
            if said.get("method") == "Network.requestWillBeSent":
                self.asked.append(said["params"]["request"]["url"])
            if said.get("method") == "Network.webSocketCreated":
                self.asked.append(said["params"]["url"])
            if said.get("id") == number:
                if "error" in said:
                    raise PageError(said["error"]["message"])
                return dict(said["result"])

    async def begin(self) -> None:
        """Watch what is fetched, and reach the terminal."""
        await self.call("Network.enable")
        await self.call("Page.enable")
        await self.call("Emulation.setFocusEmulationEnabled", enabled=True)
        await self.call("Emulation.setDeviceMetricsOverride", **_SIZE)
        await self.call("Page.addScriptToEvaluateOnNewDocument", source=_MEET)

    async def open(self, url: str) -> None:
        await self.call("Page.navigate", url=url)

    async def run(self, expression: str) -> Any:
        """The value of the expression in the page, None while it has none."""
        try:
            done = await self.call("Runtime.evaluate", expression=expression, returnByValue=True)
        except PageError:  # it goes to another page just now
            return None
        return done["result"].get("value")

    async def screen(self) -> str:
        """What the terminal shows, one line a row."""
        return str(await self.run(_SCREEN) or "")

    async def shows(self, text: str) -> None:
        """Wait until the terminal does."""

        async def shown() -> bool:
            return text in await self.screen()

        try:
            await until(shown)
        except TimeoutError:
            screen = await self.screen()
            raise AssertionError(f"{text!r} is not on the screen:\n{screen}") from None

    async def ready(self, text: str) -> None:
        """Wait until the terminal shows it and takes keys."""
        await self.shows(text)

        async def focused() -> bool:
            return bool(await self.run(_FOCUSED))

        await until(focused)

    async def says(self, text: str) -> None:
        """Wait until the page itself does, beside the terminal."""

        async def said() -> bool:
            return text in (await self.run("document.body?.innerText") or "")

        await until(said)

    async def type(self, text: str) -> None:
        for char in text:
            await self.call("Input.dispatchKeyEvent", type="keyDown", text=char, key=char)
            await self.call("Input.dispatchKeyEvent", type="keyUp", key=char)

    async def enter(self) -> None:
        """Press Enter."""
        key = {"key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 13}
        await self.call("Input.dispatchKeyEvent", type="keyDown", text="\r", **key)
        await self.call("Input.dispatchKeyEvent", type="keyUp", **key)

    async def picture(self) -> bytes:
        """What the tab looks like, as PNG."""
        shot = await self.call("Page.captureScreenshot")
        return base64.b64decode(shot["data"])


def chromium() -> str:
    """Its path; a test that needs it is skipped where there is none."""
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    if found is None:
        pytest.skip("no Chromium here: apt install chromium")
    return found


@asynccontextmanager
async def browsing(folder: Path) -> AsyncIterator[Page]:
    """A tab of a browser that keeps its things in the folder and is gone afterwards."""
    process = await asyncio.create_subprocess_exec(
        chromium(),
        *_QUIET,
        f"--user-data-dir={folder}",
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        port = await _port(folder / "DevToolsActivePort")
        async with aiohttp.ClientSession() as session:
            async with session.get(f"http://127.0.0.1:{port}/json") as answer:
                tabs = [tab for tab in await answer.json() if tab["type"] == "page"]
            address = tabs[0]["webSocketDebuggerUrl"]
            async with session.ws_connect(address, max_msg_size=1 << 26) as socket:
                page = Page(socket)
                await page.begin()
                yield page
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        await process.wait()


async def _port(file: Path) -> int:
    async def told() -> str:
        text = file.read_text() if file.exists() else ""  # noqa: ASYNC240
        return text.partition("\n")[0] if "\n" in text else ""

    return int(await until(told))
