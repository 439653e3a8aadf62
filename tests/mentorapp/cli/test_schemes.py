from datetime import date
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader

from mentorapp.operations import Database, offices, people, taking_part
from tests.factories import TODAY
from tests.mentorapp.cli.running import Mentorctl
from tests.mentorapp.operations.registering import mentor, newcomer, register

HOMEWORK = (
    "schemes", "add", "en=Homework help", "--name", "nb=Leksehjelp",
    "--mentor-title", "nb=leksehjelper", "--newcomer-title", "nb=elev",
    "--months", "4", "--meetings", "4",
    "--follow-up", "10:first_meeting", "--follow-up", "60:midway",
    "--weigh", "availability=off", "--part", "career",
)  # fmt: skip


def test_a_new_scheme_works_from_the_run_to_the_letters_without_code(
    office_file: Path, tmp_path: Path
) -> None:
    mentorctl = Mentorctl(office_file, language="nb")
    assert mentorctl(*HOMEWORK).lines
    database = offices.open_office(office_file)
    with database.write("mona") as tx:
        register(tx, mentor(schemes=frozenset({"homework_help"})))
        pupil = register(tx, newcomer(schemes=frozenset({"homework_help"})))
        number = people.read(tx, pupil, TODAY).registration.person.number
    database.close()
    assert mentorctl("pair", "run", "--scheme", "Leksehjelp", "--accept-all").lines
    (pair,) = mentorctl("schemes", "--person", number, "--json").json["schemes"]
    assert (pair["scheme"], pair["role_word"], pair["with"]) == (
        "homework_help",
        "elev",
        "Marit Bekkelund",
    )
    assert "elev" in mentorctl("schemes", "--person", number).out
    later = Mentorctl(office_file, today=date(2026, 12, 5))
    assert "first meeting held?" in later("today").out
    letters = mentorctl("letters", "--unsent", "--out", tmp_path, "--json").json
    kinds = {one["kind"] for one in letters["letters"]}
    assert kinds == {"pairing_mentor", "pairing_newcomer", "agreement"}
    reader = PdfReader(BytesIO(Path(letters["file"]).read_bytes()))
    assert "leksehjelper" in "".join(page.extract_text() for page in reader.pages)


def test_a_scheme_is_changed_by_what_is_told_and_keeps_the_rest(office_file: Path) -> None:
    mentorctl = Mentorctl(office_file)
    mentorctl(*HOMEWORK)
    changed = mentorctl(
        *("schemes", "change", "Homework help", "--months", "6", "--part", "none"),
        *("--no-offered", "--json"),
    ).json
    assert (changed["usual_months"], changed["parts"], changed["active"]) == (6, [], False)
    assert changed["follow_up_points"] == ["10:first_meeting", "60:midway"]
    assert changed["names"] == {"en": "Homework help", "nb": "Leksehjelp"}


def test_a_scheme_has_its_own_days_of_silence_until_the_offices_are_wanted_again(
    office_file: Path,
) -> None:
    change = ("schemes", "change", "buddy", "--json")
    mentorctl = Mentorctl(office_file)
    told = mentorctl(*change, "--yellow", "21", "--red", "60").json
    assert (told["yellow_days"], told["red_days"]) == (21, 60)
    assert mentorctl(*change, "--months", "9").json["red_days"] == 60
    mentorctl(*change, "--red", "20").refused("Days of silence: red")
    mentorctl(*change, "--yellow", "-1").refused("Days of silence: yellow")
    told = mentorctl(*change, "--yellow", "0", "--red", "0").json
    assert (told["yellow_days"], told["red_days"]) == (None, None)


def test_what_cannot_be_a_scheme_is_refused(office_file: Path) -> None:
    mentorctl = Mentorctl(office_file)
    mentorctl("schemes", "add", "Lekser", "--months", "0").refused("Usual length")
    for wrong in (["--follow-up", "soon"], ["--name", "xx=Y"], ["--letter-set", "none there"]):
        assert mentorctl("schemes", "add", "Lekser", *wrong).code == 2
    assert "lekser" not in mentorctl("schemes").out


def test_an_office_without_people_has_nobody_waiting(database: Database) -> None:
    with database.read() as tx:
        counts = taking_part.tallies_by_scheme(tx)
    assert {(one.running, one.waiting, one.waiting_beside) for one in counts.values()} == {
        (0, 0, 0)
    }
