"""Days, zones and lists as they are written elsewhere; each case is a document of its own."""

import pytest

from incident_tui.postmortem.reading.dates import day_in_name, days_in
from incident_tui.postmortem.reading.document import read
from incident_tui.postmortem.reading.headings import Family, family_of


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Apr 24–25, 2026", "2026-04-24"),
        ("April 24th and 25th, 2026", "2026-04-24"),
        ("24-25 April 2026", "2026-04-24"),
        ("7 février 2026", "2026-02-07"),
        ("1er août 2026", "2026-08-01"),
        ("7. März 2026", "2026-03-07"),
        ("15 de diciembre de 2025", "2025-12-15"),
        ("3 de março de 2026", "2026-03-03"),
        ("12 ottobre 2025", "2025-10-12"),
        ("31 okt 2025", "2025-10-31"),
        ("5 May 2026", "2026-05-05"),
        ("2026-May-05", "2026-05-05"),
        ("2026 May 5", "2026-05-05"),
        ("2026年5月31日", "2026-05-31"),
    ],
)
def test_a_day_in_words(said: str, expected: str) -> None:
    [day] = days_in(f"On {said} it was slow")
    assert str(day.on(None, day_first=False)) == expected


def test_a_span_of_clocks_is_no_span_of_days() -> None:
    told = read("# Slow\n\n## Timeline\n\n- 2026-03-04 10:00 x\n- March 5 - 14:05 errors\n")
    assert [f"{e.local:%m-%d %H:%M}" for e in told.entries] == ["03-04 10:00", "03-05 14:05"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("- [12-05 16:21] merged\n- [03-26 07:16] paged\n", ["2018-12-05", "2019-03-26"]),
        ("- 25-03 16:21 merged\n- 26-03 07:16 paged\n", ["2019-03-25", "2019-03-26"]),
    ],
)
def test_two_numbers_before_a_clock_are_a_day(lines: str, expected: list[str]) -> None:
    told = read(f"# March 26th, 2019 Slow\n\n## Timeline\n\n{lines}")
    assert [f"{e.local:%Y-%m-%d}" for e in told.entries] == expected


def test_the_year_of_a_file_holds_for_a_range_of_days() -> None:
    told = read(
        "# Slow\n\n**Date:** Apr 24–25, 2026\n\n## Timeline\n\n| Time | Event |\n|---|---|\n"
        "| Feb 27, 05:54Z | deploy |\n| **Apr 24, 23:50:25Z** | errors |\n| 00:37Z | paged |\n"
    )
    assert [f"{e.at:%Y-%m-%d %H:%M:%S}" for e in told.entries] == [
        *("2026-02-27 05:54:00", "2026-04-24 23:50:25", "2026-04-25 00:37:00"),
    ]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ["21:01 (prev. night) up", "05:30 slow", "06:00 ok"],
            ["04 21:01", "05 05:30", "05 06:00"],
        ),
        (["14:00 the day before, a change", "09:00 slow"], ["04 14:00", "05 09:00"]),
        (
            ["10:00 slow", "11:00 (next day) ok", "11:30 closed"],
            ["05 10:00", "06 11:00", "06 11:30"],
        ),
        (["22:00 slow", "02:10 (+1d) ok", "02:40 (+1d) x"], ["05 22:00", "06 02:10", "06 02:40"]),
        (["22:00 slow", "02:10 ok", "02:40 (+1 day) x"], ["05 22:00", "06 02:10", "06 02:40"]),
    ],
)
def test_words_put_a_time_off_to_a_day_before_or_after(
    lines: list[str], expected: list[str]
) -> None:
    told = read("# Slow, 2024-03-05\n\n## Timeline\n\n" + "".join(f"- {each}\n" for each in lines))
    assert [f"{e.local:%d %H:%M}" for e in told.entries] == expected


def test_twelve_hours_without_a_half_go_on_past_noon_where_each_line_names_the_day() -> None:
    told = read(
        "# Slow\n\n## Timeline\n\n- 2015-02-27 09:27 a\n- 2015-02-27 12:39 b\n- 2015-02-27 1:50 c\n"
        "- 2015-02-27 5:04 d\n"
    )
    assert [f"{e.local:%H:%M}" for e in told.entries] == ["09:27", "12:39", "13:50", "17:04"]


def test_a_day_named_twice_leaves_what_is_out_of_order() -> None:
    told = read("# Slow\n\n## Timeline\n\n- 2022-02-03 23:09 a\n- 2022-02-03 14:32 b\n")
    assert [f"{e.local:%d %H:%M}" for e in told.entries] == ["03 23:09", "03 14:32"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["2024年3月5日 14:05 a", "3月9日 09:00 b"], ["05 14:05", "09 09:00"]),
        (["5.3. 14:05 a", "9.3., 09:00 b"], ["05 14:05", "09 09:00"]),
        (["10時15分 a", "10:20頃 b", "14:05 左右 c"], ["05 10:15", "05 10:20", "05 14:05"]),
        (["um 14:05 Uhr a", "gegen 14.10 Uhr b"], ["05 14:05", "05 14:10"]),
        (["à 14h05 a", "vers 14h10 b", "às 14h15 c"], ["05 14:05", "05 14:10", "05 14:15"]),
        (["14:05z a", "14:07 hs b", "a las 14:20 c"], ["05 14:05", "05 14:07", "05 14:20"]),
    ],
)
def test_clocks_and_days_of_other_languages(lines: list[str], expected: list[str]) -> None:
    told = read("# Slow, 2024-03-05\n\n## Timeline\n\n" + "".join(f"- {each}\n" for each in lines))
    assert [f"{e.local:%d %H:%M}" for e in told.entries] == expected


