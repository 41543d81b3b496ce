"""The real server on the loopback device, and what it refuses before it begins."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Final

import aiohttp
import psutil
import pytest

from incident_tui.cli import serving, tokens
from tests.cli.conftest import Shell
from tests.support.polling import DEADLINE, until

OWN: Final = "a-token-of-some-length"


@pytest.mark.parametrize(
    ("args", "why"),
    [
        (("--host", "0.0.0.0"), "other computers could reach '0.0.0.0'. Stay on 127.0.0.1"),
        (("--host", "ops.example"), "--behind-proxy https://…; or set a token of your own"),
        (("--host", "::", "--token-file", "token"), "is no address that people open"),
        (("--token-file", "short"), "at least 16 plain characters"),
        (("--token-file", "empty"), "at least 16 plain characters"),
        (("--behind-proxy", "http://ops.example"), "write https://incidents.example"),
        (("--behind-proxy", "https://ops.example/tui"), "and no path"),
        (("--behind-proxy", "https://ops.example:port"), "is not the address of a proxy"),
        (("--behind-proxy", "https://"), "is not the address of a proxy"),
    ],
)
@pytest.mark.fault(25)
def test_what_would_let_strangers_in_is_refused_with_what_would_work(
    burning: Shell, args: tuple[str, ...], why: str
) -> None:
    for name, text in {"token": OWN, "short": "hm", "empty": ""}.items():
        Path(name).write_text(f"{text}\n")
    assert why in burning.refused(2, "serve", *args)


@pytest.mark.parametrize(
    ("args", "told"),
    [
        ((), ("127.0.0.1", "", "")),
        (("--host", "127.0.0.2", "--token-file", "token"), ("127.0.0.2", "", OWN)),
        (
            ("--host", "0.0.0.0", "--behind-proxy", "https://Ops.example:443/"),
            ("0.0.0.0", "https://ops.example", ""),
        ),
        (("--behind-proxy", "https://[::1]:8443"), ("127.0.0.1", "https://[::1]:8443", "")),
    ],
)
def test_what_keeps_strangers_out_is_served(
    burning: Shell,
    monkeypatch: pytest.MonkeyPatch,
    args: tuple[str, ...],
    told: tuple[str, str, str],
) -> None:
    served: list[tuple[object, ...]] = []

    async def serve(listening: socket.socket, *how: object) -> None:
        listening.close()
        served.append(how)

    monkeypatch.setattr(serving, "_serve", serve)
    monkeypatch.delenv(tokens.TOKEN, raising=False)
    Path("token").write_text(f"{OWN}\n")
    result = burning.call("serve", "--port", "0", *args)
    assert (result.exit_code, result.output) == (0, "")
    [(*how, command)] = served
    assert tuple(how) == told
    assert command == [
        *(sys.executable, "-P", "-m", "incident_tui"),
        *("--db", str(burning.db), "--as", "@jo"),
    ]


def test_a_port_that_is_taken_is_said(burning: Shell) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        refused = burning.refused(2, "serve", "--port", port)
    assert f"port {port} cannot be served at: Address already in use; name another" in refused


def test_an_extra_that_is_missing_is_named(burning: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "textual_serve", None)
    refused = burning.refused(3, "serve", "--port", "0")
    assert refused == 'serving needs: pip install "incident-tui[web]"'


class Serving:
    """The program as it serves, and one page of it."""

    def __init__(self, shell: Shell, out: Path) -> None:
        self._out = out
        with out.open("wb") as said, out.with_suffix(".err").open("wb") as narrated:
            self.process = subprocess.Popen(
                [
                    *(sys.executable, "-m", "incident_tui", "--db", str(shell.db)),
                    *("serve", "--port", "0"),
                ],
                stdout=said,
                stderr=narrated,
                env={k: v for k, v in os.environ.items() if k != tokens.TOKEN},
            )

    async def link(self) -> str:
        """The link that it prints."""

        async def printed() -> str:
            assert self.process.poll() is None, self.narrated()
            return self._out.read_text()

        return (await until(printed)).strip()

    def narrated(self) -> str:
        return self._out.with_suffix(".err").read_text()

    def windows(self) -> list[int]:
        """The processes that it has begun; not those of theirs, such as a window's backup."""
        return [child.pid for child in psutil.Process(self.process.pid).children()]

    async def page(self, client: aiohttp.ClientSession) -> aiohttp.ClientWebSocketResponse:
        """Come in by the link, and open a window that shows the incident."""
        address, _, token = (await self.link()).partition("/#")
        sent = {"Origin": address}
        async with client.post(f"{address}/enter", data=token, headers=sent) as answer:
            assert answer.status == 204
        page = await client.ws_connect(f"{address}/ws?width=100&height=30", headers=sent)

        async def shows() -> bool:
            return b"Checkout fails" in await page.receive_bytes(timeout=DEADLINE)

        await until(shows)
        return page


@pytest.fixture
async def running(burning: Shell, tmp_path: Path) -> AsyncIterator[Serving]:
    pytest.importorskip("textual_serve")
    running = Serving(burning, tmp_path / "said.txt")
    yield running
    if running.process.poll() is None:
        running.process.kill()
    running.process.wait()


@pytest.fixture
async def client() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as client:
        yield client


async def stored(shell: Shell) -> list[str]:
    """What the entries of the incident say; the program cannot be called where a loop runs."""
    return [
        entry["text"] for entry in (await asyncio.to_thread(shell.json, "show", "1"))["entries"]
    ]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
@pytest.mark.fault(4, 6)
async def test_what_was_sent_from_a_page_is_stored_however_the_server_ends(
    running: Serving, burning: Shell, client: aiohttp.ClientSession, number: signal.Signals
) -> None:
    page = await running.page(client)
    [window] = running.windows()
    await page.send_json(["stdin", "typed in a page\r"])
    await page.send_json(["ping", "heard"])  # it hears in order

    async def heard() -> bool:
        return (await page.receive()).type is aiohttp.WSMsgType.TEXT

    await until(heard)
    running.process.send_signal(number)

    async def closed() -> bool:
        return (await page.receive()).type in {aiohttp.WSMsgType.CLOSE, aiohttp.WSMsgType.CLOSED}

    await until(closed)
    await asyncio.to_thread(running.process.wait, DEADLINE)

    async def gone() -> bool:
        return not psutil.pid_exists(window)

    await until(gone)
    assert "typed in a page" in await stored(burning)
    if number is not signal.SIGKILL:
        assert running.process.returncode == 0
        assert "Traceback" not in running.narrated()


@pytest.mark.fault(4)
async def test_a_line_sent_as_the_page_is_closed_is_stored(
    running: Serving, burning: Shell, client: aiohttp.ClientSession
) -> None:
    page = await running.page(client)
    [window] = running.windows()
    await page.send_json(["stdin", "the last word\r"])
    await page.close()

    async def gone() -> bool:
        return not psutil.pid_exists(window)

    await until(gone)
    assert "the last word" in await stored(burning)
