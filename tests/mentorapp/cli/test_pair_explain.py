"""Why her, why not him, and what would help, from the command line."""

from contextlib import closing
from pathlib import Path

import pytest
from pypdf import PdfReader

from mentorapp.operations import people
from mentorapp.operations.offices import open_office
from mentorapp.storage import records
from tests.factories import a_newcomer
from tests.mentorapp.cli.conftest import WriteFile
from tests.mentorapp.cli.running import Mentorctl


def test_a_newcomer_is_told_the_pair_and_what_each_other_mentor_would_cost(
    small: Mentorctl, numbers: dict[str, int]
) -> None:
    answer = small("pair", "explain", numbers["Sahra"], "--scheme", "buddy", "--json").json
    assert answer["mentor"]["name"] == "Marit Bekkelund"
    assert sum(answer["points"].values()) == answer["score"]
    present, other = answer["candidates"]
    assert (present["name"], present["present"]) == ("Marit Bekkelund", True)
    assert other["name"] == "Trond Hestvika"
    assert other["score_lost"] > 0
    assert other["exact"]
    lines = small("pair", "explain", numbers["Sahra"], "--scheme", "buddy").lines
    assert lines[0] == f"Sahra Guled ({numbers['Sahra']}) in Buddy"
    assert any("the present proposal" in line for line in lines)
    assert any(f"Trond Hestvika ({numbers['Trond']})" in line for line in lines)


def test_a_newcomer_without_a_pair_is_told_why_and_what_would_help(
    small: Mentorctl, numbers: dict[str, int]
) -> None:
    answer = small("pair", "explain", numbers["Ana"], "--scheme", "buddy", "--json").json
    assert answer["mentor"] is None
    assert answer["stopped"] == {"no_common_language": 2}
    assert [one["kind"] for one in answer["remedies"]] == ["recruit"]
    assert all(one["obstacles"] == ["no_common_language"] for one in answer["candidates"])
    lines = small("pair", "explain", numbers["Ana"], "--scheme", "buddy").lines
    assert "What would help:" in lines
    assert "Who comes closest:" in lines


def test_two_people_are_told_what_it_would_do_to_make_them_a_pair(
    small: Mentorctl, numbers: dict[str, int]
) -> None:
    two = (numbers["Sahra"], numbers["Trond"])
    answer = small("pair", "explain", *two, "--scheme", "buddy", "--json").json
    assert not answer["present"]
    assert answer["effect"]["certified"]
    assert answer["effect"]["total_after"] < answer["effect"]["total_before"]
    moves = {(one["newcomer"]["name"], one["after"]["name"]) for one in answer["effect"]["moves"]}
    assert moves == {("Sahra Guled", "Trond Hestvika"), ("Khaled Fares", "Marit Bekkelund")}
    lines = small("pair", "explain", *two, "--scheme", "buddy").lines
    assert any(line.startswith("It would cost ") for line in lines)
    assert "  Khaled Fares would move from Trond Hestvika to Marit Bekkelund" in lines


def test_two_people_may_be_named_in_either_order(small: Mentorctl, numbers: dict[str, int]) -> None:
    two = (numbers["Sahra"], numbers["Trond"])
    asked = small("pair", "explain", *two, "--json").json
    assert small("pair", "explain", *reversed(two), "--json").json == asked


def test_a_pair_that_is_proposed_is_told_what_it_would_cost_to_part_it(
    small: Mentorctl, numbers: dict[str, int]
) -> None:
    two = (numbers["Sahra"], numbers["Marit"])
    answer = small("pair", "explain", *two, "--scheme", "buddy", "--json").json
    assert answer["present"]
    assert answer["effect"]["moves"] == []
    assert answer["without"]["total_after"] < answer["without"]["total_before"]
    lines = small("pair", "explain", *two, "--scheme", "buddy").lines
    assert "They are proposed to each other." in lines
    assert lines[-1].startswith("Were they not to be a pair: It would cost ")


