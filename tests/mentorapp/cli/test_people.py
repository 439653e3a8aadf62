"""``people``, ``organisations`` and ``schemes``."""

from tests.mentorapp.cli.conftest import WriteFile
from tests.mentorapp.cli.running import Mentorctl


def test_people_as_json_is_a_list_of_one_object_a_person(example: Mentorctl) -> None:
    people = example("people", "--json").json
    assert len(people) == 290
    assert len({one["number"] for one in people}) == 290
    for one in people:
        assert isinstance(one, dict)
        assert one["name"] == f"{one['given_name']} {one['family_name']}".strip()
        for role in ("mentor", "newcomer"):
            assert (one[role] is not None) == (role in one["roles"])


def test_a_mentor_tells_the_organisation(example: Mentorctl) -> None:
    mentors = example("people", "--role", "mentor", "--json").json
    known = {one["name"] for one in example("organisations", "--json").json}
    assert {one["mentor"]["organisation"] for one in mentors} & known


def test_one_role_is_listed_when_asked(example: Mentorctl) -> None:
    mentors = example("people", "--role", "mentor", "--json").json
    newcomers = example("people", "--role", "newcomer", "--json").json
    assert len(mentors) == 85
    assert len(newcomers) == 206
    assert all(one["mentor"] for one in mentors)
    assert len(example("people", "--role", "mentor").lines) == 87


def test_native_names_and_all_letters_come_out_whole(example: Mentorctl) -> None:
    natives = [one["native_name"] for one in example("people", "--json").json]
    assert any("خ" in name for name in natives)
    assert any("Л" in name for name in natives)


def test_organisations_tell_how_many_mentors_they_promised_and_have(example: Mentorctl) -> None:
    rows = example("organisations", "--json").json
    assert len(rows) == 13
    assert [row["number"] for row in rows] == sorted(row["number"] for row in rows)
    assert all(len(row["registration_number"]) == 9 for row in rows)
    assert sum(row["mentors"] for row in rows) > 0


def test_schemes_tell_the_names_that_pair_run_takes(empty: Mentorctl) -> None:
    rows = empty("schemes", "--json").json
    assert {row["key"] for row in rows} == {
        "work_mentor", "buddy", "language_practice", "practice_driving",
        "association_guide",
    }  # fmt: skip
    assert {row["letter_set"] for row in rows} == {"standard"}
    for row in rows:
        for name in (row["key"], *row["names"].values()):
            ran = empty("pair", "run", "--scheme", name, "--dry-run", "--json")
            assert ran.json["scheme"] == row["key"]


def test_a_person_tells_consents_household_and_employer(empty: Mentorctl, write: WriteFile) -> None:
    empty("import", "organisations", write("o.csv", "Navn\nHavblikk AS\n"))
    rows = (
        "Fornavn;Etternavn;Samtykke;Husstand;Barnas alder;Barnepass;Arbeidsgiver;Merknad;Kode 6/7\n"
        "Siv;Synlig;01.02.2026;Synlig;2;ja;Havblikk AS;Bor i Storgata;\n"
        "Hanna;Skjult;;Skjult;2;ja;Havblikk AS;Bor i Storgata;fortrolig\n"
        "Eli;Alene;;;;;;;\n"
    )
    assert empty("import", "newcomers", write("n.csv", rows)).code == 0
    ran = empty("people", "--json")
    open_one, hidden, alone = ran.json
    assert open_one["consents"] == [
        {"purpose": "register", "basis": "consent", "given_on": "2026-02-01", "withdrawn_on": None}
    ]
    home = {
        "label": "Synlig",
        "child_bands": ["1_5"],
        "childcare_needed": True,
        "near_school": False,
    }
    assert open_one["household"] == home
    assert open_one["newcomer"]["employer"] == "Havblikk AS"
    assert open_one["newcomer"]["case_officer"] is None
    assert hidden["household"] == home | {"label": None}
    assert hidden["newcomer"]["employer"] is None
    assert (alone["household"], alone["consents"]) == (None, [])
    assert "Storgata" not in ran.out


def test_a_person_tells_life_situation_and_how_he_gets_about(
    empty: Mentorctl, write: WriteFile
) -> None:
    empty(
        "import", "mentors", write("m.csv", "Navn;Bil;Kan reise;Livssituasjon\nKari;ja;ja;i jobb\n")
    )
    (kari,) = empty("people", "--json").json
    assert kari["life_situation"] == "working"
    assert kari["transport"] == ["car", "licence", "willing_to_travel"]


def test_those_who_came_long_ago_are_found_and_counted(empty: Mentorctl, write: WriteFile) -> None:
    came = "Navn;Ankomst\u00e5r;Kom som\nAli Omar;2012;arbeid\nSahra Guled;2026;\nAna Po;;\n"
    assert empty("import", "newcomers", write("n.csv", came), "--strict").code == 0
    (ali,) = empty("people", "--arrived", "5_9", "--arrived", "10_plus", "--json").json
    assert ali["name"] == "Ali Omar"
    assert ali["newcomer"]["arrived_year"] == 2012
    assert ali["newcomer"]["residence_basis"] == "work"
    counted = empty("people", "arrivals", "--json").json
    assert counted["known"] == {"part": 2, "base": 3, "percent": 67}
    assert counted["long_ago"] == {"part": 1, "base": 2, "percent": 50}
    assert counted["bands"] == {"0_1": 1, "2_4": 0, "5_9": 0, "10_plus": 1}
    assert empty("people", "arrivals", "--to", "2026-01-01", "--json").json["known"]["base"] == 0


def test_women_with_little_schooling_are_found(example: Mentorctl) -> None:
    asked = ("people", "--gender", "woman", "--education", "none", "--education", "primary")
    found = example(*asked, "--json").json
    everybody = example("people", "--role", "newcomer", "--json").json

    assert {one["number"] for one in found} == {
        one["number"]
        for one in everybody
        if one["gender"] == "woman" and one["newcomer"]["education"] in ("none", "primary")
    }
    assert found


def test_those_who_came_for_a_reason_are_found(empty: Mentorctl, write: WriteFile) -> None:
    came = "Navn;Kom som\nAli Omar;arbeid\nSahra Guled;familie\nAna Po;\n"
    assert empty("import", "newcomers", write("n.csv", came), "--strict").code == 0
    asked = ("people", "--residence-basis", "work", "--residence-basis", "not_given", "--json")
    assert [one["name"] for one in empty(*asked).json] == ["Ali Omar", "Ana Po"]


def test_whoever_is_mentor_and_newcomer_at_once_is_found(example: Mentorctl) -> None:
    (both,) = example("people", "--role", "mentor", "--role", "newcomer", "--json").json
    assert both["roles"] == ["mentor", "newcomer"]
    running = example("pairings", "--running", "--json").json
    assert both["name"] in {one["newcomer"] for one in running}
    (as_buddy,) = (one for one in running if one["mentor"] == both["name"])
    assert (as_buddy["scheme"], as_buddy["status"], as_buddy["meetings"]) == ("buddy", "active", 3)
