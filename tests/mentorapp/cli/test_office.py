"""``office``: what stands on the papers, and whom they are for."""

from contextlib import closing
from pathlib import Path

from mentorapp.domain.office_pictures import Pictures
from mentorapp.operations import office_pictures, offices
from tests.mentorapp.cli.running import Mentorctl
from tests.pictures import a_png


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


def test_the_papers_of_the_office_are_chosen_and_told(empty: Mentorctl) -> None:
    window = ["--own-window", "15", "44", "105", "35", "229", "162"]
    off = ["--letters-off", "closing", "thanks"]
    empty("office", "change", *window, "--double-sided", "--least-shown", "7", *off)
    told = empty("office", "show").lines
    assert "Least number shown in reports: 7" in told
    assert "Envelopes: a window of one's own measures" in told
    assert "The office’s own window: 15 × 44 × 105 × 35 × 229 × 162 mm" in told
    assert "Printing on both sides: yes" in told
    assert "Letters that are never sent: closing letter, thank-you letter" in told
    changed = empty("office", "change", "--envelope", "danish", "--letters-off", "--json").json
    assert (changed["envelope"], changed["letters_off"]) == ("danish", [])
    empty("office", "change", "--own-window", "15", "20", "105", "35", "229", "162").refused(
        "24 mm"
    )
    empty("office", "change", "--least-shown", "2").refused("3–20")


def test_logo_and_signature_stand_on_letters_until_they_are_removed(
    empty: Mentorctl, tmp_path: Path
) -> None:
    picture = tmp_path / "logo.png"
    picture.write_bytes(a_png(300, 90))
    empty("office", "change", "--coordinator", "Mona")
    empty("office", "logo", str(picture))
    empty("office", "signature", "Mona", str(picture))
    empty("office", "signature", "Leif", str(picture)).refused("Mona")

    def kept() -> Pictures:
        with closing(offices.open_office(empty.office)) as database, database.read() as tx:
            return office_pictures.read(tx)

    assert kept().logo == kept().signature_of("Mona") != b""
    assert kept().signature_of("Leif") == b""
    empty("office", "change", "--coordinator", "Leif")
    assert kept().signature_of("Mona") == b""
    empty("office", "logo", "--remove")
    assert kept().logo == b""
    picture.write_text("<svg/>")
    empty("office", "logo", str(picture)).refused("PNG")