def test_a_must_between_two_people_is_the_answer(small: Mentorctl, numbers: dict[str, int]) -> None:
    two = (numbers["Ana"], numbers["Trond"])
    answer = small("pair", "explain", *two, "--scheme", "buddy", "--json").json
    assert answer["obstacles"] == ["no_common_language"]
    assert answer["effect"] is None
    said = "They cannot be proposed: they have no language in common."
    assert said in small("pair", "explain", *two, "--scheme", "buddy").lines


def test_a_mentor_is_told_who_would_fit(small: Mentorctl, numbers: dict[str, int]) -> None:
    answer = small("pair", "explain", numbers["Marit"], "--scheme", "buddy", "--json").json
    assert answer["mentor"]["name"] == "Marit Bekkelund"
    names = [one["name"] for one in answer["candidates"]]
    assert names == ["Sahra Guled", "Khaled Fares", "Ana Nopair"]
    lines = small("pair", "explain", numbers["Marit"]).lines
    assert lines[0].startswith("Marit Bekkelund")


def test_without_a_scheme_it_is_that_of_the_draft(
    small: Mentorctl, numbers: dict[str, int]
) -> None:
    small("pair", "run", "--scheme", "language_practice", "--goal", "best")
    answer = small("pair", "explain", numbers["Sahra"], "--json").json
    assert answer["scheme"] == "work_mentor"
    small("pair", "run", "--scheme", "buddy")
    answer = small("pair", "explain", numbers["Sahra"], "--json").json
    assert answer["scheme"] == "buddy"


def test_the_answer_can_be_written_as_a_page(
    small: Mentorctl, numbers: dict[str, int], tmp_path: Path
) -> None:
    for name, title in (("Sahra", "Why these two"), ("Ana", "Why nobody yet")):
        file = tmp_path / "new" / f"{name}.pdf"
        answer = small(
            "pair", "explain", numbers[name], "--scheme", "buddy", "--out", file, "--json"
        ).json
        assert answer["file"] == str(file)
        reader = PdfReader(file)
        text = "\n".join(page.extract_text() for page in reader.pages)
        assert title in text
        assert name in text
        assert name not in str(reader.metadata)


def test_a_mentor_without_anybody_is_told_what_stopped_how_many_newcomers(
    small: Mentorctl, numbers: dict[str, int], tmp_path: Path
) -> None:
    pairs = (f"{numbers[newcomer]},{numbers['Marit']}" for newcomer in ("Sahra", "Khaled"))
    bans = [word for pair in pairs for word in ("--forbid", pair)]
    assert small("pair", "run", "--scheme", "buddy", *bans).code == 0
    marit = ("pair", "explain", numbers["Marit"], "--scheme", "buddy")
    answer = small(*marit, "--json").json
    assert (answer["stopped"], answer["free"]) == (
        {"forbidden_pair": 2, "no_common_language": 1},
        0,
    )
    why = "No pair: 2 newcomers stopped by a pair ruled out, 1 by language"
    assert answer["in_words"] == why
    assert small(*marit).lines[1] == answer["in_words"]
    text = _written(small, *marit, file=tmp_path / "marit.pdf")
    for expected in ("Why nobody yet", "Marit Bekkelund", why, "Who comes closest"):
        assert expected in text
    assert "What stops the 3 newcomers of this scheme" in text
    assert "Ana Nopair" in text


def test_a_mentor_with_somebody_is_told_on_paper_who_fits(
    small: Mentorctl, numbers: dict[str, int], tmp_path: Path
) -> None:
    marit = ("pair", "explain", numbers["Marit"], "--scheme", "buddy")
    assert "in_words" not in small(*marit, "--json").json
    text = _written(small, *marit, file=tmp_path / "marit.pdf")
    for expected in ("Who fits this mentor", "Sahra Guled", "the present proposal", "Khaled Fares"):
        assert expected in text
    assert "What stops" not in text


def _written(ctl: Mentorctl, *words: object, file: Path) -> str:
    """The text of the page that the command writes."""
    assert ctl(*words, "--out", file).lines[-1] == f"Written: {file}"
    return " ".join(" ".join(page.extract_text() for page in PdfReader(file).pages).split())


