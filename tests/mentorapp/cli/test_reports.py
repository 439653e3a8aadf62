"""Reports from the command line: pages, workbooks, CSV, pictures, and those that were kept."""

from collections.abc import Sequence
from csv import reader
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from mentorapp.exchange.workbooks import read_workbook
from mentorapp.words import Words
from tests.mentorapp.cli.running import Mentorctl


def said(path: Path) -> str:
    pages = PdfReader(BytesIO(path.read_bytes())).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


#: Every kind with what it is about, in the example office.
KINDS: dict[str, tuple[str, ...]] = {
    "period": ("--period", "2026Q3"),
    "year": ("--period", "2025"),
    "organisation": ("--period", "2026T2"),
    "waiting": ("--period", "2026T2"),
    "evaluation": ("--period", "2026", "--scheme", "buddy"),
    "hours": ("--period", "2026", "--person", "PERSON"),
    "follow-up": (),
}
WORDS = Words("en")


def cells_of(lines: Sequence[Sequence[Any]], like: list[list[Any]]) -> list[Any]:
    """Row by row under the head, as wide as they were told: a row may end with its last cell."""
    assert len(lines) == len(like) + 1
    return [
        row[at] if at < len(row) else None
        for row, told in zip(lines[1:], like, strict=True)
        for at in range(len(told))
    ]


def shown(cell: object) -> str:
    """A number as it stands on English paper."""
    return ":" if cell is None else WORDS.number(cell) if isinstance(cell, int | float) else ""


@pytest.mark.parametrize("kind", KINDS)
def test_paper_workbook_csv_and_answer_tell_the_same_numbers(
    example: Mentorctl, tmp_path: Path, kind: str
) -> None:
    pdf, book, folder = tmp_path / "r.pdf", tmp_path / "r.xlsx", tmp_path / "more"
    mentor = next(
        one["mentor"] for one in example("pairings", "--json").json if one["meetings"] > 2
    )
    number = next(
        str(one["number"]) for one in example("people", "--json").json if one["name"] == mentor
    )
    about = [number if one == "PERSON" else one for one in KINDS[kind]]

    told = example(
        "report", kind, *about, "--out", pdf, "--xlsx", book, "--csv", folder, "--png", folder,
        "--json",
    ).json  # fmt: skip

    _chosen, sheets, _rows = read_workbook(book.read_bytes(), None)
    page = said(pdf)
    assert len(sheets) == len(told["tables"]) > 0
    for table, sheet in zip(told["tables"], sheets, strict=True):
        (file,) = folder.glob(f"*-{table['key']}.csv")
        rows = table["rows"]
        numbered = read_workbook(book.read_bytes(), sheet)[2]
        in_book = cells_of([cells for _number, cells in numbered], rows)
        lines = file.read_text("utf-8-sig").splitlines()
        in_csv = cells_of(list(reader(lines, delimiter=";")), rows)
        for cell, written, text in zip(chain(*rows), in_book, in_csv, strict=True):
            if isinstance(cell, int | float):
                assert written == pytest.approx(cell, rel=1e-12)
                assert float(text.replace(",", ".")) == pytest.approx(cell, rel=1e-12)
                # The worklist has days since a meeting where the paper has its date.
                assert shown(cell) in page or kind == "follow-up"
            elif cell is None and kind != "follow-up":
                assert written in (":", None, "")
    pictures = list(folder.glob("*.png"))
    assert bool(pictures) == (kind in {"period", "year", "waiting"})
    assert {Path(file) for file in told["files"]} == {pdf, book, *folder.iterdir()}


@pytest.mark.parametrize("kind", ["organisation", "waiting"])
def test_the_rows_of_a_table_stand_on_paper_as_they_are_in_its_files(
    example: Mentorctl, tmp_path: Path, kind: str
) -> None:
    pdf = tmp_path / "r.pdf"
    told = example("report", kind, *KINDS[kind], "--out", pdf, "--json").json
    for table in told["tables"]:
        for row in table["rows"]:
            assert " ".join(map(shown, row[1:])) in said(pdf)


def test_no_manager_s_report_names_anybody(example: Mentorctl, tmp_path: Path) -> None:
    names = [one["name"] for one in example("people", "--json").json]
    assert len(names) > 200
    for kind in ("organisation", "waiting"):
        out = tmp_path / f"{kind}.pdf"
        example("report", kind, "--period", "2026", "--out", out)
        told = said(out)
        assert [name for name in names if name in told] == []


