"""``office``: what stands on the papers, and whom they are for."""

from tests.mentorapp.cli.running import Mentorctl


def test_the_committee_of_the_yearly_report_is_set_and_the_rest_stays(empty: Mentorctl) -> None:
    empty(
        "office", "change", "--name", "Fjordvik", "--coordinator", "Mona", "--coordinator", "Leif"
    )
    changed = empty("office", "change", "--committee", "Committee for youth", "--json").json
    assert (changed["name"], changed["committee"]) == ("Fjordvik", "Committee for youth")
    told = empty("office", "show").lines
    assert "Reports to: Committee for youth" in told
    assert "Coordinators: Mona, Leif" in told
    assert empty("office", "change", "--committee", "", "--json").json["committee"] == ""


def test_what_cannot_be_is_refused_and_nothing_is_changed(empty: Mentorctl) -> None:
    assert (
        empty("office", "change", "--phone", "918 27 364", "--json").json["phone"] == "+4791827364"
    )
    empty("office", "change", "--name", "Fjordvik", "--phone", "12").refused("12")
    empty("office", "change", "--red-days", "3").refused("3")
    assert empty("office", "show", "--json").json["name"] == ""
