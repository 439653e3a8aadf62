"""Whoever becomes protected later: no record kept before tells where the person is."""

from itertools import product
from pathlib import Path

import pytest

from tests.mentorapp.cli.conftest import WriteFile
from tests.mentorapp.cli.running import Mentorctl
from tests.mentorapp.cli.test_protection import found_in, words_of

#: In every text that tells where somebody is.
HERE = "Markørvika"
NEWCOMERS = f"""Fornavn;Etternavn;Telefon;Adresse;Postnr;Språk;Adressesperre
Hanna;Skjult;98765432;{HERE} 7;8200;norsk B1;
Sanna;Streng;98765433;{HERE} 9;8200;norsk B1;
"""
RAISED = """Fornavn;Etternavn;Telefon;Adressesperre
Hanna;Skjult;98765432;fortrolig
Sanna;Streng;98765433;fortrolig
"""
MENTORS = """Fornavn;Etternavn;Postnr;Språk;Taushetserklæring signert;Kurs gjennomført
Marit;Bekkelund;8200;norsk;01.02.2026;01.02.2026
Trond;Hestvika;8200;norsk;01.02.2026;01.02.2026
"""
ORGANISATIONS = """Navn;Organisasjonsform;Postnr
Verkstedet;Bedrift;8200
Laget;Idrettslag;8200
"""
#: Lists, figures and reports over everybody.
LISTS = (
    "people", "today", "pairings", "placements list", "placements figures", "places free",
    "places list", "projects", "projects report Prosjektet", "introductions",
    "introductions figures", "households", "households childcare", "barriers list",
    "barriers figures", "interviews list", "interviews figures", "quotes list",
    "quotes printable", "networks list", "networks due", "networks figures", "outcomes due",
    "outcomes table", "outcomes days", "cards list", "demands list", "plan list",
    "events list", "events figures", "driving figures", "contacts list", "contacts figures",
    "lists list", "lists preview", "goals list", "surroundings list", "series list",
)  # fmt: skip


@pytest.fixture
def numbers(empty: Mentorctl, write: WriteFile) -> dict[str, int]:
    """Two newcomers with a record of every kind, and the organisations, by name."""
    for what, text in (
        ("newcomers", NEWCOMERS), ("mentors", MENTORS), ("organisations", ORGANISATIONS)
    ):  # fmt: skip
        assert empty("import", what, write(f"{what}.csv", text)).code == 0
    found = [*empty("people", "--json").json, *empty("organisations", "--json").json]
    return {one["name"]: one["number"] for one in found}


@pytest.fixture
def kept(empty: Mentorctl, numbers: dict[str, int], write: WriteFile) -> Mentorctl:
    def done(*words: object) -> None:
        ran = empty(*words)
        assert ran.code == 0, (words, ran.err)

    done("projects", "add", "Prosjektet", "--from", "2026-01-01")
    done("activities", "add", numbers["Laget"], "Fisketur", "--place", "Kaia")
    event = empty("events", "add", "Temakveld", "--starts", "2026-12-01T18:00", "--json").json
    run = empty("pair", "run", "--scheme", "buddy", "--accept-all", "--json").json
    for pairing in run["accepted"]:
        done("log", pairing, "--minutes", "60", "--place", HERE)
        done("networks", "note", pairing, "start", "--people", "2", "--note", HERE)
    for who in (numbers["Hanna Skjult"], numbers["Sanna Streng"]):
        done("placements", "add", "--person", who, "--organisation", numbers["Verkstedet"],
             "--from", "2026-09-01", "--to", "2027-02-01", "--unit", HERE, "--supervisor", HERE,
             "--teaching", HERE, "--practised", HERE, "--notes", HERE,
             "--project", "Prosjektet")  # fmt: skip
        done("introductions", "add", who, "Fisketur", "--by", HERE, "--notes", HERE)
        done("barriers", "note", who, "transport")
        done("interviews", "add", who, "--by", HERE, "--answer", f"good={HERE}")
        done("quotes", "add", who, HERE, "--credit", HERE, "--consent", "2026-11-01")
        done("plan", "add", who, HERE, "--notes", HERE)
        (goal,) = empty("plan", "show", who, "--json").json["goals"]
        done("plan", "step", goal["goal"], HERE, "--who", HERE, "--due", "2026-01-02")
        done("cards", "set", who, "--field", HERE, "--experience", HERE, "--gap", "language",
             "--needs", "B2", "--needs-for", HERE)  # fmt: skip
        done("contacts", "add", who, "--role", "teacher", "--name", "Kari", "--service", HERE,
             "--phone", "98765434")  # fmt: skip
        done("events", "invite", event["event"], "--person", who)
    assert empty("import", "newcomers", write("r.csv", RAISED), "--strict").code == 0
    levels = {one["name"]: one["protection"] for one in empty("people", "--json").json}
    assert levels["Sanna Streng"] == "confidential"
    return empty


