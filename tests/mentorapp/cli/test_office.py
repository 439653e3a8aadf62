"""``office``: what stands on the papers, and whom they are for."""

from pathlib import Path

from tests.mentorapp.cli.running import Mentorctl


def test_the_committee_of_the_yearly_report_is_set_and_the_rest_stays(tmp_path: Path) -> None:
    ctl = Mentorctl(tmp_path / "office.db")
    ctl("office", "change", "--name", "Fjordvik", "--coordinator", "Mona", "--coordinator", "Leif")
    changed = ctl("office", "change", "--committee", "Committee for youth", "--json").json
    assert (changed["name"], changed["committee"]) == ("Fjordvik", "Committee for youth")
    told = ctl("office", "show").lines
    assert "Reports to: Committee for youth" in told
    assert "Coordinators: Mona, Leif" in told
    assert ctl("office", "change", "--committee", "", "--json").json["committee"] == ""


def test_what_cannot_be_is_refused_and_nothing_is_changed(tmp_path: Path) -> None:
    ctl = Mentorctl(tmp_path / "office.db")
    assert ctl("office", "change", "--phone", "918 27 364", "--json").json["phone"] == "+4791827364"
    ctl("office", "change", "--name", "Fjordvik", "--phone", "12").refused("12")
    ctl("office", "change", "--red-days", "3").refused("3")
    assert ctl("office", "show", "--json").json["name"] == ""
