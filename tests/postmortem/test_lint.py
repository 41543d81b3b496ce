"""A Markdown document is read where it speaks; what is found lies exactly where it says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_tui.postmortem.findings import FindingKind
from incident_tui.postmortem.lint import lint
from incident_tui.postmortem.prose import masked

BLAME = frozenset({FindingKind.BLAME})
ACTIONS = frozenset({FindingKind.ACTIONS})

DOCUMENT = """---
author: ana
note: human error
---
# Checkout fails

## Root cause

The **on-call** failed to [notice](https://x.example/human-error) the alert.

```
operator error
```

> It was human error, they said.

| Time | What |
| --- | --- |
| 14:05 | Helena broke the build |

<!-- human error -->
Run `git blame` and see `user forgot`.

## Action items

| Action | Owner | Due |
|---|---|---|
| Improve monitoring | SRE | soon |
| Add an alert when replica lag passes 30 s | Ana | 2026-02-01 |

### Later

- Add a canary stage to the payment pipeline (Jo, 2026-02-01)
  and to the search pipeline
- Documentation:
  - investigate the lag

## Attendees

- Ana
"""


def found(text: str, kinds: frozenset[FindingKind]) -> list[tuple[str, str, str]]:
    return [(each.rule, each.text, each.where) for each in lint(text, kinds=kinds).findings]


def test_blame_is_found_only_where_the_document_speaks() -> None:
    assert found(DOCUMENT, BLAME) == [
        (
            "omission",
            "The **on-call** failed to [notice",
            "line 9, Root cause",
        ),
        ("culprit", "Helena broke", "line 19, Root cause"),
    ]


def test_items_of_lists_and_tables_are_judged_with_their_columns() -> None:
    assert found(DOCUMENT, ACTIONS) == [
        ("vague-verb", "Improve", "line 28, Action items"),
        ("owner-not-individual", "Improve monitoring", "line 28, Action items"),
        ("due-not-absolute", "Improve monitoring", "line 28, Action items"),
        ("no-end-state", "Improve monitoring", "line 28, Action items"),
        ("vague-verb", "investigate", "line 36, Later"),
        ("no-owner", "investigate the lag", "line 36, Later"),
        ("no-due", "investigate the lag", "line 36, Later"),
    ]


@pytest.mark.parametrize(
    "heading", ["## Action Items", "### Follow-ups", "# Next steps", "**Action items:**", "Actions"]
)
def test_a_section_for_action_items_has_many_names(heading: str) -> None:
    assert found(f"{heading}\n\n- Improve monitoring @ana 2026-02-01\n", ACTIONS)


@pytest.mark.parametrize("heading", ["## Actions taken", "## Timeline", "## Factors", "## Impact"])
def test_other_lists_are_no_action_items(heading: str) -> None:
    assert not found(f"{heading}\n\n- Improve monitoring\n", ACTIONS)


def test_a_name_above_a_group_owns_its_items() -> None:
    text = "## Actions\n\n**RK**\n\n- Add an alert on lag above 30 s, due 2026-02-01\n"
    assert found(text, ACTIONS) == []


@pytest.mark.parametrize("because", ["the vendor wrote it so", "it is a quotation → kept"])
def test_words_stay_for_a_reason_which_is_kept(because: str) -> None:
    comment = f"<!-- lint: allow culprit, omission because {because} -->"
    beside = lint(f"Helena broke the build. {comment}\nAna forgot it.\n")
    assert [each.rule for each in beside.findings] == ["omission"]
    above = lint(f"{comment}\n\nHelena broke the build\nand Ana forgot it.\n\nJo forgot it.")
    assert [each.text for each in above.findings] == ["Jo forgot"]
    assert [(each.finding.rule, each.reason) for each in above.kept] == [
        ("culprit", because),
        ("omission", because),
    ]


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- lint: allow all -->",
        "<!-- lint: allow all because  -->",
        "<!-- lint: allow all because -->",
    ],
)
def test_without_a_reason_nothing_stays(comment: str) -> None:
    told = lint(f"{comment}\nHelena broke the build.")
    assert [each.rule for each in told.findings] == ["culprit"]
    assert told.unheard == ("line 1",)


def test_all_stands_for_every_rule_and_another_rule_does_not_help() -> None:
    text = "Helena broke the build. <!-- lint: allow {} because it is a test -->"
    assert lint(text.format("all")).findings == ()
    assert len(lint(text.format("omission")).findings) == 1


@given(st.text(st.sampled_from("-*_`#>|[]()~<!\n ax:"), max_size=60))
def test_masking_keeps_every_place(text: str) -> None:
    said = masked(text)
    assert len(said) == len(text)
    assert [at for at, char in enumerate(text) if char == "\n"] == [
        at for at, char in enumerate(said) if char == "\n"
    ]
    for finding in lint(text + "\n## Actions\n- improve it\n").findings:
        assert finding.text in text + "\n## Actions\n- improve it\n"


@pytest.mark.parametrize(
    "piece", ["<!--", "```\n", "[](", "> ", "| ", "#", "<a", "---\n", "- \n", "**"]
)
def test_no_document_takes_long(piece: str) -> None:
    lint(piece * (60_000 // len(piece)))
