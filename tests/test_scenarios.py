import re
from pathlib import Path

import pytest

from incident_tui.postmortem.progress import missing
from incident_tui.services.json_shapes import differences, shown
from incident_tui.services.scenario import parse
from tests.generated import EXAMPLES, TRANSCRIPTS, examples
from tests.support import postgres
from tests.support.doors import DOORS, by_service, by_team

transcripts = pytest.mark.parametrize("transcript", TRANSCRIPTS, ids=lambda path: path.stem)


@transcripts
@pytest.mark.parametrize("door", DOORS)
def test_a_transcript_ends_the_same_through_every_door(
    transcript: Path, door: str, tmp_path: Path
) -> None:
    scenario = parse(transcript.read_text("utf-8"))
    assert scenario.expect
    played = DOORS[door](scenario, tmp_path / "door.db")
    assert differences(scenario.expect, shown(played.record)) == []
    for path, content in examples(transcript.stem, played.record).items():
        assert path.read_bytes() == content, path.name
    if door != "service":
        assert played.told() == by_service(scenario, tmp_path / "service.db").told()


@transcripts
def test_a_transcript_ends_the_same_in_another_copy_of_a_team_s_store(
    transcript: Path, tmp_path: Path
) -> None:
    postgres.require_server()
    scenario = parse(transcript.read_text("utf-8"))
    with postgres.store() as team:
        played = by_team(scenario, tmp_path, postgres.address(team.schema))
    assert differences(scenario.expect, shown(played.record)) == []
    assert played.told() == by_service(scenario, tmp_path / "service.db").told()


def test_the_post_mortem_of_a_busy_call_has_its_decisions_its_tries_and_its_updates() -> None:
    page = (EXAMPLES / "payments-in-forty-minutes.md").read_text("utf-8")
    parts = dict(re.findall(r"(?ms)^### ([^\n]+)\n(.*?)(?=^### |\Z)", page))
    decided, tried = (
        parts[name].strip().split("\n")[2:] for name in ("Decisions", "What was tried")
    )
    told = parts["Updates"].strip().split("\n")
    assert [row.split(" | ")[-1].split()[0] for row in decided] == [
        *("Withdrawn", "Failed", "Verified", "Verified"),
    ]
    assert "payments in flight are lost; back-out: deploy 7.4 again" in decided[2]
    assert "kim: I would rather fix forward" in decided[2]
    assert [row.split(" | ")[2] for row in tried] == ["Helped", "Done", "Did not help", "Helped"]
    assert [line.split(" — ")[1].split(":")[0] for line in told] == [
        *("public", "internal", "can", "public", "internal"),
    ]


@pytest.mark.parametrize("stem", ["log-search-disk-full", "nodes-not-ready"])
def test_nothing_is_missing_from_the_post_mortems_of_real_incidents(
    stem: str, tmp_path: Path
) -> None:
    [transcript] = [path for path in TRANSCRIPTS if path.stem == stem]
    played = by_service(parse(transcript.read_text("utf-8")), tmp_path / "store.db")
    assert missing(played.record) == ()
