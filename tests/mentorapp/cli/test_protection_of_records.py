"""Whoever becomes protected later: no record kept before tells where the person is."""

import json
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from shutil import copyfile

import pytest

from tests.mentorapp.cli.running import Mentorctl
from tests.mentorapp.cli.test_protection import found_in, words_of
from tests.protected_office import HERE, HOME, LEVELS, Kept, keep

#: Lists, figures and reports over everybody.
LISTS = (
    "retention list",
    "people", "today", "pairings", "placements list", "placements figures", "places free",
    "places list", "projects", "projects report Prosjektet", "introductions",
    "introductions figures", "households", "households childcare", "barriers list",
    "barriers figures", "interviews list", "interviews figures", "quotes list",
    "quotes printable", "questions list", "questions due", "letter-texts list", "networks list",
    "networks due", "networks figures", "outcomes due",
    "outcomes table", "outcomes days", "cards list", "demands list", "plan list",
    "events list", "events figures", "driving figures", "contacts list", "contacts figures",
    "lists list", "lists preview", "goals list", "surroundings list", "surroundings mirror",
    "series list", "map", "deleted list", "people duplicates", "find Skjult",
    "find Streng", "find Verkstedet", "reports list", "report waiting", "report organisation",
    "report follow-up", "letters list", "audit show",
)  # fmt: skip


@pytest.fixture(scope="module", params=LEVELS)
def kept(
    request: pytest.FixtureRequest, _office_template: Path, tmp_path_factory: pytest.TempPathFactory
) -> Kept:
    folder = tmp_path_factory.mktemp("kept")
    copyfile(_office_template, folder / "office.db")
    return keep(folder / "office.db", folder, request.param)


def test_both_are_protected_and_nobody_was_left_out(kept: Kept) -> None:
    levels = {one["name"]: one["protection"] for one in kept("people", "--json").json}
    level = "confidential" if kept.level == "fortrolig" else "strictly_confidential"
    assert (levels["Hanna Skjult"], levels["Sanna Streng"]) == (level, level)


def test_no_list_and_no_figure_tells_what_was_kept_before(kept: Kept) -> None:
    telling = []
    more = (("events", "show", kept.event), ("demands", "show", kept.demand))
    for words, form in product((*map(str.split, LISTS), *more), ((), ("--json",))):
        if words[0] == "report" and not form:
            continue  # on paper, see below
        ran = kept(*words, *form)
        if ran.code == 2:  # figures of a period
            ran = kept(*words, "--from", "2026-01-01", "--to", "2026-11-23", *form)
        assert ran.code == 0, (words, ran.err)
        if found_in("".join(ran.out.split()), (HERE, *HOME)):
            telling.append((words, form))
    assert telling == []


def test_no_paper_and_no_file_tells_what_was_kept_before(kept: Kept, tmp_path: Path) -> None:
    person, out = kept.numbers["Hanna"], tmp_path / "paper"
    papers = (
        ("cards", "print", person), ("contacts", "card", person), ("plan", "print", person),
        ("barriers", "report"), ("activities", "nearby", person), ("outcomes", "report"),
        ("interviews", "form"), ("report", "follow-up"), ("report", "quarter"),
        ("report", "year"), ("report", "waiting"), ("report", "organisation"),
        ("report", "hours", "--person", person), ("projects", "report", "Prosjektet"),
        ("driving", "paper", kept.pairs["Sanna"]),
        ("questions", "print", kept.pairs["Hanna"]),
        ("report", "evaluation", "--scheme", "buddy"),
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
    assert kept("letters", "--unsent", "--out", out).code == 0
    for file in out.rglob("*"):
        said = words_of(file) if file.suffix == ".pdf" else file.read_text(encoding="utf-8")
        if file == comparison:  # a signature may hold any four digits
            said = json.dumps(json.loads(said)["content"], ensure_ascii=False)
        assert not found_in("".join(said.split()) + file.name, (HERE, *HOME)), file.name
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


def test_a_waiting_list_that_leaves_holds_neither_of_them(
    kept: Kept, office_file: Path, tmp_path: Path
) -> None:
    neighbour = Mentorctl(office_file)
    sent = kept("lists", "send", "--out", tmp_path, "--json").json
    assert sent["lines"] == 1  # Oda's
    said = Path(sent["file"]).read_text(encoding="utf-8")
    assert not found_in(said, ("Hanna", "Sanna", HERE, *HOME))
    key = kept("lists", "key", "--json").json
    trust = ("lists", "trust", "--key", key["public_key"], "--fingerprint", key["fingerprint"])
    assert neighbour(*trust, "--name", "Bodø").code == 0
    read = neighbour("lists", "read", sent["file"], "--json").json
    assert read["lines"] == 1
    shown = neighbour("lists", "show", read["list"], "--json")
    assert len(shown.json) == 1
    assert not found_in(shown.out, (HERE, *HOME))


def test_an_agreement_of_a_protected_person_is_not_printed(kept: Kept, tmp_path: Path) -> None:
    out = tmp_path / "paper.pdf"
    rows = kept("placements", "list", "--json").json
    assert len(rows) == 4
    for one in rows:
        kept("placements", "paper", one["number"], "--out", out).refused("protected address")
    assert not out.exists()


def own_file(kept: Kept) -> Iterator[str]:
    """What the office itself sees of Sanna; a refusal is an answer too."""
    who, pair = kept.numbers["Sanna"], kept.pairs["Sanna"]
    other = kept.numbers["Oda"]
    words: tuple[tuple[object, ...], ...] = (
        ("cards", "show", who), ("plan", "show", who), ("interviews", "list", who),
        ("quotes", "list", "--person", who), ("contacts", "list", who), ("networks", "list", who),
        ("questions", "list", pair), ("driving", "show", pair), ("outcomes", "person", who),
        ("barriers", "list", who),
        ("calls", "list", who), ("people", "timeline", who), ("pairings", "timeline", pair),
        ("people", "merge", who, other, "--compare"), ("people", "merge", other, who, "--compare"),
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
