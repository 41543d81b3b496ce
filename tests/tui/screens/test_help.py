import pytest

from incident_tui.commands.all import REGISTRY
from incident_tui.tui.screens.help import HelpScreen
from incident_tui.tui.widgets.help_list import HelpList, topics
from incident_tui.tui.widgets.line_list import LineList
from tests.support.screens import HOSTILE, Host

KEYS = (("Keys everywhere", "^P", "open the palette"), ("Keys everywhere", "F1", "this help"))


def host(topic: str = "") -> Host:
    return Host(HelpScreen(topic, KEYS))


def test_every_command_and_key_is_a_topic_with_its_usage_and_examples() -> None:
    found = {topic.name: topic for topic in topics(REGISTRY, KEYS)}
    for command in REGISTRY:
        topic = found[f"/{command.name}"]
        told = [item.text for item in topic.more]
        assert (topic.section, topic.summary) == (command.family, command.summary)
        assert {command.usage, *command.examples} <= set(told)
    assert found["^P"].section == "Keys everywhere"


async def test_every_topic_is_reached_with_the_arrow_and_stands_under_its_section() -> None:
    app = host()
    async with app.run_test(size=(80, 24)) as pilot:
        seen = []
        rows = app.screen.query_one(HelpList)
        for _ in range(len(topics(REGISTRY, KEYS))):
            assert rows.chosen is not None
            seen.append(rows.chosen.name)
            rows.move(1)
        await pilot.pause()
        assert seen == [topic.name for topic in topics(REGISTRY, KEYS)]
        assert "Keys everywhere" in app.text()
        assert "this help" in app.text()


async def test_enter_takes_the_command_to_the_prompt() -> None:
    app = host()
    async with app.run_test() as pilot:
        await pilot.press(*"incident commander", "enter")
        assert app.answers == ["/ic "]


async def test_a_key_has_nothing_to_type() -> None:
    app = host()
    async with app.run_test() as pilot:
        await pilot.press(*"palette", "enter")
        assert app.answers == []
        await pilot.press("f1")
        assert app.answers == [None]


@pytest.mark.parametrize("topic", ["decision", "/D", "d"])
async def test_it_opens_at_a_command_by_any_of_its_names(topic: str) -> None:
    app = host(topic)
    async with app.run_test(size=(80, 24)) as pilot:
        assert "/decision roll back to build 412 @ana" in app.text()
        await pilot.press("enter")
        assert app.answers == ["/decision "]


async def test_another_topic_is_looked_for() -> None:
    app = host("palette")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "▌ ^P" in app.text()
        await pilot.press("escape")
        assert app.answers == [None]


async def test_what_is_nowhere_is_said() -> None:
    app = host("zz" + HOSTILE)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "No command or key holds “zz[/x]" in app.text()
        await pilot.press("enter", "down", "pagedown")
        assert app.answers == []


async def test_a_click_goes_to_a_line_and_a_second_one_takes_it() -> None:
    app = host()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.click(LineList, offset=(10, 0))
        await pilot.click(LineList, offset=(10, 2))
        assert app.answers == []
        await pilot.click(LineList, offset=(10, 2))
        assert app.answers == ["/decision "]


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 12), (10, 5)])
async def test_nothing_reaches_past_the_screen(size: tuple[int, int]) -> None:
    app = Host(HelpScreen("", ((HOSTILE, HOSTILE, HOSTILE),)))
    async with app.run_test(size=size) as pilot:
        await pilot.press(*["pagedown"] * 20)
        assert "\x1b" not in app.text()
        assert all(len(line) <= size[0] for line in app.text().splitlines())
