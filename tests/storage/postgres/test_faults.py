"""Whatever breaks between here and the server, nothing is lost, doubled or given away."""

import asyncio
import os
import shutil
import ssl
import struct
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from incident_tui.domain.errors import StoreAwayError, StoreLockedError
from incident_tui.storage.append import append
from incident_tui.storage.postgres import connecting, door
from incident_tui.storage.postgres.team import PostgresTeam
from tests.storage.stories import noted
from tests.support.broken_server import cable, liar
from tests.support.postgres import SERVER, connected

SECRET = "hunterzwei"


def through(address: str, port: int) -> str:
    return address.replace(SERVER.rpartition("@")[2].split("/")[0], f"127.0.0.1:{port}")


async def test_a_reply_lost_after_the_commit_doubles_nothing(
    burning: PostgresTeam, address: str
) -> None:
    async with cable() as wire:
        team = PostgresTeam(through(address, wire.port))
        await team.tips()
        for n in range(20):
            wire.cut_at = b"COMMIT\x00"
            with pytest.raises(StoreAwayError):
                await team.run(append([noted("x", f"m{n}")]))
            [again] = await team.run(append([noted("x", f"m{n}")]))
            assert (again.seq, again.is_new) == (4 + n, False)
        await team.close()
    assert [row[2] for row in await burning.entries("i1", 0, 99)] == list(range(1, 24))


async def test_a_cut_before_the_commit_leaves_nothing(burning: PostgresTeam, address: str) -> None:
    async with cable() as wire:
        team = PostgresTeam(through(address, wire.port))
        await team.tips()
        wire.cut_at = b"UPDATE 1\x00"  # the tip has been moved
        with pytest.raises(StoreAwayError):
            await team.run(append([noted("x", "m1")]))
        [again] = await team.run(append([noted("x", "m1")]))
        assert (again.seq, again.is_new) == (4, True)
        await team.close()


async def test_a_server_that_says_nothing_is_away(
    burning: PostgresTeam, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connecting, "SECONDS_TO_ANSWER", 0.3)
    monkeypatch.setattr(connecting, "SECONDS_TO_CONNECT", 0.3)
    async with cable() as wire:
        team = PostgresTeam(through(address, wire.port))
        await team.tips()
        wire.silent = True
        with pytest.raises(StoreAwayError, match="does not answer"):
            await team.tips()
        with pytest.raises(StoreAwayError, match="does not answer"):
            await team.tips()
        wire.silent = False
        monkeypatch.setattr(connecting, "SECONDS_TO_CONNECT", 10)
        monkeypatch.setattr(connecting, "SECONDS_TO_ANSWER", 10)
        assert (await team.tips())["i1"].entries == 3
        await team.close()


async def test_who_holds_an_incident_for_too_long_is_not_waited_for(
    burning: PostgresTeam, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(connecting._SETTINGS, "lock_timeout", "50ms")
    team = PostgresTeam(address)
    async with connected(burning.address.schema) as other, other.transaction():
        await other.execute(door._LOCK, "incident/i1")
        with pytest.raises(StoreLockedError, match="try again"):
            await team.run(append([noted("x", "m1")]))
    assert (await team.run(append([noted("x", "m1")])))[0].is_new
    await team.close()


async def _asks_for_a_password(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.readexactly(struct.unpack("!I", await reader.readexactly(4))[0] - 4)
    writer.write(b"R" + struct.pack("!II", 8, 3))
    await reader.read(1024)
    fields = b"SFATAL\x00VFATAL\x00C28P01\x00Mpassword authentication failed\x00\x00"
    writer.write(b"E" + struct.pack("!I", len(fields) + 4) + fields)
    await writer.drain()


async def test_a_password_that_is_refused_is_not_repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PGPASSWORD", SECRET)
    async with liar(_asks_for_a_password) as port:
        team = PostgresTeam(f"postgresql://ana@127.0.0.1:{port}/x?sslmode=disable")
        with pytest.raises(StoreAwayError, match="does not let you in") as refused:
            await team.tips()
    assert SECRET not in f"{refused.value!r}{team!r}{team.address!r}"
    assert refused.value.__cause__ is None or SECRET not in repr(refused.value.__cause__)


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ("/no_such_database", "the server has no such database .* mend the address"),
        ("/?connect_timeout=5", "does not know an option .*connect_timeout.* take it out"),
    ],
)
async def test_an_address_that_is_wrong_is_said_to_be(address: str, wrong: str, says: str) -> None:
    parts = urlsplit(address)
    path, _, query = wrong.partition("?")
    named = parts._replace(path=path if path != "/" else parts.path, query=query).geturl()
    team = PostgresTeam(named)
    with pytest.raises(StoreAwayError, match=says):
        await team.tips()


def test_a_file_of_passwords_that_others_can_read_is_left_alone_without_a_warning(
    tmp_path: Path,
) -> None:
    file = tmp_path / "passwords"
    file.write_text(f"*:*:*:*:{SECRET}\n", "utf-8")
    file.chmod(0o644)
    away = "postgresql://ana@127.0.0.1:1/nobody"
    done = subprocess.run(
        [sys.executable, "-m", "incident_tui", "--db", away, "list"],
        env={**os.environ, "PGPASSFILE": str(file), "XDG_DATA_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "cannot be reached" in done.stderr
    assert "Warning" not in done.stderr


async def test_without_tls_nothing_is_said_to_a_server_that_must_prove_itself() -> None:
    said: list[bytes] = []

    async def no_tls(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readexactly(8)
        writer.write(b"N")
        said.append(await reader.read(1024))

    async with liar(no_tls) as port:
        team = PostgresTeam(f"postgresql://ana@127.0.0.1:{port}/x?sslmode=verify-full")
        with pytest.raises(StoreAwayError):
            await team.tips()
        await asyncio.sleep(0)
    assert b"".join(said) == b""


@pytest.fixture
def self_signed(tmp_path: Path) -> ssl.SSLContext:
    """What a server shows that nobody vouches for."""
    if not shutil.which("openssl"):
        pytest.skip("no openssl to make a certificate with")
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    make = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost"
    subprocess.run(
        [*make.split(), "-keyout", key, "-out", certificate], check=True, capture_output=True
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return context


async def test_a_certificate_that_nobody_vouches_for_is_refused(
    self_signed: ssl.SSLContext,
) -> None:
    async def show_it(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readexactly(8)
        writer.write(b"S")
        await writer.drain()
        await writer.start_tls(self_signed)

    async with liar(show_it) as port:
        team = PostgresTeam(f"postgresql://ana@127.0.0.1:{port}/x?sslmode=verify-full")
        with pytest.raises(StoreAwayError, match="certificate is not trusted"):
            await team.tips()
