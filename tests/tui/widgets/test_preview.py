from rich.console import Console

from incident_tui.tui.widgets.preview import _Drawn, tables_as_lists


def test_a_cramped_table_is_told_as_a_list() -> None:
    table = "| Action | Owner |\n| --- | --- |\n| Alert \\| page | ana |\n| Split | — |"
    assert tables_as_lists(f"before\n\n{table}\n\nafter") == (
        "before\n\n- Alert \\| page · ana\n- Split\n\nafter"
    )


def test_an_address_without_a_label_is_shown_once() -> None:
    console = Console(width=80)
    with console.capture() as captured:
        console.print(
            _Drawn("### Links\n\n- <https://example.org/a_b_c>\n- [graph](https://x.org)")
        )
    lines = [line.strip() for line in captured.get().splitlines() if line.strip()]
    assert lines == ["Links", "• https://example.org/a_b_c", "• graph (https://x.org)"]