def test_no_list_and_no_figure_tells_what_was_kept_before(kept: Mentorctl) -> None:
    telling = []
    for words, form in product(LISTS, ((), ("--json",))):
        ran = kept(*words.split(), *form)
        if ran.code == 2:  # figures of a period
            ran = kept(*words.split(), "--from", "2026-01-01", "--to", "2026-11-23", *form)
        assert ran.code == 0, (words, ran.err)
        if HERE in ran.out:
            telling.append((words, form))
    assert telling == []


def test_no_paper_tells_what_was_kept_before(
    kept: Mentorctl, numbers: dict[str, int], tmp_path: Path
) -> None:
    event = kept("events", "list", "--json").json[0]
    event = event.get("event", event.get("number"))
    person = numbers["Hanna Skjult"]
    out = tmp_path / "paper"
    papers = (
        ("cards", "print", person), ("contacts", "card", person), ("plan", "print", person),
        ("barriers", "report"),
        ("activities", "nearby", person),
        ("outcomes", "report"), ("interviews", "form"), ("report", "follow-up"),
        ("report", "quarter"), ("report", "year"), ("projects", "report", "Prosjektet"),
    )  # fmt: skip
    for number, words in enumerate(papers):
        ran = kept(*words, "--out", out / f"{number}.pdf")
        assert ran.code == 0, (words, ran.err)
    for paper in ("letters", "sheet", "ics"):
        assert kept("events", paper, event, "--out", out).code == 0, paper
    for ics in out.rglob("*.ics"):
        assert not {HERE, "Skjult"} & set(ics.read_text(encoding="utf-8").split())
    kept("letters", "--unsent", "--out", out)
    for pdf in out.rglob("*.pdf"):
        assert HERE not in words_of(pdf) + pdf.name, pdf.name


def test_an_own_paper_of_a_protected_person_has_neither_name_nor_place(
    kept: Mentorctl, numbers: dict[str, int], tmp_path: Path
) -> None:
    person, out = numbers["Sanna Streng"], tmp_path / "paper.pdf"
    kept("plan", "add", person, f"Work at Verkstedet in Bodø, near {HERE}, with Ski as my hobby")
    kept("cards", "set", person, "--skill", "welding", "--skill", "driving in Fauske")
    for words, said in (
        (("plan", "print"), "Work at … in …, near …, with … as my hobby"),
        (("cards", "print"), "welding, driving in …"),
        (("contacts", "card"), "Kari"),
    ):
        assert kept(*words, person, "--out", out).code == 0
        text = " ".join(words_of(out).split())
        assert said in text
        assert "Leveres personlig" in text
        assert not found_in(text, ("Sanna", "Streng", HERE, "Verkstedet", "Bodø", "Fauske"))


def test_an_agreement_of_a_protected_person_is_not_printed(kept: Mentorctl, tmp_path: Path) -> None:
    out = tmp_path / "paper.pdf"
    for one in kept("placements", "list", "--json").json:
        kept("placements", "paper", one["number"], "--out", out).refused("protected address")
    assert not out.exists()


def test_the_own_file_still_holds_what_was_said(kept: Mentorctl, numbers: dict[str, int]) -> None:
    assert HERE in kept("cards", "show", numbers["Hanna Skjult"]).out
