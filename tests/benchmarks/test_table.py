import pytest

from benchmarks.measuring import Figure, Spread
from benchmarks.table import markdown_table, ratio, seconds, text_table

FIGURES = [
    Figure("Import", Spread(2.0, 1.9, 2.1), "bare", Spread(0.5, 0.5, 0.5), Spread(4.0, 3.8, 4.2)),
    Figure("… of it: read", Spread(0.0123, 0.01, 0.02)),
]


@pytest.mark.parametrize(
    ("value", "said"),
    [(12.34, "12.3 s"), (0.0123, "12.3 ms"), (0.000_004_56, "4.56 µs"), (0.000_000_1, "0.10 µs")],
)
def test_seconds_are_told_in_the_unit_that_suits(value: float, said: str) -> None:
    assert seconds(value) == said


@pytest.mark.parametrize(
    ("value", "said"), [(0.00512, "0.0051"), (0.18, "0.18"), (1.234, "1.2"), (123.4, "123")]
)
def test_a_ratio_is_told_in_two_figures_or_three(value: float, said: str) -> None:
    assert ratio(value) == said


def test_the_columns_of_the_table_are_even() -> None:
    lines = text_table(FIGURES).splitlines()
    assert "2.00 s" in lines[2]
    assert "3.8–4.2" in lines[2]
    assert lines[2].index("2.00 s") + len("2.00 s") == lines[3].index("12.3 ms") + len("12.3 ms")


def test_the_table_can_be_pasted_as_markdown() -> None:
    lines = markdown_table(FIGURES).splitlines()
    assert lines[2] == "| Import | 2.00 s | 500 ms | bare | 4.0 | 3.8–4.2 |"
    assert len({line.count("|") for line in lines}) == 1


def test_goals_have_a_column_where_there_are_any() -> None:
    peak = Figure("Peak", Spread(140.2, 139.0, 141.0), unit="MiB", goal="≤ 150 MiB")
    growth = Figure("Growth", Spread(1.234, 1.2, 1.3), unit="")
    assert markdown_table([peak, growth]).splitlines() == [
        "| What | Program | Lower bound |  | Ratio | Least–most | Goal |",
        "|---|--:|--:|---|--:|--:|---|",
        "| Peak | 140 MiB |  |  |  |  | ≤ 150 MiB |",
        "| Growth | 1.23 |  |  |  |  |  |",
    ]
    assert "Goal" not in markdown_table(FIGURES)
    assert "≤ 150 MiB" in text_table([peak, growth])
