"""The example office is made the same way every time and holds together."""

import csv
from collections import Counter, defaultdict
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook
from stdnum.no import orgnr

import resources
from installer import example_office
from installer.example_people import ANCHOR
from mentorapp.domain.people import LifeSituation
from mentorapp.domain.word_lists import WordList
from mentorapp.exchange.cells import Context
from mentorapp.exchange.choices import life_situation
from mentorapp.reference.places import place
from mentorapp.reference.word_lists import WordLists

FILES = ("organisasjoner.csv", "mentorer.xlsx", "nyankomne.csv", "koblinger.xlsx", "moter.csv")
EARLIER = (
    "tidligere_mentorer.csv",
    "tidligere_nyankomne.csv",
    "tidligere_koblinger.csv",
    "tidligere_moter.csv",
)

LISTS = WordLists()
Row = dict[str, str]


def rows(name: str, encoding: str = "utf-8-sig") -> list[Row]:
    file = resources.path(f"examples/{name}")
    if name.endswith(".csv"):
        with file.open(encoding=encoding, newline="") as text:
            return list(csv.DictReader(text, delimiter=";"))
    cells = CalamineWorkbook.from_path(file).get_sheet_by_index(0).to_python()
    headings = [str(heading) for heading in cells[0]]
    return [dict(zip(headings, map(_text, row), strict=True)) for row in cells[1:]]


def _text(cell: object) -> str:
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return str(int(cell)) if isinstance(cell, float) else str(cell)


def nordic(text: str) -> date:
    return datetime.strptime(text, "%d.%m.%Y").date()  # noqa: DTZ007 - a day has no zone


def names(people: list[Row]) -> set[str]:
    return {f"{person['Fornavn']} {person['Etternavn']}" for person in people}


@pytest.mark.parametrize("name", [*FILES, *EARLIER])
def test_the_generator_writes_the_shipped_files_byte_for_byte(name: str, tmp_path: Path) -> None:
    example_office.main([str(tmp_path)])
    assert (tmp_path / name).read_bytes() == resources.path(f"examples/{name}").read_bytes()


def test_there_are_as_many_as_the_readme_says() -> None:
    counts = [len(rows("organisasjoner.csv", "cp1252"))]
    counts += [len(rows(name)) for name in FILES[1:]]
    assert counts[:4] == [12, 60, 80, 35]
    assert 300 <= counts[4] <= 450
    assert f"| {counts[4]} |" in resources.path("examples/README.md").read_text(encoding="utf-8")


def test_organisation_numbers_have_right_check_digits() -> None:
    assert all(orgnr.is_valid(row["Org.nr"]) for row in rows("organisasjoner.csv", "cp1252"))


def test_everybody_is_himself_alone() -> None:
    mentors, newcomers = rows("mentorer.xlsx"), rows("nyankomne.csv")
    assert len(names(mentors)) == 60
    assert len(names(newcomers)) == 80
    phones = [row["Mobil"] for row in mentors] + [row["Telefon"] for row in newcomers]
    mails = [row["E-post"] for row in (*mentors, *newcomers) if row["E-post"]]
    assert max(Counter(filter(None, phones)).values()) == 1
    assert [mail for mail, count in Counter(mails).items() if count > 1] == []


def test_every_postal_code_exists_and_bears_the_name_written_beside_it() -> None:
    for row in (*rows("nyankomne.csv"), *rows("organisasjoner.csv", "cp1252")):
        if row["Postnr"]:
            found = place("NO", row["Postnr"])
            assert found is not None
            assert found.place == row["Poststed"], row["Postnr"]
    assert all(place("NO", row["Postnr"]) for row in rows("mentorer.xlsx"))


def test_interests_and_occupations_are_all_understood() -> None:
    for row in (*rows("mentorer.xlsx"), *rows("nyankomne.csv")):
        for interest in row["Interesser"].split(", "):
            assert LISTS.find(WordList.INTERESTS, interest), interest
    jobs = {row["Yrke"] for row in rows("mentorer.xlsx")}
    jobs |= {row["Tidligere yrke"] for row in rows("nyankomne.csv")} - {""}
    jobs |= {row["Ønsket yrke"] for row in rows("nyankomne.csv")} - {"vet ikke ennå"}
    assert [job for job in sorted(jobs) if not LISTS.find(WordList.OCCUPATIONS, job)] == []


def test_life_situations_are_all_understood_and_not_everybody_has_told() -> None:
    for name in ("mentorer.xlsx", "nyankomne.csv"):
        told = Counter(row["Livssituasjon"] for row in rows(name))
        assert told.pop("") >= 5
        understood = {text: life_situation(text, Context(today=ANCHOR)) for text in told}
        assert not [one for one in understood.values() if not isinstance(one, LifeSituation)]
        assert len(understood) >= 3


def test_two_newcomers_are_protected_and_nothing_tells_where_the_second_is() -> None:
    protected = [row for row in rows("nyankomne.csv") if row["Adressesperre"]]
    assert sorted(row["Adressesperre"] for row in protected) == ["fortrolig", "strengt fortrolig"]
    strict = next(row for row in protected if row["Adressesperre"].startswith("strengt"))
    for heading in ("Adresse", "Postnr", "Poststed", "Telefon", "E-post", "Husstand"):
        assert strict[heading] == ""


