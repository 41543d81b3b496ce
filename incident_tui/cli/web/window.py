"""A window lives as long as its page is connected, and whatever ends it, it stores what it has."""

import asyncio
import json
import shlex
import signal
import sys
from asyncio.subprocess import PIPE, Process, create_subprocess_exec
from collections.abc import Sequence
from contextlib import suppress
from typing import Final

from aiohttp import WSCloseCode, web
from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager

from incident_tui.cli.tokens import TOKEN

PATIENCE: Final = 5.0
"""Seconds that a program has to leave by itself, and then again to keep what is typed."""
_LARGEST: Final = 1000
_FAILED: Final = b"The program stopped. What was sent is stored; whoever serves it sees why."


class Window(AppService):
    """The program, shown by the page at the other end of the socket."""

    def __init__(self, command: Sequence[str], websocket: web.WebSocketResponse) -> None:
        super().__init__(
            shlex.join(command),
            write_bytes=websocket.send_bytes,
            write_str=websocket.send_str,
            close=self._leaving,
            download_manager=DownloadManager(),
        )
        self._arguments = command
        self._websocket = websocket

    async def open(self, width: str, height: str) -> None:
        """Start the program at the size in cells that the page says it has."""
        size = [int(told) if told.isdecimal() else 0 for told in (width, height)]
        await self.start(_cells(size[0] or 80), _cells(size[1] or 24))

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        """Without a shell, without our token, and out of reach of the keys of our terminal."""
        environment = self._build_environment(width, height)
        environment.pop(TOKEN, None)
        self._process = await create_subprocess_exec(
            *self._arguments,
            stdin=PIPE,
            stdout=PIPE,
            stderr=PIPE,
            env=environment,
            start_new_session=True,
        )
        self._stdin = self._process.stdin
        return self._process

    async def run(self) -> None:
        """Show what the program draws until it ends, then close the page."""
        # A program that ended before it was read from cancels the task that was to read its errors.
        with suppress(asyncio.CancelledError):
            await super().run()
        process = self._process
        if process is not None and process.stdout is not None and process.stdout.at_eof():
            failed = await process.wait() != 0
            if failed and process.stderr is not None:
                # What it said last may not have been read when its end was.
                sys.stdout.write((await process.stderr.read()).decode("utf-8", "replace"))
            code = WSCloseCode.INTERNAL_ERROR if failed else WSCloseCode.OK
            await self._websocket.close(code=code, message=_FAILED if failed else b"")

    async def hear(self, said: str) -> None:
        """Pass on what the page says; what makes no sense is not for us."""
        with suppress(ValueError):
            match json.loads(said):
                case ["stdin", str(text)]:
                    await self.send_bytes(text.encode("utf-8", "replace"))
                case ["resize", {"width": int(width), "height": int(height)}]:
                    await self.set_terminal_size(_cells(width), _cells(height))
                case ["ping", str(sent)]:
                    await self._websocket.send_json(["pong", sent])
                case ["focus"]:
                    await self.focus()
                case ["blur"]:
                    await self.blur()

    async def stop(self) -> None:
        """Have the program leave; hang up on one that does not, at which it keeps what is typed."""
        if self._process is None:
            return
        ending = asyncio.ensure_future(self._ended(self._process))
        for number in (signal.SIGHUP, signal.SIGKILL):
            await asyncio.wait({ending}, timeout=PATIENCE)
            if not ending.done():
                with suppress(ProcessLookupError):
                    self._process.send_signal(number)
        await asyncio.wait({ending}, timeout=PATIENCE)
        ending.cancel()

    async def _ended(self, process: Process) -> None:
        await self.send_meta({"type": "quit"})
        if self._task is not None:
            await self._task
        await process.communicate()  # it must not wait for somebody to read what it still says

    async def _leaving(self) -> None:
        """The program says so; the page is closed when it is known how it ended."""


def _cells(count: int) -> int:
    return min(max(count, 1), _LARGEST)