@pytest.mark.parametrize(("protected", "told"), [("", True), ("fortrolig", False)])
def test_whose_limit_it_is_when_two_live_too_far_apart_is_told_of_the_open(
    protected: str, told: bool, empty: Mentorctl, write: WriteFile
) -> None:
    mentors = """Fornavn;Etternavn;Postnr;Språk;Maks avstand;Taushetserklæring signert
Marit;Bekkelund;8624;norsk;15;01.02.2026
"""
    newcomers = f"""Fornavn;Etternavn;Postnr;Språk;Adressesperre
Sahra;Guled;8200;norsk B1;{protected}
"""
    assert empty("import", "mentors", write("m.csv", mentors)).code == 0
    assert empty("import", "newcomers", write("n.csv", newcomers)).code == 0
    numbers = {one["name"].split()[0]: one["number"] for one in empty("people", "--json").json}
    ran = empty("pair", "explain", numbers["Sahra"], numbers["Marit"], "--scheme", "buddy")
    assert ran.code == 0, ran.err
    assert ("km apart; Marit Bekkelund goes at most 15 km." in ran.out) is told


@pytest.mark.parametrize("language", ["nb", "en"])
def test_nothing_of_places_is_said_of_a_protected_newcomer(
    language: str, empty: Mentorctl, write: WriteFile
) -> None:
    mentors = """Fornavn;Etternavn;Postnr;Språk;Maks avstand;Taushetserklæring signert
Marit;Bekkelund;8624;norsk;5;01.02.2026
Per;Rognli;8200;norsk;;
"""
    newcomers = """Fornavn;Etternavn;Postnr;Språk;Adressesperre
Hanna;Skjult;8624;norsk B1;fortrolig
Sanna;Streng;;norsk B1;strengt fortrolig
"""
    assert empty("import", "mentors", write("m.csv", mentors)).code == 0
    assert empty("import", "newcomers", write("n.csv", newcomers)).code == 0
    numbers = {one["name"].split()[0]: one["number"] for one in empty("people", "--json").json}
    ctl = Mentorctl(empty.office, language=language)
    for words in ((numbers["Hanna"],), (numbers["Hanna"], numbers["Marit"]), (numbers["Marit"],)):
        for form in ((), ("--json",)):
            ran = ctl("pair", "explain", *words, "--scheme", "buddy", *form)
            assert ran.code == 0, ran.err
            assert " km" not in ran.out
            assert "8624" not in ran.out
    ctl("pair", "explain", numbers["Sanna"], "--scheme", "buddy").refused("Sanna Streng")


def test_whoever_is_not_in_the_run_is_refused_with_the_reason(
    small: Mentorctl, numbers: dict[str, int]
) -> None:
    explain = ("pair", "explain")
    small(*explain, numbers["Per"], "--scheme", "buddy").refused("Per Ikkeklar", "applied")
    small(*explain, "10011", "--scheme", "buddy").refused("mistyped")
    small(*explain, "abc", "--scheme", "buddy").refused("“abc” is not a number.")
    small(*explain, numbers["Trond"], numbers["Marit"], "--scheme", "buddy").refused("newcomer")
    small(*explain, numbers["Ana"], numbers["Sahra"], "--scheme", "buddy").refused("mentor")
    small("pair", "run", "--scheme", "buddy", "--accept-all")
    small(*explain, numbers["Sahra"], "--scheme", "buddy").refused("already has a mentor")


def test_somebody_who_is_both_is_asked_about_as_either(
    small: Mentorctl, numbers: dict[str, int]
) -> None:
    with closing(open_office(small.office)) as office, office.write("mona") as tx:
        marit = people.by_number(tx, str(numbers["Marit"]))
        records.add(tx, a_newcomer(person_id=marit.id))
    words = ("pair", "explain", numbers["Marit"], "--scheme", "buddy", "--json")
    names = {"Sahra Guled", "Khaled Fares"}
    for role in ((), ("--as", "newcomer")):
        assert small(*words, *role).json["newcomer"]["name"] == "Marit Bekkelund"
    told = small(*words, "--as", "mentor").json
    assert told["mentor"]["name"] == "Marit Bekkelund"
    assert names <= {one["name"] for one in told["candidates"]}
    small("pair", "explain", numbers["Sahra"], "--as", "mentor").refused("mentor")
