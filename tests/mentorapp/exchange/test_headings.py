"""The figures these tests print are stated in docs/imports.md."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from mentorapp.domain.imports import ColumnsMissing, Dropped, ImportKind
from mentorapp.exchange import (
    competences,
    meetings,
    mentors,
    newcomers,
    organisations,
    pairings,
)
from mentorapp.exchange.headings import assign, check_columns, fields, recognise

if TYPE_CHECKING:
    from mentorapp.exchange.tables import Cell

DATA = Path(__file__).parents[2] / "data"
READERS = {
    ImportKind.ORGANISATIONS: organisations.FIELDS,
    ImportKind.MENTORS: mentors.FIELDS,
    ImportKind.NEWCOMERS: newcomers.FIELDS,
    ImportKind.PAIRINGS: pairings.FIELDS,
    ImportKind.MEETINGS: meetings.FIELDS,
    ImportKind.COMPETENCES: competences.FIELDS,
}


def counted(name: str) -> dict[str, int]:
    rows: list[dict[str, Any]] = json.loads((DATA / name).read_text(encoding="utf-8"))
    counts = {"rows": len(rows), "hits": 0, "false hits": 0, "misses": 0, "left alone": 0}
    for row in rows:
        samples = {int(index): cells for index, cells in row.get("samples", {}).items()}
        headings = [heading for heading, _ in row["columns"]]
        columns = recognise(ImportKind(row["kind"]), headings, samples)
        for index, (_, right) in enumerate(row["columns"]):
            found = "!" if index in columns.dropped else columns.fields.get(index)
            if found == right:
                counts["left alone" if right is None else "hits"] += 1
            else:
                counts["misses" if found is None else "false hits"] += 1
    print(name, counts)  # noqa: T201
    return counts


def test_sixty_heading_rows_of_offices_are_recognised() -> None:
    counts = counted("headings.json")
    assert counts["rows"] == 60
    assert counts["hits"] >= 540
    assert counts["false hits"] <= 2


def test_the_rows_the_vocabulary_was_mended_with_are_recognised() -> None:
    counts = counted("headings_second.json")
    assert counts["hits"] >= 115
    assert counts["false hits"] <= 1


def test_of_rows_the_vocabulary_never_saw_most_are_recognised_and_none_wrongly() -> None:
    counts = counted("headings_unseen.json")
    assert counts["hits"] >= 50
    assert counts["false hits"] == 0


@pytest.mark.parametrize("kind", ImportKind)
def test_every_field_of_the_vocabulary_has_a_reader_and_the_other_way_round(
    kind: ImportKind,
) -> None:
    assert set(fields(kind)) == set(READERS[kind])


@pytest.mark.parametrize(
    ("heading", "reason"),
    [
        ("Fødselsnummer", Dropped.NATIONAL_ID),
        ("Fnr.", Dropped.NATIONAL_ID),
        ("D-nummer", Dropped.NATIONAL_ID),
        ("CPR-nr.", Dropped.NATIONAL_ID),
        ("Helseutfordringer", Dropped.HEALTH),
        ("Allergier", Dropped.HEALTH),
        ("Religion", Dropped.RELIGION),
        ("Hvor kommer du fra?", Dropped.ORIGIN),
        ("Country of origin", Dropped.ORIGIN),
        ("Nasjonalitet", Dropped.ORIGIN),
        ("characteristics", Dropped.PRIVATE),
    ],
)
def test_what_may_not_be_stored_is_left_out_by_its_heading(heading: str, reason: Dropped) -> None:
    columns = recognise(ImportKind.NEWCOMERS, ["Navn", heading])
    assert columns.fields == {0: "name"}
    assert columns.dropped == {1: reason}


@pytest.mark.parametrize("heading", ["Hva tror du om ordningen?", "Fødselsår", "Mentor siden"])
def test_harmless_words_that_look_alike_are_not_left_out(heading: str) -> None:
    assert not recognise(ImportKind.NEWCOMERS, [heading]).dropped


def test_identity_numbers_are_known_by_what_stands_in_the_column() -> None:
    samples: dict[int, list[Cell]] = {
        0: ["Ola"],
        1: ["01018000083", "02029000054"],
        2: ["010180-1234"],
        3: [1018000083.0],
    }
    columns = recognise(ImportKind.MENTORS, ["Navn", "Nr", "Id", "Kode"], samples)
    assert columns.dropped[2] is Dropped.NATIONAL_ID
    assert set(columns.fields) == {0}


def test_telephone_numbers_are_no_identity_numbers() -> None:
    samples: dict[int, list[Cell]] = {0: ["Ola"], 1: ["11234567890", "0104567890"]}
    columns = recognise(ImportKind.MENTORS, ["Navn", "Telefon"], samples)
    assert columns.fields == {0: "name", 1: "phone"}


def test_a_field_is_taken_by_one_column_the_best() -> None:
    columns = recognise(ImportKind.MENTORS, ["Telefon arbeid", "Telefon", "Navn"])
    assert columns.fields == {1: "phone", 2: "name"}


def test_choices_by_hand_win_and_dropped_columns_stay_dropped() -> None:
    headings = ["Navn", "Tlf", "Religion", "Noe rart"]
    columns = recognise(ImportKind.MENTORS, headings)
    chosen = assign(columns, {1: None, 3: "phone", 2: "notes"})
    assert chosen.fields == {0: "name", 3: "phone"}
    assert assign(columns, {3: "name"}).fields == {1: "phone", 3: "name"}


def test_a_file_without_names_is_refused_with_its_headings() -> None:
    headings = ["Foo", "Bar"]
    columns = recognise(ImportKind.MENTORS, headings)
    with pytest.raises(ColumnsMissing) as refused:
        check_columns(ImportKind.MENTORS, columns, headings)
    assert refused.value.fields == ("name",)
    assert refused.value.headings == ("Foo", "Bar")
