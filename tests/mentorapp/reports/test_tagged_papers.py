"""Every paper of the example office, read back as somebody does who cannot see it."""

import re
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
from pdfua import validate

from tests.mentorapp.conftest import DemoRan
from tests.tagged_pdf import TaggedPdf

#: Read of each paper; batches repeat themselves.
_PAGES = 6


@pytest.fixture(scope="module")
def papers(demo: DemoRan) -> dict[str, TaggedPdf]:
    files = sorted(Path(demo.folder).rglob("*.pdf"))
    return {file.name: TaggedPdf(file.read_bytes(), _PAGES) for file in files}


def test_the_example_office_prints_papers(papers: dict[str, TaggedPdf]) -> None:
    assert len(papers) > 15


def test_all_that_is_on_a_page_is_tagged_or_decoration(papers: dict[str, TaggedPdf]) -> None:
    for name, paper in papers.items():
        assert [page.stray for page in paper.pages if page.stray] == [], name
        assert "".join(page.texts.get(0, "") for page in paper.pages), name


def test_each_paper_is_marked_as_tagged_and_says_its_language(
    papers: dict[str, TaggedPdf],
) -> None:
    for name, paper in papers.items():
        root = paper.pdf.Root
        assert root.MarkInfo.Marked == True, name  # noqa: E712 - a PDF's true
        assert root.ViewerPreferences.DisplayDocTitle == True, name  # noqa: E712
        assert re.fullmatch(r"[a-z]{2,3}(-[A-Z]{2})?", str(root.Lang)), name
        assert all(page.Tabs == pikepdf.Name.S for page in paper.pdf.pages), name


def test_headings_begin_with_the_first_and_leave_none_out(papers: dict[str, TaggedPdf]) -> None:
    for name, paper in papers.items():
        for part in paper.document.parts:
            levels = [int(one.tag[1]) for one in part.walk() if re.fullmatch(r"H\d", one.tag)]
            assert levels[:1] == [1], name
            assert all(after <= before + 1 for before, after in pairwise(levels)), name


def test_every_table_has_heads_and_every_row_cells(papers: dict[str, TaggedPdf]) -> None:
    tables = 0
    for name, paper in papers.items():
        for table in (one for one in paper.document.walk() if one.tag == "Table"):
            tables += 1
            assert {row.tag for row in table.parts} == {"TR"}, name
            heads = [one for one in table.walk() if one.tag == "TH"]
            assert heads, name
            assert all(one.scope in ("/Column", "/Row") for one in heads), name
            assert all(row.parts for row in table.parts), name
    assert tables > 15


def test_every_chart_says_its_figures(papers: dict[str, TaggedPdf]) -> None:
    figures = [
        one for paper in papers.values() for one in paper.document.walk() if one.tag == "Figure"
    ]

    assert all(one.alt for one in figures)
    assert any(re.search(r"Meetings.*: .*Q3 26 \d+", one.alt) for one in figures)


def test_items_stand_in_lists_with_their_label(papers: dict[str, TaggedPdf]) -> None:
    for name, paper in papers.items():
        for one in paper.document.walk():
            if one.tag == "L":
                assert {item.tag for item in one.parts} == {"LI"}, name
            if one.tag == "LI":
                assert [part.tag for part in one.parts] == ["Lbl", "LBody"], name


def test_all_fonts_are_embedded_and_say_what_their_glyphs_mean(
    papers: dict[str, TaggedPdf],
) -> None:
    for name, paper in papers.items():
        for one in paper.pdf.objects:
            if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/Font":
                assert re.match(r"/[A-Z]{6}\+Noto", str(one.BaseFont)), name
                assert "/FontFile2" in one.FontDescriptor, name
                assert "/ToUnicode" in one, name


def test_metadata_tell_the_archive_what_it_is_and_name_nobody(
    papers: dict[str, TaggedPdf],
) -> None:
    for name, paper in papers.items():
        with paper.pdf.open_metadata() as told:
            assert told.pdfa_status == "2U", name
            assert told["dc:title"] == str(paper.pdf.docinfo.Title), name
            assert told["dc:language"] == {str(paper.pdf.Root.Lang)}, name
            assert told["dc:creator"] == ["Frivilligsentralen i Fjordvik"], name
            assert not re.search(r"Camilla|Dmytro|Hestvika", str(told)), name
        (intent,) = paper.pdf.Root.OutputIntents
        assert intent.S == "/GTS_PDFA1", name
        assert intent.DestOutputProfile.read_bytes()[36:40] == b"acsp", name
        assert not paper.pdf.is_encrypted, name
        assert len(paper.pdf.trailer.ID) == 2, name


def test_the_checker_finds_nothing_but_that_we_claim_no_more_than_it_checks(
    demo: DemoRan,
) -> None:
    found: dict[str, set[str]] = {}
    for file in Path(demo.folder).glob("*.pdf"):
        for one in validate(str(file)).findings:
            found.setdefault(one.rule_id, set()).add(file.name)

    assert set(found) == {"UA-28-004"}, found  # the file does not call itself PDF/UA
