"""What the tree of a file says of paragraphs over pages, of tables, and of letters in a batch."""

import re
from collections.abc import Sequence
from datetime import date

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, KeepInFrame, PageTemplate, Spacer

from mentorapp.domain.letters import STANDARD_SET, LetterKind
from mentorapp.domain.office import Office
from mentorapp.reports import style
from mentorapp.reports.charts import bar_chart
from mentorapp.reports.letter_examples import example_letter
from mentorapp.reports.letter_sets import shipped
from mentorapp.reports.letters import print_letters
from mentorapp.reports.page import NumberedCanvas, build, frame
from mentorapp.reports.tables import Arranged, LongDataTable
from mentorapp.reports.text import paragraph
from mentorapp.words import Words
from tests.tagged_pdf import Part, TaggedPdf

LONG = "Words that go on and on over the end of the page. " * 60
TODAY = date(2026, 11, 23)


def printed(story: Sequence[Flowable]) -> TaggedPdf:
    def begin(canvas: Canvas, _document: object) -> None:
        assert isinstance(canvas, NumberedCanvas)
        if not canvas.group:
            canvas.begin_group(Words("en"), "Office")

    pages = [PageTemplate("page", [frame(20, 200, 190, 279)], onPage=begin)]
    return TaggedPdf(build(pages, story, title="T", author="O", language="en"))


def text(language: str, kind: str) -> str:
    return shipped(language, STANDARD_SET, kind)


def parts(paper: TaggedPdf, tag: str) -> list[Part]:
    return [one for one in paper.document.walk() if one.tag == tag]


def test_a_paragraph_over_two_pages_is_one_paragraph() -> None:
    paper = printed([Spacer(1, 100), paragraph(LONG, style.BODY)])

    assert len(paper.pages) > 1
    (only,) = parts(paper, "P")
    assert only.text.split() == LONG.split()


def test_a_paragraph_that_goes_on_in_the_next_letter_is_one_of_that_too() -> None:
    def begin(canvas: Canvas, _document: object) -> None:
        assert isinstance(canvas, NumberedCanvas)
        canvas.begin_group(Words("en"), "Office")

    pages = [PageTemplate("page", [frame(20, 200, 190, 279)], onPage=begin)]
    story = [Spacer(1, 100), paragraph(LONG, style.BODY)]
    paper = TaggedPdf(build(pages, story, title="T", author="O", language="en"))

    said = [one.text for one in parts(paper, "P")]
    assert len(said) == len(paper.pages) > 1
    assert " ".join(said).split() == LONG.split()


def test_lines_do_not_run_together() -> None:
    (only,) = parts(printed([paragraph(LONG[:200], style.BODY)]), "P")

    assert only.text.split() == LONG[:200].split()


def test_heads_that_stand_on_every_page_are_told_once() -> None:
    rows = [[paragraph(text, style.CELL) for text in (f"Row {at}", f"{at}")] for at in range(40)]
    heads = [paragraph(text, style.HEAD) for text in ("Name", "Number")]
    paper = printed([LongDataTable([heads, *rows], repeatRows=1, row_heads=(0,))])

    assert len(paper.pages) > 1
    (table,) = parts(paper, "Table")
    assert len(table.parts) == 41
    assert [one.text for one in table.parts[0].parts] == ["Name", "Number"]
    assert [one.scope for one in table.parts[0].parts] == ["/Column", "/Column"]
    assert [(one.tag, one.scope, one.text) for one in table.parts[40].parts] == [
        ("TH", "/Row", "Row 39"),
        ("TD", "", "39"),
    ]


def test_rows_to_write_in_and_tables_of_layout_say_nothing_of_rows() -> None:
    empty = LongDataTable([[paragraph("Head", style.HEAD)], [""]], colWidths=[90], row_heads=(0,))
    beside = Arranged([[paragraph("Left", style.BODY), paragraph("Right", style.BODY)]])
    paper = printed([empty, beside])

    assert len(parts(paper, "TR")) == 1
    assert [one.text for one in parts(paper, "P")] == ["Left", "Right"]


def test_what_stands_side_by_side_is_read_from_the_side_where_its_reader_begins() -> None:
    def sides(which: str) -> list[Flowable]:
        return [paragraph(f"{which} {line}", style.BODY) for line in ("above", "below")]

    rows = [[sides("Left"), "", sides("Right")], ["", "", paragraph("Last", style.BODY)]]
    paper = printed([Arranged(rows, [90, 20, 90], from_right=True)])

    told = [one.text for one in parts(paper, "P")]
    assert told == ["Right above", "Right below", "Left above", "Left below", "Last"]


def test_headings_count_only_those_above_them_also_in_a_frame_that_shrinks() -> None:
    story = [
        paragraph("Title", style.TITLE),
        paragraph("Part", style.HEADING),
        paragraph("Chapter", style.SUBJECT),
        paragraph("Part", style.HEADING),
        *(paragraph("• ", style.ITEM, bullet="•") for _item in range(20)),
    ]
    paper = printed([KeepInFrame(300, 100, story, mode="shrink")])

    tags = [one.tag for one in paper.document.walk() if one.tag.startswith("H")]
    assert tags == ["H1", "H2", "H2", "H3"]
    assert len(parts(paper, "L")) == 1
    assert len(parts(paper, "LI")) == 20


def test_a_chart_is_a_figure_that_says_its_numbers() -> None:
    chart = bar_chart("Meetings", [("Q1", 3, "3"), ("Q2", 4, "4")], 80, 40, last_is_open=False)

    (figure,) = parts(printed([chart]), "Figure")

    assert figure.alt == "Meetings. Q1: 3; Q2: 4"


def test_a_passage_in_another_language_says_so() -> None:
    told = parts(printed([paragraph("Hei på deg", style.BODY, language="nb")]), "P")

    assert [one.language for one in told] == ["nb-NO"]


def test_each_letter_is_read_from_its_head_to_its_end_in_its_own_language() -> None:
    office = Office(name="Office of Fjordvik", municipality="Fjordvik")
    letters = [
        example_letter(LetterKind.WAITING, office, "en", text("en", "waiting"), TODAY),
        example_letter(LetterKind.WAITING, office, "nb", text("nb", "waiting"), TODAY),
    ]
    made = print_letters(letters, Words)
    paper = TaggedPdf(made.pdf)

    first, second = paper.document.parts
    assert (first.language, second.language) == ("", "nb-NO")
    for section, told in zip((first, second), made.texts, strict=True):
        read = " ".join(
            "".join(" " + one.text for one in section.walk() if one.tag != "Lbl").split()
        )
        at = 0
        for line in (re.sub(r"^- ", "", line) for line in told.split("\n") if line):
            at = read.find(" ".join(line.split()), at)
            assert at >= 0, line


def test_the_same_letters_give_the_same_bytes() -> None:
    words = text("en", "pairing_mentor")
    letter = example_letter(LetterKind.PAIRING_MENTOR, Office(name="Office"), "en", words, TODAY)

    assert print_letters([letter], Words).pdf == print_letters([letter], Words).pdf
