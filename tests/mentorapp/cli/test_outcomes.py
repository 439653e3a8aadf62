"""``outcomes``: asking, answering, and the figures."""

from datetime import date
from pathlib import Path

import pytest

from mentorapp.domain.outcomes import OutcomePoint
from mentorapp.domain.protection import Protection
from mentorapp.operations import offices
from tests.factories import TODAY
from tests.mentorapp.cli.running import Mentorctl
from tests.mentorapp.cli.test_protection import found_in, words_of
from tests.mentorapp.operations.test_outcomes import ended


@pytest.fixture
def left(empty: Mentorctl) -> tuple[Mentorctl, str]:
    """An office with somebody who ended a year ago, and her number."""
    database = offices.open_office(empty.office)
    with database.write("mona") as tx:
        ended(tx)
    database.close()
    numbers = {one["name"]: str(one["number"]) for one in empty("people", "--json").json}
    return empty, numbers["Sahra Guled"]


Left = tuple[Mentorctl, str]


def test_whom_to_ask_is_answered_in_one_line(left: Left) -> None:
    ctl, number = left
    (row,) = ctl("outcomes", "due", "--json").json
    assert (row["person"], row["point"], row["days_late"]) == (int(number), "year_1", 22)
    assert ctl("outcomes", "due").lines[0] == "1 person to ask"
    said = ctl(
        "outcomes", "add", number, "--scheme", "buddy", "--status", "work", "--hours", "30,5"
    )
    assert said.lines == ["Sahra Guled after 1 year: work, 30.5 hours a week."]
    assert ctl("outcomes", "due", "--json").json == []
    assert "Outcome to ask for" not in ctl("today").out


def test_an_answer_is_in_the_persons_history_and_can_be_taken_back(left: Left) -> None:
    ctl, number = left
    told = ctl(
        "outcomes", "add", number, "--scheme", "buddy", "--status", "education",
        "--point", "exit", "--source", "mentor", "--date", "2025-11-03", "--json",
    ).json  # fmt: skip
    points = {one["point"]: one for one in ctl("outcomes", "person", number, "--json").json}
    assert points["exit"]["status"] == "education"
    assert points["exit"]["asked_on"] == "2025-11-03"
    assert points["year_7"]["status"] is None
    assert any("education" in line for line in ctl("outcomes", "person", number).lines)
    assert ctl("outcomes", "delete", number, told["handle"]).code == 0
    points = {one["point"]: one for one in ctl("outcomes", "person", number, "--json").json}
    assert points["exit"]["status"] is None


def test_refusals_say_what_to_do(left: Left) -> None:
    ctl, number = left
    adding = ("outcomes", "add", number, "--status", "work", "--scheme")
    ctl(*adding, "work_mentor").refused("has not ended in the scheme Work mentor.")
    ctl(*adding, "buddy", "--exit", "2025-01-01").refused("did not end")
    ctl(*adding, "buddy", "--point", "year_2").refused("18 Oct 2027")
    ctl(*adding, "buddy", "--date", "2027-01-01").refused("Asked on", "future")
    assert ctl(*adding, "buddy").code == 0
    ctl(*adding, "buddy").refused("already")
    assert ctl(*adding, "buddy", "--hours", "much").code == 2


def test_the_definition_of_in_work_is_chosen_once_and_told_with_the_table(left: Left) -> None:
    ctl, number = left
    assert ctl("outcomes", "definition").lines == [
        "In work: at least one hour of paid work a week; work on a wage subsidy counts."
    ]
    ctl("outcomes", "add", number, "--scheme", "buddy", "--status", "work", "--hours", "10")
    counted = ctl("outcomes", "table", "--json").json["all"]["points"]["year_1"]
    assert (counted["part"], counted["known"], counted["ended"]) == (1, 1, 1)
    chosen = ctl("outcomes", "definition", "--hours", "20", "--subsidised", "no", "--json").json
    assert (chosen["work_least_minutes"], chosen["subsidised_counts"]) == (1200, False)
    table = ctl("outcomes", "table", "--json").json
    assert table["all"]["points"]["year_1"]["part"] == 0
    assert "20 hours" in table["definition"]
    assert "year_2" not in table["all"]["points"]


def test_the_table_on_the_screen_has_a_line_for_each_year(left: Left) -> None:
    ctl, _number = left
    lines = ctl("outcomes", "table", "--scheme", "buddy", "--reading", "work_or_education").lines
    assert lines[2].split() == ["2025", "1", "0/0/1", "0/0/1", "0/0/1"]
    assert lines[3].startswith("All years")
    assert lines[4].startswith("In work or education")


def test_days_to_the_first_job_come_from_the_answers(left: Left) -> None:
    ctl, number = left
    ctl("outcomes", "add", number, "--scheme", "buddy", "--status", "work")
    year, every = ctl("outcomes", "days", "--json").json
    assert (year["registered_in"], every["registered_in"]) == (2025, None)
    waited = (TODAY - date(2025, 1, 10)).days
    assert year["first_job"] == {"median_days": waited, "count": 1, "base": 1}
    assert year["first_meeting"] == {"median_days": None, "count": 0, "base": 1}
    assert "first job: " in ctl("outcomes", "days").lines[0]


def test_where_a_protected_person_is_stands_in_nothing_that_is_said_or_printed(
    empty: Mentorctl, tmp_path: Path
) -> None:
    database = offices.open_office(empty.office)
    with database.write("mona") as tx:
        ended(
            tx,
            address="Markørveien 7",
            postal_code="8624",
            phone="98765432",
            protection=Protection.CONFIDENTIAL,
        )
    database.close()
    (due,) = empty("outcomes", "due", "--json").json
    assert due["protected"]
    number = due["person"]
    adding = ("outcomes", "add", number, "--scheme", "buddy", "--status", "work")
    empty(*adding, "--note", "Markørveien").refused("empty")
    assert empty(*adding).code == 0
    for words in (("due",), ("person", number), ("table",), ("days",)):
        said = empty("outcomes", *words)
        assert found_in(said.out + empty("outcomes", *words, "--json").out) == []
    pdf = tmp_path / "outcomes.pdf"
    assert empty("outcomes", "report", "--out", pdf, "--json").json["scheme"] is None
    assert found_in(words_of(pdf)) == []


def test_in_the_example_office_the_share_in_work_falls_after_five_years(
    example: Mentorctl, tmp_path: Path
) -> None:
    table = example("outcomes", "table", "--json").json
    shares = [
        table["all"]["points"][point.value]["part"] / table["all"]["points"][point.value]["known"]
        for point in OutcomePoint
    ]
    assert max(shares) == max(shares[3:6])
    assert shares[5] > shares[6] > shares[7] > shares[8]
    assert min(one["year"] for one in table["cohorts"]) <= TODAY.year - 7
    assert table["kept"]["part_late"] < table["kept"]["part_early"]
    pdf = tmp_path / "outcomes.pdf"
    assert example("outcomes", "report", "--scheme", "buddy", "--out", pdf).code == 0
    assert "Buddy" in words_of(pdf)
    assert len(example("goals", "list", "--json").json) == 7
    assert example("series", "list", "--json").json[0]["mean_percent"] == 71.8
