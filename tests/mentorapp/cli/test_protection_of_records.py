"""Whoever becomes protected later: no record kept before tells where the person is."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest

from tests.mentorapp.cli.running import Mentorctl
from tests.mentorapp.cli.test_protection import found_in, words_of

#: In every text that tells where somebody is.
HERE = "Markørvika"
NEWCOMERS = f"""Fornavn;Etternavn;Fødselsår;Telefon;Adresse;Postnr;Ledig;Språk;Mål;Husstand
Hanna;Skjult;1990;98765432;{HERE} 7;8200;søndag;norsk B1;Bo i {HERE};{HERE}
Sanna;Streng;1991;98765433;{HERE} 9;8200;søndag;norsk B1;Bo i {HERE};
"""
RAISED = """Fornavn;Etternavn;Fødselsår;Adressesperre
Hanna;Skjult;1990;%(level)s
Sanna;Streng;1991;%(level)s
"""
MENTORS = """Fornavn;Etternavn;Postnr;Ledig;Språk;Taushetserklæring signert;Kurs gjennomført
Marit;Bekkelund;8200;søndag;norsk;01.02.2026;01.02.2026
Trond;Hestvika;8200;søndag;norsk;01.02.2026;01.02.2026
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
    "lists list", "lists preview", "goals list", "surroundings list", "surroundings mirror",
    "series list",
)  # fmt: skip


@dataclass(frozen=True)
class Kept:
    """An office with two newcomers, raised to ``level`` after a record of every kind was kept."""

    ctl: Mentorctl
    level: str
    numbers: dict[str, int]
    event: str
    demand: str
    pairs: dict[str, int]

    def __call__(self, *words: object) -> Any:
        return self.ctl(*words)


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture(scope="module", params=["fortrolig", "strengt fortrolig"])
def kept(
    request: pytest.FixtureRequest, _office_template: Path, tmp_path_factory: pytest.TempPathFactory
) -> Kept:
    folder = tmp_path_factory.mktemp("kept")
    copyfile(_office_template, folder / "office.db")
    ctl = Mentorctl(folder / "office.db")

    def done(*words: object) -> Any:
        ran = ctl(*words)
        assert ran.code == 0, (words, ran.err)
        return ran

    for what, text in (
        ("newcomers", NEWCOMERS), ("mentors", MENTORS), ("organisations", ORGANISATIONS)
    ):  # fmt: skip
        done("import", what, write(folder, f"{what}.csv", text))
    found = [*done("people", "--json").json, *done("organisations", "--json").json]
    numbers = {one["name"].split()[0]: one["number"] for one in found}
    done("projects", "add", "Prosjektet", "--from", "2026-01-01")
    done("activities", "add", numbers["Laget"], "Fisketur", "--place", "Kaia")
    demand = done("demands", "add", numbers["Verkstedet"], "sveiser", "--json").json["demand"]
    event = done("events", "add", "Temakveld", "--starts", "2026-12-01T18:00", "--json").json
    pairs = {}
    for name, mentor, scheme in (
        ("Hanna", "Marit", "buddy"), ("Sanna", "Trond", "practice_driving")
    ):  # fmt: skip
        hand = ("pair", "hand", numbers[name], numbers[mentor], "--scheme", scheme)
        pairs[name] = pairing = done(*hand, "--json").json["number"]
        done("log", pairing, "--minutes", "60", "--place", HERE, "--notes", HERE)
        done("networks", "note", pairing, "start", "--people", "2", "--note", HERE)
        _records(done, numbers, numbers[name], event["event"])
    done("driving", "set", pairs["Sanna"], "--car", HERE, "--notes", HERE)
    done("driving", "log", pairs["Sanna"], "--minutes", "60", "--km", "9", "--place", HERE,
         "--notes", HERE)  # fmt: skip
    raised = write(folder, "r.csv", RAISED % {"level": request.param})
    done("import", "newcomers", raised, "--strict")
    return Kept(ctl, request.param, numbers, event["event"], demand, pairs)


def _records(done: Any, numbers: dict[str, int], who: int, event: str) -> None:
    done("placements", "add", "--person", who, "--organisation", numbers["Verkstedet"],
         "--from", "2026-09-01", "--to", "2027-02-01", "--unit", HERE, "--supervisor", HERE,
         "--teaching", HERE, "--practised", HERE, "--notes", HERE,
         "--project", "Prosjektet")  # fmt: skip
    done("introductions", "add", who, "Fisketur", "--by", HERE, "--notes", HERE)
    done("barriers", "note", who, "transport")
    done("interviews", "add", who, "--by", HERE, "--answer", f"good={HERE}")
    done("quotes", "add", who, HERE, "--credit", HERE, "--consent", "2026-11-01")
    done("plan", "add", who, f"Work in {HERE}", "--notes", HERE)
    (goal,) = done("plan", "show", who, "--json").json["goals"]
    done("plan", "step", goal["goal"], HERE, "--who", HERE, "--due", "2026-01-02")
    done("cards", "set", who, "--field", HERE, "--experience", HERE, "--gap", "language",
         "--needs", "B2", "--needs-for", HERE, "--skill", f"driving in {HERE}", "--licence", HERE,
         "--certificate", HERE)  # fmt: skip
    done("contacts", "add", who, "--role", "teacher", "--name", "Kari", "--service", HERE,
         "--phone", "98765434", "--stand-in", HERE)  # fmt: skip
    done("events", "invite", event, "--person", who)
    done("events", "answer", event, who, "yes")


