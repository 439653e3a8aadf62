from mentorapp.cli.tables import table


def test_columns_are_as_wide_as_their_widest_cell() -> None:
    assert table(("No", "Name"), [(1, "Åse"), (10019, "Per")]) == [
        "No     Name",
        "─────  ────",
        "1      Åse",
        "10019  Per",
    ]


def test_wide_characters_take_two_places() -> None:
    lines = table(("Name", "Place"), [("田中", "Bodø"), ("Kari", "Fauske")])
    assert lines[2] == "田中  Bodø"
    assert lines[3] == "Kari  Fauske"


def test_without_rows_the_headings_stand_alone() -> None:
    assert table(("A", "B"), []) == ["A  B", "─  ─"]
