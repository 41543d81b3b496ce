import hmac
import re
from pathlib import Path

import pytest

from incident_tui.cli.web import site
from incident_tui.cli.web.door import Door
from incident_tui.cli.web.guard import place_at
from tests.cli.web.served import Served, heard, serving

pytestmark = pytest.mark.fault(25)

PAGE = Path(site.__file__).with_name("page")
EVIL = "https://evil.example"


async def test_a_stranger_gets_the_door_and_nothing_else(served: Served) -> None:
    status, text = await served.ask("/")
    assert (status, "terminal" in text, 'id="door"' in text) == (403, False, True)
    assert await served.refused() == 403
    for path in ("/static/js/textual.js", "/nowhere"):
        assert (await served.ask(path))[0] == 403
    assert await served.enter("") == 403
    assert await served.enter("ü" * 40) == 403
    served.client.cookie_jar.update_cookies({served.place.cookie: "guessed"})
    assert await served.refused() == 403


async def test_a_link_lets_one_browser_in_once_and_is_followed_by_another(served: Served) -> None:
    [link] = served.tickets
    assert await served.enter(link) == 204
    status, text = await served.ask("/")
    assert (status, 'id="terminal"' in text) == (200, True)
    assert await served.enter("") == 204  # it is in already
    served.client.cookie_jar.clear()
    assert await served.enter(link) == 403
    assert await served.enter(served.tickets[-1]) == 204
    assert len(set(served.tickets)) == 3


async def test_a_token_of_ones_own_lets_in_again_and_is_printed_nowhere() -> None:
    async with serving(own="a-token-of-some-length") as served:
        for _ in range(2):
            served.client.cookie_jar.clear()
            assert await served.enter("a-token-of-some-length\n") == 204
        assert served.tickets == []
        served.client.cookie_jar.clear()
        assert await served.enter("a-token-of-some-lengt") == 403


async def test_no_page_can_read_the_cookie_and_no_other_site_sends_it(served: Served) -> None:
    sent = {"Origin": served.origin}
    path = f"{served.url}/enter"
    async with served.client.post(path, data=served.tickets[-1], headers=sent) as answer:
        [cookie] = answer.cookies.values()
    assert cookie.OutputString() == (
        f"{served.place.cookie}={cookie.value}; HttpOnly; Path=/; SameSite=Strict"
    )
    assert cookie.value not in served.tickets


async def test_a_name_of_somebody_elses_that_leads_here_is_not_served(entered: Served) -> None:
    port = entered.url.rpartition(":")[2]
    assert (await entered.ask("/", Host=f"localhost:{port}"))[0] in {200, 403}
    for host in (f"attacker.example:{port}", "127.0.0.1", f"127.0.0.1.evil.example:{port}", ""):
        for path in ("/", "/page/door.js", "/static/js/textual.js"):
            status, text = await entered.ask(path, Host=host)
            assert (status, "and no other name" in text) == (403, True)
        assert await entered.refused(Host=host) == 403


async def test_a_page_of_another_site_opens_no_window(entered: Served) -> None:
    port = entered.url.rpartition(":")[2]
    for origin in (EVIL, "null", f"http://127.0.0.1:{int(port) ^ 1}", f"https://127.0.0.1:{port}"):
        assert await entered.refused(Origin=origin) == 403
        assert (await entered.ask("/", Origin=origin))[0] == 403
        assert await entered.enter(entered.tickets[-1], Origin=origin) == 403
    address = f"{entered.url}/enter"
    async with entered.client.post(address, data=entered.tickets[-1]) as answer:
        assert answer.status == 403  # every browser says where a page's own request comes from
    entered.origin = ""
    assert await entered.refused() == 403


async def test_our_own_page_opens_a_window(entered: Served) -> None:
    async with entered.window() as page:
        assert await heard(page) == "no token"


async def test_no_folder_is_listed_and_nothing_above_it_is_given(entered: Served) -> None:
    for path in ("/static/", "/static/js", "/page/", "/page", "/static/..%2f..%2fpyvenv.cfg"):
        assert (await entered.ask(path))[0] in {403, 404}, path
    assert (await entered.ask("/page/..%2fguard.py"))[0] in {403, 404}
    assert (await entered.ask("/static/js/textual.js"))[0] == 200


@pytest.mark.parametrize("path", ["/", "/ws", "/nowhere", "/page/page.css", "/page/nowhere"])
async def test_every_answer_says_that_nothing_comes_from_elsewhere(
    entered: Served, path: str
) -> None:
    for host in ({}, {"Host": "evil.example"}):
        async with entered.client.get(f"{entered.url}{path}", headers=host) as answer:
            policy = answer.headers["Content-Security-Policy"]
            assert answer.headers["Referrer-Policy"] == "no-referrer"
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
            assert answer.headers["Server"] == "incident-tui"
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "http" not in policy
    assert "script-src 'self';" in policy


def test_no_page_names_another_computer_or_holds_a_script() -> None:
    for page in PAGE.iterdir():
        text = re.sub(r"http://www.w3.org/2000/svg|//\$\{location.host}", "", page.read_text())
        assert not re.search(r"//\S", text), page
        assert not re.search(r"<script(?! src)|<style| on\w+=", text), page


async def test_behind_a_proxy_only_its_own_pages_open_a_window() -> None:
    async with serving(proxy="https://incidents.example") as served:
        local = served.url
        assert await served.enter(served.tickets[-1], Origin=local) == 403
        sent = {"Origin": served.origin, "Host": "incidents.example"}
        path = f"{local}/enter"
        async with served.client.post(path, data=served.tickets[-1], headers=sent) as answer:
            assert answer.status == 204
            [cookie] = answer.cookies.values()
        assert cookie.OutputString() == (
            f"__Host-incident-tui={cookie.value}; HttpOnly; Path=/; SameSite=Strict; Secure"
        )
        shown = {"Cookie": f"{cookie.key}={cookie.value}"}
        assert await served.refused(**shown, Origin=local) == 403
        async with served.window(**shown, Host="incidents.example") as page:
            assert await heard(page) == "no token"


@pytest.mark.parametrize(
    ("host", "port", "address", "hosts"),
    [
        ("127.0.0.1", 8766, "http://127.0.0.1:8766", {"127.0.0.1:8766", "localhost:8766"}),
        ("::1", 80, "http://[::1]", {"[::1]", "127.0.0.1"}),
        ("Ops.Example", 8766, "http://ops.example:8766", {"ops.example:8766"}),
    ],
)
def test_a_place_is_named_as_browsers_name_it(
    host: str, port: int, address: str, hosts: set[str]
) -> None:
    place = place_at(host, port)
    assert place.address == address
    assert hosts <= place.hosts
    assert address in place.origins
    assert place.cookie == f"incident-tui-{port}"
    assert not place.secure


def test_secrets_are_compared_in_constant_time(monkeypatch: pytest.MonkeyPatch) -> None:
    door = Door("a-token-of-some-length", print)
    assert door.admits("a-token-of-some-length")
    monkeypatch.setattr(hmac, "compare_digest", lambda *_: False)
    assert not door.admits("a-token-of-some-length")
    assert not door.knows(door.cookie)


def test_a_door_that_was_not_opened_admits_nobody() -> None:
    assert not Door("", print).admits("")
