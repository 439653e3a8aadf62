"""``demo`` and ``check``."""

import re
from pathlib import Path
from shutil import copytree

from mentorapp.operations import offices
from tests.mentorapp.cli.running import Mentorctl, run
from tests.mentorapp.conftest import DemoRan


def test_the_demo_tells_in_ten_lines_what_it_did_and_how_to_look(demo: DemoRan) -> None:
    lines = demo.ran.lines
    assert len(lines) == 11
    assert "12 organisations, 60 mentors, 80 newcomers" in lines[1]
    assert f"mentorapp --office {demo.office}" in lines[-1]


def test_every_file_the_demo_names_is_there(demo: DemoRan) -> None:
    named = re.findall(rf"{re.escape(str(demo.folder))}[^\s]*", demo.ran.out)
    assert len(named) >= 6
    assert all(Path(name).exists() for name in named)
    pdfs = list(demo.folder.rglob("*.pdf"))
    assert len(pdfs) >= 5
    assert all(path.read_bytes().startswith(b"%PDF-") for path in pdfs)


def test_the_demo_can_be_run_again_in_the_same_folder_and_moves_its_days_to_today(
    demo: DemoRan, tmp_path: Path
) -> None:
    folder = tmp_path / "example"
    copytree(demo.folder, folder)
    answer = run("demo", "--out", folder, "--today", "2031-02-03", "--json").json
    assert answer["imported"]["mentors"] == {"new": 60, "changed": 0, "same": 0, "left_out": 0}
    assert all(one["left_out"] == 0 for one in answer["imported"].values())
    assert 0 < answer["pairings"] <= answer["proposals"]
    assert Path(answer["letters_file"]).is_file()
    assert answer["quarter"] == "2030Q4"
    ctl = Mentorctl(folder / "office.db", language="nb")
    assert ctl("check", "--json").json["people"] == 290
    rows = ctl("pairings", "--running", "--json").json
    assert max(row["last_meeting"] or "" for row in rows) == "2031-02-03"


def test_the_demo_never_takes_the_place_of_a_real_office(tmp_path: Path) -> None:
    office = tmp_path / "office.db"
    offices.open_office(office).close()
    before = office.read_bytes()
    ran = run("demo", "--out", tmp_path, "--today", "2026-11-23", "--language", "en")
    ran.refused(tmp_path.name, "not the example")
    assert office.read_bytes() == before


def test_the_demo_never_takes_the_place_of_another_file(tmp_path: Path) -> None:
    (tmp_path / "office.db").write_text("my shopping list")
    ran = run("demo", "--out", tmp_path, "--today", "2026-11-23", "--language", "en")
    ran.refused("not a Mentorapp office", code=4)
    assert (tmp_path / "office.db").read_text() == "my shopping list"


def test_check_counts_what_the_office_holds(example: Mentorctl) -> None:
    answer = example("check", "--json").json
    assert answer["sound"] is True
    assert answer["read_only"] is False
    counted = [answer[name] for name in ("people", "mentors", "newcomers", "organisations")]
    assert counted == [290, 85, 206, 13]
    assert "290 people" in example("check").lines[0]


def test_the_demo_shows_districts_ties_life_situations_and_what_an_organisation_asks(
    demo: DemoRan, example: Mentorctl
) -> None:
    people = {one["name"]: one for one in example("people", "--json").json}
    yonas, samuel = people["Yonas Kidanu"], people["Samuel Habtemariam"]
    assert yonas["ties"] == [{"number": samuel["number"], "kind": "relative"}]
    assert samuel["ties"] == [{"number": yonas["number"], "kind": "relative"}]
    told = {one["life_situation"] for one in people.values()}
    assert told == {"not_given", "studying", "working", "looking_for_work", "at_home", "retired"}
    assert any("willing_to_travel" in one["transport"] for one in people.values())
    asking = [
        one for one in example("organisations", "--json").json if one["only_gender"] == "woman"
    ]
    assert [one["name"] for one in asking] == ["Nordlys Kvinnelag"]
    database = offices.open_office(demo.office)
    with database.read() as tx:
        assert len(offices.read(tx).districts) == 3
    database.close()


def test_those_the_demo_leaves_over_wait_for_different_reasons(example: Mentorctl) -> None:
    stopped: set[str] = set()
    for scheme in ("work_mentor", "buddy", "language_practice", "practice_driving"):
        ran = example("pair", "run", "--scheme", scheme, "--dry-run", "--json").json
        stopped |= {kind for one in ran["left_over"] for kind in one["stopped"]}
    assert {"too_far", "no_common_language", "no_common_time"} <= stopped
    assert len(stopped) >= 5


def test_a_new_office_is_made_once_and_named(tmp_path: Path) -> None:
    mentorctl = Mentorctl(tmp_path / "new.db")

    plainly = ("init", "--no-encryption", "--name", "Fjordvik", "--municipality", "Fjordvik")
    made = mentorctl(*plainly)

    assert made.lines[0] == f"New office: {tmp_path / 'new.db'}"
    assert "not encrypted" in made.lines[1]
    assert mentorctl("office", "show", "--json").json["name"] == "Fjordvik"
    mentorctl(*plainly).refused("there already")


def test_a_mistyped_office_makes_no_empty_one(tmp_path: Path) -> None:
    mentorctl = Mentorctl(tmp_path / "ofice.db")

    for words in (("today",), ("people", "--json"), ("schemes", "add", "Swimming")):
        mentorctl(*words).refused("not there", "mentorctl init", code=4)

    assert not list(tmp_path.iterdir())
