"""``goals``, ``series`` and ``surroundings``: what the office wants, and what others counted."""

from tests.mentorapp.cli.conftest import WriteFile
from tests.mentorapp.cli.running import Mentorctl

PERIOD = ("--from", "2026-01-01", "--to", "2026-12-31")


def test_three_percent_of_the_workforce_is_said_as_a_number(empty: Mentorctl) -> None:
    goal = empty(
        "goals", "add", "Praksisplasser", "--measure", "placements", "--unit", "share",
        "--target", "30", "--base", "1200", "--base-note", "employees", *PERIOD, "--json",
    ).json  # fmt: skip
    assert goal["target_in_words"] == "36 (3 % of 1,200 employees)"
    assert goal["counted"] == {"part": 0, "base": None}
    assert goal["percent"] == 0


def test_one_in_seven_is_printed_as_14_3_beside_the_stated_15(empty: Mentorctl) -> None:
    for kind, value in (("employees", 1200), ("diverse_employees", 120)):
        assert empty("surroundings", "set", 2026, kind, value).code == 0
    said = empty(
        "goals", "add", "Mangfold", "--measure", "diverse_employees", "--unit", "one_in",
        "--target", "7", "--stated", "15 prosent", "--owner", "HR", *PERIOD,
    ).lines  # fmt: skip
    assert "1 in 7, that is 14.3 % (stated: 15 prosent)" in said[1]
    assert "120 of 1,200 (10 %) – 70 % of the way" in said[1]


def test_a_goal_about_work_says_what_in_work_means_and_both_denominators(
    example: Mentorctl,
) -> None:
    told = example("goals", "list", "--json").json
    (goal,) = (one for one in told if one["measure"] == "in_work_share")
    means = "In work or education: at least one hour of paid work a week, or education"
    assert goal["definition"].startswith(means)
    counted = goal["counted"]
    assert counted["part"] <= counted["known"] < counted["base"]
    assert f"of those known {counted['part']} of {counted['known']}" in goal["counted_in_words"]
    assert all(one["definition"] is None for one in told if one is not goal)
    lines = example("goals", "list").lines
    assert sum(means in line for line in lines) == 1


def test_a_goal_is_changed_given_a_result_and_taken_away(empty: Mentorctl) -> None:
    made = empty("goals", "add", "Ti", "--measure", "pairings", "--target", "10", *PERIOD, "--json")
    handle = made.json["handle"]
    near = Mentorctl(empty.office, today=empty.today.replace(month=12, day=20))
    assert "Goal with its deadline in 11 days: Ti" in near("today").out
    done = empty("goals", "change", handle, "--typed", "12", "--result", "Nådd", "--json").json
    assert (done["reached"], done["result"], done["target"]) == (True, "Nådd", 10)
    assert "Goal with" not in near("today").out
    assert any("Nådd" in line for line in empty("goals", "list").lines)
    assert empty("goals", "delete", handle).lines == ["Deleted: Ti"]
    assert empty("goals", "list", "--json").json == []


def test_goals_that_cannot_be_meant_are_refused(empty: Mentorctl) -> None:
    add = ("goals", "add", "Ti", *PERIOD, "--target")
    empty(*add, "0").refused("Goal in figures")
    empty(*add, "30", "--unit", "share").refused("Base is missing")
    empty(*add, "3", "--project", "Systue").refused("Systue")
    empty(*add, "3", "--scheme", "nothing").refused("nothing")


def test_askers_series_is_imported_with_its_definition(empty: Mentorctl, write: WriteFile) -> None:
    file = write("asker.csv", "År;Prosent\n2013;65\n2014;81\n2015;73\n2016;76\n2017;64\n")
    told = empty(
        "series", "add", "Asker", "--definition", "I arbeid eller utdanning", "--file", file,
        "--json",
    ).json  # fmt: skip
    assert told["percent"]["2014"] == 81.0
    assert told["bases"] == {}
    assert told["mean_percent"] == 71.8
    lines = empty("series", "list").lines
    assert "2013: 65 %, 2014: 81 %" in lines[1]
    assert "71.8 %" in lines[2]
    assert "I arbeid eller utdanning" in lines[3]
    empty("series", "change", told["handle"], "--figures", "2013;65;120", "2014;50;80")
    changed = empty("series", "list", "--json").json[0]
    assert (changed["mean_percent"], changed["weighted_mean_percent"]) == (57.5, 59.0)
    assert empty("series", "delete", told["handle"]).code == 0
    assert empty("series", "list", "--json").json == []


def test_a_line_that_is_no_year_is_named(empty: Mentorctl) -> None:
    empty("series", "add", "Asker", "--definition", "x", "--figures", "2013;65", "asker").refused(
        "Line 2", "2013;65;120"
    )


def test_figures_are_typed_once_a_year_and_held_against_each_other(empty: Mentorctl) -> None:
    for kind, value in (("employees", 1200), ("diverse_employees", 120), ("population", 9600)):
        empty("surroundings", "set", 2026, kind, value, "--source", "SSB")
    assert empty("surroundings", "set", 2026, "immigrants", 1440).lines == [
        "2026  immigrants, first and second generation: 1,440"
    ]
    empty("surroundings", "set", 2026, "diverse_employees", 132)
    (year,) = empty("surroundings", "mirror", "--json").json
    assert year["employees"] == {"part": 132, "base": 1200, "percent": 11.0}
    assert year["inhabitants"]["percent"] == 15.0
    assert "Employees are 4 percentage points behind." in empty("surroundings", "mirror").out
    assert len(empty("surroundings", "list", "--json").json) == 4
    empty("surroundings", "set", 2026, "immigrants", 9601).refused("Figure")
    assert empty("surroundings", "delete", 2026, "immigrants").code == 0
    empty("surroundings", "delete", 2026, "immigrants").refused("immigrants")