def test_pairs_are_of_people_who_are_there_and_ready() -> None:
    mentors, newcomers = rows("mentorer.xlsx"), rows("nyankomne.csv")
    registered = {
        f"{row['Fornavn']} {row['Etternavn']}": nordic(row["Registrert dato"]) for row in newcomers
    }
    protected = names([row for row in newcomers if row["Adressesperre"]])
    for pair in rows("koblinger.xlsx"):
        assert pair["Mentor"] in names(mentors)
        assert pair["Deltaker"] in names(newcomers) - protected
        start = date.fromisoformat(pair["Startdato"])
        assert registered[pair["Deltaker"]] < start <= ANCHOR
        assert start < date.fromisoformat(pair["Planlagt slutt"])
        assert not pair["Avsluttet"] or start < date.fromisoformat(pair["Avsluttet"]) <= ANCHOR
    kinds = Counter(
        "running" if not pair["Avsluttet"] else "early" if pair["Årsak"] else "completed"
        for pair in rows("koblinger.xlsx")
    )
    assert kinds == {"completed": 11, "early": 6, "running": 18}


def test_nobody_is_in_two_pairs_with_one_person_or_over_capacity() -> None:
    capacity = {
        f"{row['Fornavn']} {row['Etternavn']}": int(row["Hvor mange kan du følge opp?"])
        for row in rows("mentorer.xlsx")
    }
    pairs = rows("koblinger.xlsx")
    couples = Counter((pair["Mentor"], pair["Deltaker"]) for pair in pairs)
    assert max(couples.values()) == 1
    running = [pair for pair in pairs if not pair["Avsluttet"]]
    assert max(Counter(pair["Deltaker"] for pair in running).values()) == 1
    for mentor, count in Counter(pair["Mentor"] for pair in running).items():
        assert count <= capacity[mentor], mentor


def test_every_meeting_falls_into_the_time_of_its_pair() -> None:
    spans: dict[tuple[str, str], tuple[date, date]] = {}
    for pair in rows("koblinger.xlsx"):
        end = date.fromisoformat(pair["Avsluttet"]) if pair["Avsluttet"] else ANCHOR
        spans[pair["Mentor"], pair["Deltaker"]] = (date.fromisoformat(pair["Startdato"]), end)
    for meeting in rows("moter.csv"):
        start, end = spans[meeting["Mentor"], meeting["Deltaker"]]
        held = nordic(meeting["Dato"])
        assert start <= held <= end
        assert not meeting["Neste møte"] or nordic(meeting["Neste møte"]) > held


def test_some_pairs_are_silent_and_one_has_not_met() -> None:
    last: dict[tuple[str, str], date] = defaultdict(lambda: date.min)
    for meeting in rows("moter.csv"):
        pair = (meeting["Mentor"], meeting["Deltaker"])
        last[pair] = max(last[pair], nordic(meeting["Dato"]))
    running = [
        (pair["Mentor"], pair["Deltaker"])
        for pair in rows("koblinger.xlsx")
        if not pair["Avsluttet"]
    ]
    silent = [ANCHOR - last[pair] for pair in running if pair in last]
    assert len(running) - len(silent) == 1
    assert sum(timedelta(days=14) < days <= timedelta(days=30) for days in silent) >= 3
    assert sum(days > timedelta(days=30) for days in silent) >= 2


def test_nothing_was_done_after_the_anchor_day() -> None:
    for row in rows("mentorer.xlsx"):
        done = (
            "Registrert dato",
            "Politiattest vist",
            "Taushetserklæring signert",
            "Kurs gjennomført",
        )
        assert all(date.fromisoformat(row[heading]) <= ANCHOR for heading in done if row[heading])
    assert all(nordic(row["Registrert dato"]) <= ANCHOR for row in rows("nyankomne.csv"))
    assert str(ANCHOR) in resources.path("examples/README.md").read_text(encoding="utf-8")


def test_pairing_has_work_to_do() -> None:
    paired = Counter(pair["Mentor"] for pair in rows("koblinger.xlsx") if not pair["Avsluttet"])
    free = [
        row
        for row in rows("mentorer.xlsx")
        if row["Status"] == "Godkjent"
        and int(row["Hvor mange kan du følge opp?"])
        > paired[f"{row['Fornavn']} {row['Etternavn']}"]
    ]
    waiting = [row for row in rows("nyankomne.csv") if row["Status"] in {"Klar", "Venter"}]
    assert len(free) >= 22
    assert len(waiting) >= 25
    assert sum(1 for row in waiting if row["Ønsket kjønn på mentor"]) >= 3


def test_the_years_before_have_a_cohort_for_every_year_back_to_the_eighth() -> None:
    ended = Counter(nordic(row["Avsluttet"]).year for row in rows("tidligere_koblinger.csv"))
    assert ended.keys() == set(range(2018, 2026))
    assert min(ended.values()) >= 12


def test_nobody_of_the_years_before_is_called_like_somebody_of_today() -> None:
    today = [
        (row["Fornavn"], row["Etternavn"])
        for name in ("mentorer.xlsx", "nyankomne.csv")
        for row in rows(name)
    ]
    before = [(row["Fornavn"], row["Etternavn"]) for name in EARLIER[:2] for row in rows(name)]
    assert len({*today, *before}) == len(today) + len(before)


def test_the_slips_of_the_years_before_go_back_three_years() -> None:
    days = sorted(nordic(row["Dato"]) for row in rows("tidligere_moter.csv"))
    assert days[0].year == 2023
    assert len(days) > 300
