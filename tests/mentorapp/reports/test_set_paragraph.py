import re
from io import BytesIO

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph

from mentorapp.reports import style
from mentorapp.reports.bidi import LEFT, RIGHT
from mentorapp.reports.fonts import REGULAR, register
from mentorapp.reports.set_paragraph import SetParagraph
from mentorapp.reports.setting import one_line
from tests.mentorapp.reports.test_setting import ARABIC, mixed_text


@pytest.fixture(autouse=True)
def known_fonts() -> None:
    register()


def drawn(flowable: Flowable, width: float = 300) -> tuple[bytes, float]:
    out = BytesIO()
    canvas = Canvas(out, pageCompression=0)
    height = flowable.wrapOn(canvas, width, 10_000)[1]
    flowable.drawOn(canvas, 0, 0)
    canvas.save()
    return out.getvalue(), height


def positions(pdf: bytes) -> list[tuple[float, float]]:
    """Where each line begins, in points from the left bottom of the paragraph."""
    return [(float(x), float(y)) for x, y in re.findall(rb"1 0 0 1 ([\d.]+) ([\d.]+) Tm", pdf)]


@pytest.mark.parametrize("wanted", [style.BODY, style.ITEM, style.SUBJECT])
def test_it_takes_the_room_and_the_place_of_reportlabs_own(wanted: ParagraphStyle) -> None:
    text = "Kari og Ola"
    bullet = "•" if wanted is style.ITEM else None
    ours, our_height = drawn(SetParagraph(text, wanted, bullet))
    usual, usual_height = drawn(Paragraph(text, wanted, bulletText=bullet))
    assert our_height == usual_height
    baseline = positions(usual)[-1][1]
    assert all(y == pytest.approx(baseline) for _x, y in positions(ours))
    assert positions(ours)[0][0] == pytest.approx(positions(usual)[0][0], abs=1)


def test_it_breaks_lines_where_reportlabs_own_does() -> None:
    words = "Hold kontakten med Kari og spør om hverdag og arbeidsliv, dersom dere vil. " * 6
    for width in range(150, 400, 7):
        ours, usual = SetParagraph(words.strip(), style.BODY), Paragraph(words, style.BODY)
        assert ours.wrap(width, 1000) == pytest.approx(usual.wrap(width, 1000))


def test_a_line_whose_spaces_were_made_narrower_ends_at_the_edge() -> None:
    words = "Hold kontakten med Kari og spør om hverdag"
    width = one_line(words, REGULAR).width * style.BODY.fontSize - 0.8
    pdf, height = drawn(SetParagraph(words, style.BODY), width)
    assert height == style.BODY.leading
    page = pypdfium2.PdfDocument(pdf)[0].get_textpage()
    assert max(page.get_charbox(at)[2] for at in range(page.count_chars())) <= width


@pytest.mark.parametrize("text", ["12 س", "12 s"])
def test_numbers_of_a_table_end_at_the_right(text: str) -> None:
    ((begins, _y),) = positions(drawn(SetParagraph(text, style.CELL_RIGHT))[0])
    width = one_line(text, REGULAR).width * style.CELL_RIGHT.fontSize
    assert begins + width == pytest.approx(300, abs=0.01)


@pytest.mark.parametrize("word", ["سلام", "Kari"])
def test_a_reader_from_the_right_has_text_and_bullet_at_the_right(word: str) -> None:
    def sides(base: int) -> tuple[float, float]:
        """Of the bullet and of the word, from the left end of the paragraph."""
        bullet, line = positions(drawn(SetParagraph(word, style.ITEM, "•", base))[0])
        return bullet[0], line[0]

    assert sides(LEFT) == (style.ITEM.bulletIndent, style.ITEM.leftIndent)
    bullet, line = sides(RIGHT)
    assert 280 < bullet < 300 - style.ITEM.bulletIndent
    assert 240 < line < bullet


def test_it_is_split_between_pages_without_a_line_left_alone() -> None:
    text = " ".join([ARABIC] * 6)
    paragraph = SetParagraph(text, style.BODY)
    lines = int(paragraph.wrap(200, 1000)[1] / style.BODY.leading)
    assert lines > 5
    sizes = [
        [round(part.wrap(200, 1000)[1] / style.BODY.leading) for part in paragraph.split(200, room)]
        for room in (style.BODY.leading * n for n in range(lines + 1))
    ]
    assert sizes[:2] == [[], []]
    assert sizes[2] == [2, lines - 2]
    assert sizes[lines - 1] == [lines - 2, 2]
    assert sizes[lines] == [lines]


def test_the_part_on_the_next_page_has_no_bullet() -> None:
    first, rest = SetParagraph(" ".join(["ord"] * 200), style.ITEM, "•").split(200, 40)
    assert len(positions(drawn(first, 200)[0])) == 3
    assert min(x for x, _y in positions(drawn(first, 200)[0])) == style.ITEM.bulletIndent
    assert min(x for x, _y in positions(drawn(rest, 200)[0])) == style.ITEM.leftIndent


@given(mixed_text, st.sampled_from([LEFT, RIGHT]))
@settings(max_examples=60)
def test_any_mixture_is_set(text: str, base: int) -> None:
    register()
    pdf, height = drawn(SetParagraph(text, style.BODY, None, base))
    assert pdf.startswith(b"%PDF")
    assert height >= style.BODY.leading
