"""Every paper of the program, read back as somebody does who cannot see it.

Papers are found in the code (``papers_made``): one that is made nowhere here fails the first test.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from shutil import copyfile

import pikepdf
import pytest
from pdfua import validate

from mentorapp.operations.offices import open_office
from tests.mentorapp.conftest import DemoRan
from tests.mentorapp.reports.other_papers import letters_in, print_others
from tests.papers_made import Made, makers, watched
from tests.tagged_pdf import Part, TaggedPdf

#: Read of each paper, and papers of one make; batches repeat themselves.
_PAGES, _MANY = 6, 3
#: Letters of an alphabet are read in a language that is written with it.
_ALPHABETS = {
    r"[\u0600-\u06ff]": {"ar", "prs", "ps", "ckb", "fa"},
    r"[\u1200-\u137f]": {"ti", "am"},
    r"[\u0400-\u04ff]": {"uk", "ru"},
}


@pytest.fixture(scope="module")
def made(demo: DemoRan, tmp_path_factory: pytest.TempPathFactory) -> list[Made]:
    copy = tmp_path_factory.mktemp("papers") / "example.db"
    copyfile(demo.office, copy)
    database = open_office(copy)
    try:
        with watched() as others, database.read() as tx:
            print_others(tx)
            letters_in("nb")
            letters_in("ti", approved=True)
            letters_in("ar")
    finally:
        database.close()
    return [*demo.made, *others]


@pytest.fixture(scope="module")
def papers(made: list[Made]) -> dict[str, TaggedPdf]:
    found: dict[frozenset[str], list[bytes]] = {}
    for one in made:
        found.setdefault(one.by, []).append(one.pdf)
    chosen = {
        f"{'+'.join(sorted(by))} {at}": pdf
        for by, pdfs in found.items()
        for at, pdf in enumerate(sorted(pdfs, key=len)[-_MANY:])
    }
    return {name: TaggedPdf(pdf, _PAGES) for name, pdf in chosen.items()}


@pytest.fixture(scope="module")
def letters(made: list[Made]) -> dict[str, TaggedPdf]:
    """Of every kind, all pages: Norwegian, alone in a newcomer's language, and in two columns."""
    return {f"letters {at}": TaggedPdf(one.pdf) for at, one in enumerate(made[-3:])}


def test_no_paper_of_the_program_is_left_out(made: list[Made]) -> None:
    assert makers() - {function for one in made for function in one.by} == set()


def test_the_same_letters_of_every_kind_are_the_same_bytes(made: list[Made]) -> None:
    assert letters_in("ar") == made[-1].pdf


def test_all_that_is_on_a_page_is_tagged_or_decoration(
    papers: dict[str, TaggedPdf], letters: dict[str, TaggedPdf]
) -> None:
    for name, paper in {**papers, **letters}.items():
        assert [page.stray for page in paper.pages if page.stray] == [], name
        assert "".join(page.texts.get(0, "") for page in paper.pages), name


def test_all_that_is_marked_stands_once_in_the_tree_in_the_order_of_the_pages(
    papers: dict[str, TaggedPdf], letters: dict[str, TaggedPdf]
) -> None:
    for name, paper in {**papers, **letters}.items():
        for at, page in enumerate(paper.pages):
            told = [number for where, number in paper.order if where == at]
            assert sorted(told) == sorted(page.texts), name
            turned = sum(after < before for before, after in pairwise(told))
            assert not turned or any(re.search(r"[\u0600-\u06ff]", t) for t in page.texts.values())


def test_each_letter_of_an_alphabet_is_read_in_a_language_written_with_it(
    papers: dict[str, TaggedPdf], letters: dict[str, TaggedPdf]
) -> None:
    seen = set()
    for name, paper in {**papers, **letters}.items():
        for language, part in _spoken(paper.document, str(paper.pdf.Root.Lang)):
            for alphabet, languages in _ALPHABETS.items():
                if re.search(alphabet, part.text):
                    seen.add(alphabet)
                    assert language[:3].strip("-") in languages, (name, part.text)
    assert len(seen) >= 2


def _spoken(part: Part, language: str) -> Iterator[tuple[str, Part]]:
    language = part.language or language
    yield language, part
    for one in part.parts:
        yield from _spoken(one, language)


def test_questions_are_headings_below_the_name_of_the_sheet(
    letters: dict[str, TaggedPdf],
) -> None:
    norwegian = next(iter(letters.values()))
    sheets = [
        [part.text for part in section.walk() if part.tag == "H2"]
        for section in norwegian.document.parts
        if any(part.text == "Hva synes du?" for part in section.walk())
    ]
    assert len(sheets) == 6
    assert all(len(questions) >= 4 for questions in sheets)


def test_each_paper_is_marked_as_tagged_and_says_its_language(
    papers: dict[str, TaggedPdf],
) -> None:
    for name, paper in papers.items():
        root = paper.pdf.Root
        assert root.MarkInfo.Marked == True, name  # noqa: E712 - a PDF's true
        assert root.ViewerPreferences.DisplayDocTitle == True, name  # noqa: E712
        assert re.fullmatch(r"[a-z]{2,3}(-[A-Z]{2})?", str(root.Lang)), name
        assert all(page.Tabs == pikepdf.Name.S for page in paper.pdf.pages), name


def test_headings_begin_with_the_first_and_leave_none_out(
    papers: dict[str, TaggedPdf], letters: dict[str, TaggedPdf]
) -> None:
    for name, paper in {**papers, **letters}.items():
        for part in paper.document.parts:
            levels = [int(one.tag[1]) for one in part.walk() if re.fullmatch(r"H\d", one.tag)]
            # a sheet of labels has nothing but addresses
            assert levels[:1] == ([] if "labels" in name else [1]), name
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
    assert any(re.search(r"Meetings.*\. .*Q3 26: \d+", one.alt) for one in figures)


def test_items_stand_in_lists_with_their_label(
    papers: dict[str, TaggedPdf], letters: dict[str, TaggedPdf]
) -> None:
    for name, paper in {**papers, **letters}.items():
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