def test_a_heading_may_name_its_day_behind_other_words() -> None:
    told = read(
        "# Slow, 2024-03-05\n\n## Timeline\n\n### Day 1: March 5\n\n14:05 a\n\n"
        "### Evening of 7 March\n\n19:00 b\n"
    )
    assert [f"{e.local:%d %H:%M}" for e in told.entries] == ["05 14:05", "07 19:00"]


def test_an_offset_in_the_front_matter_is_the_zone_where_no_other_is_named() -> None:
    head = "---\ntitle: Slow\ndetected_at: 2026-09-09T18:40:00-03:00\n---\n\n"
    [plainly] = read(f"{head}## Timeline\n\n- 18:40 errors\n").entries
    assert f"{plainly.at:%m-%d %H:%M}" == "09-09 21:40"
    [named] = read(f"{head}## Timeline (CEST)\n\n- 18:40 errors\n").entries
    assert f"{named.at:%m-%d %H:%M}" == "09-09 16:40"


@pytest.mark.parametrize(
    ("label", "utc"), [("WAT", "13:05"), ("MYT", "06:05"), ("NPT", "08:20"), ("CLT", "17:05")]
)
def test_a_zone_of_the_south_and_east(label: str, utc: str) -> None:
    [entry] = read(f"# Slow, 2024-03-05\n\n## Timeline ({label})\n\n- 14:05 errors\n").entries
    assert f"{entry.at:%H:%M}" == utc


def test_bullets_of_a_word_processor_are_items() -> None:
    told = read(
        "Post-mortem: Slow, 5 March 2024\n\nTimeline:\n\no\t14:05 errors\n▪ 14:07 paged\n\n"
        "Corrective measures:\n\no\tTesting: load-test the pool,\n\tall of it.\n\no\tAlert on it.\n"
    )
    assert [e.text for e in told.entries] == ["errors", "paged"]
    assert [a.text for a in told.actions] == [
        "Testing: load-test the pool, all of it.",
        "Alert on it.",
    ]


@pytest.mark.parametrize(
    ("heading", "family"),
    [
        ("Línea de tiempo", Family.TIMELINE),
        ("Linha do Tempo", Family.TIMELINE),
        ("⏳ CHRONOLOGIE DES ÉVÉNEMENTS", Family.TIMELINE),
        ("Zeitverlauf", Family.TIMELINE),
        ("Acciones", Family.ACTIONS),
        ("Ações corretivas", Family.ACTIONS),
        ("Maßnahmen", Family.ACTIONS),
        ("Prochaines étapes", Family.ACTIONS),
        ("Follow\u2011ups", Family.ACTIONS),
        ("時系列", Family.TIMELINE),
        ("再発防止策", Family.ACTIONS),
        ("Résumé exécutif", Family.SUMMARY),
        ("Causa raíz", Family.CAUSES),
        ("🔧 Fix", Family.RESOLUTION),
        ("Exploit transactions", Family.OTHER),
        ("Interaction with users", Family.OTHER),
    ],
)
def test_a_heading_is_known_in_other_languages_and_behind_a_sign(
    heading: str, family: Family
) -> None:
    assert family_of(heading) is family


def test_a_day_in_the_name_of_a_file() -> None:
    assert str(day_in_name("2026-02-07-cascade.md")) == "2026-02-07"


def test_a_break_begins_a_line_anywhere_in_a_paragraph() -> None:
    told = read(
        "# Slow, 2024-03-05\n\n## Timeline\n\n14:05 - a\nb<br> 14:10 - c\nd.<br> 14:20 - e\n"
    )
    assert [(f"{e.local:%H:%M}", e.text) for e in told.entries] == [
        ("14:05", "a\nb"),
        ("14:10", "c\nd."),
        ("14:20", "e"),
    ]


def test_a_zone_may_be_told_by_both_of_its_halves() -> None:
    told = read("# Slow, 2024-03-05\n\n## Timeline (in PST/PDT)\n\n- 14:05 a\n- 15:05 UTC b\n")
    assert [f"{e.at:%H:%M}" for e in told.entries] == ["22:05", "15:05"]
    other = read("# Slow, 2024-03-05\n\n## Timeline (in PST/CET)\n\n- 14:05 a\n")
    assert [e.zone for e in other.entries] == [None]


def test_labels_in_the_list_below_a_label_are_of_its_timeline() -> None:
    told = read(
        "# Slow\n\n**Timeline:**\n\n- **Detection:**\n  - January 22, 2018, 17:23\n  - a\n"
        "- **Resolution:**\n  - January 22, 2018, 17:31\n  - b\n\n**Root cause:**\n\n- 17:40 c\n"
    )
    assert [f"{e.local:%H:%M}" for e in told.entries] == ["17:23", "17:31"]


def test_when_a_length_began_and_ended_is_no_entry() -> None:
    told = read(
        "# Slow, 2024-03-05\n\n## Timeline\n\n- 14:05 a\n\nDuration of impact:\n\n"
        "- **Scheduling:** ~25 minutes (14:05–14:30 UTC).\n"
    )
    assert [f"{e.local:%H:%M}" for e in told.entries] == ["14:05"]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("---\nlayout: post\ntitle: Away\n---\n\nOn March 5th the shop was down.", "2024-03-05"),
        ("---\nlayout: post\ntitle: Away\n---\n\nOn March 5th we moved the shop.", "2024-03-07"),
        ("# Away\n\nOn March 5th the shop was down for a moment.", "2024-03-07"),
    ],
)
def test_a_post_is_named_by_the_day_on_which_it_was_written(head: str, expected: str) -> None:
    told = read(f"{head}\n\n## Timeline\n\n- 14:02 away\n- 14:45 back\n", "2024-03-07-away.md")
    assert [f"{entry.local:%Y-%m-%d}" for entry in told.entries] == [expected] * 2
