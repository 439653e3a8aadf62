"""Reports from the command line: pages, workbooks, CSV, pictures, and those that were kept."""

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from mentorapp.exchange.readers import read_table
from tests.mentorapp.cli.running import Mentorctl


def said(path: Path) -> str:
    pages = PdfReader(BytesIO(path.read_bytes())).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


@pytest.mark.parametrize("kind", ["organisation", "waiting"])
def test_a_report_is_pages_a_workbook_csv_and_pictures_with_the_same_numbers(
    example: Mentorctl, tmp_path: Path, kind: str
) -> None:
    pdf, book, folder = tmp_path / "r.pdf", tmp_path / "r.xlsx", tmp_path / "more"

    told = example(
        "report", kind, "--period", "2026T2", "--out", pdf, "--xlsx", book, "--csv", folder,
        "--png", folder, "--json",
    ).json  # fmt: skip

    first = told["tables"][0]
    (in_book, in_csv) = (
        [list(row.cells) for row in read_table(data).rows]
        for data in (
            book.read_bytes(),
            next(folder.glob(f"*-{first['key']}.csv")).read_bytes(),
        )
    )
    assert len(in_book) == len(in_csv) == len(first["rows"]) > 0
    for row, cells in zip(first["rows"], in_book, strict=True):
        for cell, written in zip(row, cells, strict=True):
            assert cell in (written, None)
            if isinstance(cell, int):
                assert str(cell) in said(pdf)
    pictures = list(folder.glob("*.png"))
    assert bool(pictures) == (kind == "waiting")
    assert {Path(file) for file in told["files"]} == {pdf, book, *folder.iterdir()}


def test_no_manager_s_report_names_anybody(example: Mentorctl, tmp_path: Path) -> None:
    for kind in ("organisation", "waiting"):
        out = tmp_path / f"{kind}.pdf"
        example("report", kind, "--period", "2026", "--out", out)
        for person in example("people", "--json").json:
            assert person["name"] not in said(out)


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
