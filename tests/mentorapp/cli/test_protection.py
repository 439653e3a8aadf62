"""Where a protected person is stands in nothing that the command line says or writes."""

import csv
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.mentorapp.cli.conftest import WriteFile
from tests.mentorapp.cli.running import Mentorctl
from tests.mentorapp.conftest import DemoRan

#: What must not be seen again: a street, a number, an e-mail address, a code and its place.
MARKERS = (
    "Markørveien",
    "98 76 54 32",
    "9876543",
    "marker@hidden.example.no",
    "8624",
    "Utskarpen",
)
HEADINGS = "Fornavn;Etternavn;Telefon;E-post;Adresse;Postnr;Språk;Husstand;Adressesperre"
HIDDEN = (
    f"{HEADINGS}\n"
    "Hanna;Skjult;98765432;marker@hidden.example.no;Markørveien 7;8624;norsk B1;Skjult;fortrolig\n"
    "Jonas;Skjult;;;Markørveien 7;8624;norsk B1;Skjult;\n"
    "Sanna;Streng;;;;;norsk B1;;strengt fortrolig\n"
)
MENTORS = """Fornavn;Etternavn;Postnr;Språk;Taushetserklæring signert;Kurs gjennomført
Marit;Bekkelund;8624;norsk;01.02.2026;01.02.2026
Trond;Hestvika;8624;norsk;01.02.2026;01.02.2026
Per;Rognli;8200;norsk;01.02.2026;01.02.2026
"""


def words_of(pdf: Path) -> str:
    reader = PdfReader(BytesIO(pdf.read_bytes()))
    return "\n".join([*(page.extract_text() for page in reader.pages), str(reader.metadata)])


def found_in(text: str, markers: tuple[str, ...] = MARKERS) -> list[str]:
    return [marker for marker in markers if marker in text]


@pytest.fixture
def hidden(empty: Mentorctl, write: WriteFile) -> Mentorctl:
    """A confidential newcomer with a brother in the same household, and a strict one."""
    assert empty("import", "newcomers", write("n.csv", HIDDEN)).code == 0
    return empty


def test_no_list_tells_where_the_protected_are(hidden: Mentorctl) -> None:
    people = hidden("people", "--json").json
    assert [one["protection"] for one in people] == [
        "confidential",
        "confidential",  # who lives with a protected person is protected like her
        "strictly_confidential",
    ]
    fields = ("phone", "email", "address", "postal_code", "place", "municipality")
    assert {one[field] for one in people for field in fields} == {None}
    for words in (("people",), ("today",), ("pairings",), ("lists", "preview")):
        assert found_in(hidden(*words).out + hidden(*words, "--json").out) == []


def test_no_preview_tells_what_was_changed_from_what(hidden: Mentorctl, write: WriteFile) -> None:
    moved = write("moved.csv", f"{HEADINGS}\nHanna;Skjult;98765432;;Ny gate 9;8250;;;\n")
    for words in (("--dry-run",), ("--dry-run", "--json"), ("--json",), ()):
        ran = hidden("import", "newcomers", moved, *words)
        assert found_in(ran.out) == []
        assert "Ny gate" not in ran.out


def test_a_list_cannot_move_a_protected_person(hidden: Mentorctl, write: WriteFile) -> None:
    moved = write("moved.csv", f"{HEADINGS}\nHanna;Skjult;98765432;;Ny gate 9;8250;;;\n")
    answer = hidden("import", "newcomers", moved, "--json").json
    assert (answer["changed"], answer["left_out"]) == (0, 1)


def test_a_list_never_lowers_a_protection(hidden: Mentorctl, write: WriteFile) -> None:
    bare = write("bare.csv", "Fornavn;Etternavn;Telefon;Adressesperre\nHanna;Skjult;98765432;nei\n")
    assert hidden("import", "newcomers", bare, "--json").json["changed"] == 0
    assert hidden("people", "--json").json[0]["protection"] == "confidential"


def test_a_list_raises_a_protection(hidden: Mentorctl, write: WriteFile) -> None:
    open_one = write("o.csv", f"{HEADINGS}\nOla;Vik;98765433;;Markørveien 8;8624;;;\n")
    hidden("import", "newcomers", open_one)
    raised = write("r.csv", "Fornavn;Etternavn;Telefon;Adressesperre\nOla;Vik;98765433;fortrolig\n")
    assert hidden("import", "newcomers", raised, "--strict", "--json").json["changed"] == 1
    assert found_in(hidden("people", "--json").out) == []


