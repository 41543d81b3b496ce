from incident_tui.tui.widgets.preview import tables_as_lists


def test_a_cramped_table_is_told_as_a_list() -> None:
    table = "| Action | Owner |\n| --- | --- |\n| Alert \\| page | ana |\n| Split | — |"
    assert tables_as_lists(f"before\n\n{table}\n\nafter") == (
        "before\n\n- Alert \\| page · ana\n- Split\n\nafter"
    )