def test_both_are_protected_and_nobody_was_left_out(kept: Kept) -> None:
    levels = {one["name"]: one["protection"] for one in kept("people", "--json").json}
    level = "confidential" if kept.level == "fortrolig" else "strictly_confidential"
    assert (levels["Hanna Skjult"], levels["Sanna Streng"]) == (level, level)


def test_no_list_and_no_figure_tells_what_was_kept_before(kept: Kept) -> None:
    telling = []
    more = (("events", "show", kept.event), ("demands", "show", kept.demand))
    for words, form in product((*map(str.split, LISTS), *more), ((), ("--json",))):
        ran = kept(*words, *form)
        if ran.code == 2:  # figures of a period
            ran = kept(*words, "--from", "2026-01-01", "--to", "2026-11-23", *form)
        assert ran.code == 0, (words, ran.err)
        if HERE in ran.out:
            telling.append((words, form))
    assert telling == []


def test_no_paper_and_no_file_tells_what_was_kept_before(kept: Kept, tmp_path: Path) -> None:
    person, out = kept.numbers["Hanna"], tmp_path / "paper"
    papers = (
        ("cards", "print", person), ("contacts", "card", person), ("plan", "print", person),
        ("barriers", "report"), ("activities", "nearby", person), ("outcomes", "report"),
        ("interviews", "form"), ("report", "follow-up"), ("report", "quarter"),
        ("report", "year"), ("projects", "report", "Prosjektet"),
        ("driving", "paper", kept.pairs["Sanna"]),
    )  # fmt: skip
    for number, words in enumerate(papers):
        ran = kept(*words, "--out", out / f"{number}.pdf")
        assert ran.code == 0, (words, ran.err)
    for paper in ("letters", "sheet", "ics"):
        assert kept("events", paper, kept.event, "--out", out).code == 0, paper
    before = {*out.iterdir()}
    assert kept("compare", "write", "--out", out).code == 0
    (comparison,) = {*out.iterdir()} - before
    assert kept("compare", "print", comparison, "--out", out / "side.pdf").code == 0
    kept("letters", "--unsent", "--out", out)
    kept("lists", "send", "--out", out)
    for file in out.rglob("*"):
        said = words_of(file) if file.suffix == ".pdf" else file.read_text(encoding="utf-8")
        assert HERE not in said + file.name, file.name
        if file.suffix != ".pdf":
            assert not found_in(said, ("Skjult", "Streng")), file.name


def test_an_own_paper_of_a_protected_person_has_neither_name_nor_place(
    kept: Kept, tmp_path: Path
) -> None:
    person, out = kept.numbers["Sanna"], tmp_path / "paper.pdf"
    for words, said in (
        (("plan", "print"), "Work in …"),
        (("cards", "print"), "driving in …"),
        (("contacts", "card"), "Kari"),
    ):
        assert kept(*words, person, "--out", out).code == 0
        text = " ".join(words_of(out).split())
        assert said in text
        assert "Leveres personlig" in text
        assert not found_in(text, ("Sanna", "Streng", HERE, "98765"))


def test_an_agreement_of_a_protected_person_is_not_printed(kept: Kept, tmp_path: Path) -> None:
    out = tmp_path / "paper.pdf"
    rows = kept("placements", "list", "--json").json
    assert len(rows) == 2
    for one in rows:
        kept("placements", "paper", one["number"], "--out", out).refused("protected address")
    assert not out.exists()


def own_file(kept: Kept) -> Iterator[str]:
    """What the office itself sees of Sanna; a refusal is an answer too."""
    who, pair = kept.numbers["Sanna"], kept.pairs["Sanna"]
    words: tuple[tuple[object, ...], ...] = (
        ("cards", "show", who), ("plan", "show", who), ("interviews", "list", who),
        ("quotes", "list", "--person", who), ("contacts", "list", who), ("networks", "list", who),
        ("driving", "show", pair), ("outcomes", "person", who), ("barriers", "list", who),
        *(("placements", "show", one["number"])
          for one in kept("placements", "list", "--json").json),
    )  # fmt: skip
    for one, form in product(words, ((), ("--json",))):
        ran = kept(*one, *form)
        yield ran.out + ran.err


def test_the_own_file_holds_what_was_said_unless_nothing_may_be_stored(kept: Kept) -> None:
    said = list(own_file(kept))
    if kept.level == "fortrolig":
        assert HERE in said[0]
    else:
        assert [one for one in said if HERE in one] == []
        assert "driving in …" in said[0]