def test_rows_that_come_back_do_not_hold_what_is_protected(
    empty: Mentorctl, write: WriteFile, tmp_path: Path
) -> None:
    bad = HIDDEN.replace("8624;norsk B1;Skjult;fortrolig", "99999;norsk B1;Skjult;fortrolig")
    bad += "Siv;Streng;98765432;;Markørveien 9;8624;norsk;;strengt fortrolig\n"
    back = tmp_path / "back.csv"
    ran = empty("import", "newcomers", write("bad.csv", bad), "--rejected", back, "--json")
    names = [row["Fornavn"] for row in csv.DictReader(
        back.read_text(encoding="utf-8-sig").splitlines(), delimiter=";")]  # fmt: skip
    assert set(names) >= {"Hanna", "Siv"}
    assert found_in(back.read_text(encoding="utf-8-sig")) == []
    assert found_in(ran.out, ("Markørveien 9",)) == []


def test_no_letter_report_or_file_name_tells_where_the_protected_are(
    hidden: Mentorctl, write: WriteFile, tmp_path: Path
) -> None:
    hidden("import", "mentors", write("m.csv", MENTORS))
    out = tmp_path / "paper"
    run = hidden("pair", "run", "--scheme", "buddy", "--accept-all", "--json")
    assert len(run.json["accepted"]) == 2
    for one in run.json["proposals"]:
        kinds = {reason["kind"] for reason in one["reasons"]}
        assert not kinds & {"distance", "same_place", "far_apart"}
    number = run.json["accepted"][0]
    hidden("log", number, "--minutes", "60", "--place", "Markørveien 7").refused("Place")
    hidden("letters", "--unsent", "--out", out)
    hidden("report", "follow-up", "--out", out / "follow-up.pdf")
    hidden("report", "quarter", "--out", out / "quarter.pdf")
    pdfs = list(out.iterdir())
    assert len(pdfs) == 3
    marks = tuple(marker for marker in MARKERS if marker not in {"8624", "Utskarpen"})
    for pdf in pdfs:
        assert found_in(words_of(pdf), marks) == []
        assert found_in(pdf.name) == []
        assert "Skjult" not in pdf.name


def test_the_strictly_confidential_are_paired_by_hand_only(
    hidden: Mentorctl, write: WriteFile
) -> None:
    hidden("import", "mentors", write("m.csv", MENTORS))
    answer = hidden("pair", "run", "--scheme", "buddy", "--json").json
    assert "Sanna Streng" not in {one["newcomer"]["name"] for one in answer["proposals"]}
    left = {one["name"]: one["stopped"] for one in answer["left_over"]}
    assert "by_hand_only" in left["Sanna Streng"]
    numbers = {one["name"]: one["number"] for one in hidden("people", "--json").json}
    ran = hidden("pair", "hand", numbers["Sanna Streng"], numbers["Per Rognli"],
                 "--scheme", "buddy", "--json")  # fmt: skip
    assert ran.json["newcomer"] == "Sanna Streng"


@pytest.fixture(scope="module")
def protected_rows(demo: DemoRan) -> list[dict[str, str]]:
    text = (demo.folder / "files" / "nyankomne.csv").read_text(encoding="utf-8-sig")
    rows = csv.DictReader(text.splitlines(), delimiter=";")
    return [row for row in rows if row["Adressesperre"] not in {"", "nei"}]


def whereabouts(rows: list[dict[str, str]]) -> Iterator[str]:
    for row in rows:
        yield from filter(None, (row["Adresse"], row["Telefon"], row["E-post"]))
        if row["Telefon"]:
            yield "+47" + row["Telefon"].replace(" ", "")


def test_the_example_holds_two_protected_people_and_tells_where_neither_is(
    demo: DemoRan, protected_rows: list[dict[str, str]], tmp_path: Path
) -> None:
    markers = tuple(whereabouts(protected_rows))
    assert len(protected_rows) == 2
    assert len(markers) >= 2
    ctl = Mentorctl(demo.office)
    people = ctl("people", "--json").json
    assert sorted(one["protection"] for one in people if one["protection"] != "none")[-2:] == [
        "confidential",
        "strictly_confidential",
    ]
    said = [demo.ran.out, ctl("people").out, ctl("people", "--json").out, ctl("today").out]
    said += [ctl("pair", "run", "--scheme", one, "--dry-run", "--json").out for one in ("buddy",)]
    said += [words_of(pdf) + pdf.name for pdf in demo.folder.rglob("*.pdf")]
    for text in said:
        assert found_in(text, markers) == []


