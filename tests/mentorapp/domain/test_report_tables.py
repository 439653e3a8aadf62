from datetime import date

from mentorapp.domain.report_tables import Column, ReportTable, Row, figures_of, names_of
from mentorapp.domain.sections import Hidden

TABLE = ReportTable(
    "schemes",
    "By scheme",
    (
        Column("name", "Scheme", numbers=False),
        Column("waiting", "Waiting"),
        Column("median", "Median"),
    ),
    (
        Row("buddy", ("Buddy", 7, 12.5)),
        Row("work", ("Work mentor", Hidden(), None)),
        Row("since", ("Since", date(2026, 1, 1), 0)),
    ),
)


def test_every_number_is_a_figure_and_a_hidden_one_is_kept_as_nothing() -> None:
    assert figures_of([TABLE]) == {
        "schemes.buddy.waiting": 7,
        "schemes.buddy.median": 12.5,
        "schemes.work.waiting": None,
        "schemes.since.median": 0,
    }


def test_a_figure_is_called_by_its_table_row_and_column() -> None:
    assert names_of([TABLE])["schemes.buddy.median"] == "By scheme: Buddy, Median"


def test_a_table_knows_whether_it_hides_something() -> None:
    assert TABLE.hides
    assert not ReportTable("a", "A", TABLE.columns, TABLE.rows[:1]).hides