def test_a_printed_report_is_listed_and_written_again_as_it_was(
    example: Mentorctl, tmp_path: Path
) -> None:
    first, second = tmp_path / "a.pdf", tmp_path / "b.pdf"
    kept = example("report", "year", "--period", "2025", "--out", first, "--json").json["kept"]

    (listed,) = example("reports", "list", "--json").json
    example("reports", "again", kept, "--out", second)

    assert (listed["report"], listed["kind"], listed["period"]) == (kept, "year", "2025")
    assert listed["language"] == "en"
    assert kept in example("reports", "list").lines[0]
    assert first.read_bytes() == second.read_bytes()


def test_a_report_whose_quotation_was_taken_back_is_written_anew_and_says_why(
    example: Mentorctl, tmp_path: Path
) -> None:
    first, second = tmp_path / "a.pdf", tmp_path / "b.pdf"
    kept = example("report", "year", "--period", "2026", "--out", first, "--json").json["kept"]
    quote = next(
        one for one in example("quotes", "list", "--json").json if one["text"] in said(first)
    )

    example("quotes", "withdraw", quote["quote"])
    told = example("reports", "again", kept, "--out", second, "--json").json

    assert "taken the consent back" in told["anew"]
    assert quote["text"] not in said(second)
    assert told["kept"] not in ("", kept)


def test_an_organisation_is_told_what_its_own_mentors_gave(
    example: Mentorctl, tmp_path: Path
) -> None:
    every = example("report", "organisation", "--period", "2026", "--json").json["tables"][0]
    best = every["rows"][0]
    number = next(
        one["number"]
        for one in example("organisations", "--json").json
        if best[0].startswith(one["name"])
    )
    out = tmp_path / "own.pdf"

    told = example(
        "report", "organisation", "--period", "2026", "--organisation", number, "--out", out,
        "--json",
    ).json  # fmt: skip

    gave = {row[0]: row[1] for row in told["tables"][0]["rows"]}
    # Side by side it is hidden, its pairs being few; its own people are told it.
    assert best[every["columns"].index("meetings")] is None
    assert gave["Meetings"] >= 1
    assert gave["Pairs"] >= 1
    for row in example("pairings", "--json").json:
        assert row["newcomer"] not in said(out)


def test_a_statement_of_hours_names_the_volunteer_and_no_newcomer(
    example: Mentorctl, tmp_path: Path
) -> None:
    row = next(one for one in example("pairings", "--json").json if one["meetings"] > 2)
    person = next(
        one["number"] for one in example("people", "--json").json if one["name"] == row["mentor"]
    )
    out = tmp_path / "hours.pdf"

    told = example(
        "report", "hours", "--period", "2025-01-01..2026-11-23", "--person", person, "--out", out,
        "--json",
    ).json  # fmt: skip

    text = said(out)
    assert row["mentor"] in text
    assert row["newcomer"] not in text
    assert str(row["number"]) in text
    assert told["kept"] is None
    assert row["mentor"] not in str(PdfReader(out).metadata)


def test_pairs_are_followed_up_by_the_mentors_organisation_too(
    example: Mentorctl, tmp_path: Path
) -> None:
    out = tmp_path / "f.pdf"
    told = example("report", "follow-up", "--by-organisation", "--out", out, "--json").json
    pairs, organisations = told["tables"]

    assert organisations["columns"][:3] == ["organisation", "pairs", "red"]
    assert sum(row[1] for row in organisations["rows"]) == len(pairs["rows"])
    assert organisations["rows"][0][0] in said(out)
    assert example("reports", "list", "--json").json == []


def test_what_a_report_cannot_be_about_is_refused_and_nothing_is_written(
    example: Mentorctl, tmp_path: Path
) -> None:
    out = tmp_path / "f.pdf"
    nobody = example("report", "follow-up", "--coordinator", "Nobody", "--out", out)
    nobody.refused("Nobody", "coordinator")
    example("report", "waiting", "--period", "", "--out", out).refused("period")
    example("reports", "again", "zzzzzz", "--out", out).refused("zzzzzz", "report")
    assert not out.exists()
    out.write_bytes(b"")
    example("report", "waiting", "--csv", out).refused("a folder", "is a file")