def test_no_contact_point_tells_where_a_protected_person_goes(
    hidden: Mentorctl, tmp_path: Path
) -> None:
    numbers = {one["name"]: one["number"] for one in hidden("people", "--json").json}
    of_hanna = ("contacts", "add", numbers["Hanna Skjult"], "--role", "teacher")
    told = ("--name", "Kari Strand", "--service", "Utskarpen skole", "--phone", "98765432")
    said = [hidden(*of_hanna, *told).out]
    card = tmp_path / "card.pdf"
    said.append(hidden("contacts", "card", numbers["Hanna Skjult"], "--out", card).out)
    said += [hidden("contacts", "list", *who, *form).out
             for who in ((), (numbers["Hanna Skjult"],)) for form in ((), ("--json",))]  # fmt: skip
    assert "Kari Strand" in said[-1]
    for text in (*said, words_of(card)):
        assert found_in(text) == []
    of_sanna = ("contacts", "add", numbers["Sanna Streng"], "--role", "teacher")
    hidden(*of_sanna, *told).refused("Service")
    assert hidden(*of_sanna, "--name", "Kari Strand").code == 0


def test_no_quotation_of_a_protected_person_may_be_printed(hidden: Mentorctl) -> None:
    numbers = {one["name"]: one["number"] for one in hidden("people", "--json").json}
    noted = hidden("quotes", "add", numbers["Hanna Skjult"], "I work in Utskarpen.",
                   "--consent", "2026-11-01", "--json").json  # fmt: skip
    assert noted["may_be_printed"] is False
    assert hidden("quotes", "printable", "--json").json == []


def test_who_referred_a_protected_person_is_not_told(empty: Mentorctl, write: WriteFile) -> None:
    known = write(
        "referred.csv",
        "Fornavn;Etternavn;Henvist av;Adressesperre\n"
        "Hanna;Skjult;Nav Utskarpen;fortrolig\nSiv;Synlig;Nav Fauske;\n",
    )
    empty("import", "newcomers", known)
    told = [one["newcomer"]["referred_by"] for one in empty("people", "--json").json]
    assert told == [None, "Nav Fauske"]


def test_no_event_tells_where_a_protected_person_lives(hidden: Mentorctl) -> None:
    event = hidden("events", "add", "Temakveld", "--starts", "2026-12-01T18:00",
                   "--json").json["event"]  # fmt: skip
    invite = ("events", "invite", event)
    said = [hidden(*invite, "--municipality", "Rana", "--dry-run", *form).out
            for form in ((), ("--json",))]  # fmt: skip
    assert '"would_be_invited": []' in said[1]
    hidden(*invite, "--municipality", "Rana").refused("Nobody new")
    said.append(hidden(*invite, "--everybody", "--json").out)
    said += [hidden("events", "show", event, *form).out for form in ((), ("--json",))]
    assert "Hanna Skjult" in said[-1]
    for text in said:
        assert found_in(text) == []


def test_no_association_project_or_household_tells_where_a_protected_person_is(
    hidden: Mentorctl, write: WriteFile, tmp_path: Path
) -> None:
    clubs = "Navn;Organisasjonsform;Postnr\nLaget;Idrettslag;8624\n"
    assert hidden("import", "organisations", write("o.csv", clubs)).code == 0
    (club,) = hidden("organisations", "--json").json
    there = ("--postal-code", "8200", "--interests", "fiske")
    hidden("activities", "add", club["number"], "Fisketur", *there)
    leaflet = tmp_path / "leaflet.pdf"
    for person in hidden("people", "--json").json:
        number = person["number"]
        hidden("introductions", "add", number, "Fisketur").refused("protected address")
        told = hidden("activities", "nearby", number, "--out", leaflet, "--json").json
        assert [one["km"] for one in told["activities"]] == [None]
        assert not found_in(words_of(leaflet), ("km", *MARKERS))
    said = [hidden(*words).out for words in (("introductions",), ("households",), ("projects",))]
    said.append(hidden("households", "--json").out)
    assert not found_in("\n".join(said), (*MARKERS, "Skjult;"))
    assert hidden("households", "--json").json[0]["label"] is None
