from pathlib import Path

import pytest

from incident_tui.postmortem.progress import missing
from incident_tui.services.scenario import parse
from incident_tui.services.shown import differences, shown
from tests.generated import TRANSCRIPTS, examples
from tests.support.doors import DOORS, by_service

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


@pytest.mark.parametrize("stem", ["log-search-disk-full", "nodes-not-ready"])
def test_nothing_is_missing_from_the_post_mortems_of_real_incidents(
    stem: str, tmp_path: Path
) -> None:
    [transcript] = [path for path in TRANSCRIPTS if path.stem == stem]
    played = by_service(parse(transcript.read_text("utf-8")), tmp_path / "store.db")
    assert missing(played.record) == ()
