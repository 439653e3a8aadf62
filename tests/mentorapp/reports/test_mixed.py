import re
from io import BytesIO
from unicodedata import normalize

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
from mentorapp.reports.mixed import Line, MixedParagraph, lines_of, one_line

ARABIC = "واحد اثنان ثلاثة أربعة خمسة ستة سبعة"
mixed_text = st.text(st.sampled_from("abc אבג سلام ላም 12 ()،.«»\u200c\u064b"), max_size=60)


@pytest.fixture(autouse=True)
def known_fonts() -> None:
    register()


def drawn(flowable: Flowable, width: float = 300) -> tuple[bytes, float]:
    out = BytesIO()
    canvas = Canvas(out, pageCompression=0)
    height = flowable.wrapOn(canvas, width, 10_000)[1]
    flowable.drawOn(canvas, 50, 800 - height)
    canvas.save()
    return out.getvalue(), height


def positions(pdf: bytes) -> list[tuple[float, float]]:
    """Where each piece that is set begins, in points from the left bottom of the paragraph."""
    return [(float(x), float(y)) for x, y in re.findall(rb"1 0 0 1 ([\d.]+) ([\d.]+) Tm", pdf)]


def read(pdf: bytes) -> str:
    text = pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_range()
    return normalize("NFKC", " ".join(text.split()))


@given(mixed_text, st.floats(0.5, 40))
@settings(max_examples=60, deadline=None)
def test_lines_are_in_reading_order_and_lose_nothing(text: str, room: float) -> None:
    register()
    lines = lines_of(text, REGULAR, room)
    assert "".join("".join(line.text for line in lines).split()) == "".join(text.split())


@given(mixed_text, st.sampled_from([LEFT, RIGHT]))
@settings(max_examples=60, deadline=None)
def test_no_line_is_wider_than_the_room_unless_it_is_one_letter(text: str, base: int) -> None:
    register()
    for line in lines_of(text, REGULAR, 6, base):
        letters = [one for one in line.text if one.strip("\u200c\u064b")]
        assert line.width <= 6.05 or len(letters) <= 1


def test_a_long_arabic_text_is_broken_in_reading_order() -> None:
    lines = lines_of(ARABIC, REGULAR, 8)
    assert len(lines) > 2
    assert " ".join(line.text for line in lines) == ARABIC


def test_a_space_that_must_not_break_holds_words_together() -> None:
    lines = lines_of("أحمد 40\u00a000\u00a009\u00a019", REGULAR, 7)
    assert [line.text for line in lines] == ["أحمد", "40\u00a000\u00a009\u00a019"]


def test_a_mark_is_not_parted_from_its_letter() -> None:
    for line in lines_of("بَ" * 40, REGULAR, 3):
        assert not line.text.startswith("\u064e")


def test_a_line_runs_from_left_to_right_and_its_brackets_are_turned() -> None:
    line: Line = one_line("Hei, \u2068أحمد (A)\u2069!", REGULAR)
    told = [(c.logical, str(c.glyphs)) for _font, clusters in line.runs for c in clusters]
    assert "".join(logical for logical, _glyphs in told) == "Hei, )A( دمحأ!"
    assert "".join(glyphs for _logical, glyphs in told).startswith("Hei, (A) ")


@pytest.mark.parametrize("wanted", [style.BODY, style.ITEM, style.SUBJECT])
def test_it_takes_the_room_and_the_place_of_an_ordinary_paragraph(wanted: ParagraphStyle) -> None:
    text = "Kari og Ola"
    bullet = "•" if wanted is style.ITEM else None
    ours, our_height = drawn(MixedParagraph(text, wanted, bullet))
    usual, usual_height = drawn(Paragraph(text, wanted, bulletText=bullet))
    assert our_height == usual_height
    assert {y for _x, y in positions(ours)} == {y for _x, y in positions(usual)}
    assert positions(ours)[0][0] == pytest.approx(positions(usual)[0][0], abs=1)


def test_numbers_of_a_table_end_at_the_right() -> None:
    pdf, _height = drawn(MixedParagraph("12 س", style.CELL_RIGHT))
    begins = min(x for x, _y in positions(pdf))
    width = one_line("12 س", REGULAR).width * style.CELL_RIGHT.fontSize
    assert begins + width == pytest.approx(300, abs=0.01)


def test_a_reader_from_the_right_has_text_and_bullet_at_the_right() -> None:
    def sides(base: int) -> tuple[float, float]:
        """Of the bullet and of the word, from the left end of the paragraph."""
        bullet, *word = positions(drawn(MixedParagraph("سلام", style.ITEM, "•", base))[0])
        return bullet[0], min(x for x, _y in word)

    bullet, word = sides(LEFT)
    assert (bullet, word) == (style.ITEM.bulletIndent, style.ITEM.leftIndent)
    bullet, word = sides(RIGHT)
    assert 280 < bullet < 300 - style.ITEM.bulletIndent
    assert 240 < word < bullet


def test_it_is_split_between_pages_without_a_line_left_alone() -> None:
    text = " ".join([ARABIC] * 6)
    paragraph = MixedParagraph(text, style.BODY)
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


@pytest.mark.parametrize(
    "text",
    ["محمد لا إله", "پښتو ښه ګران", "کوردستان ئازادە ێ ڕ", "سلام خانم یعقوبی", "ሰላም ኪዳነ"],
)
def test_the_letters_are_read_back_from_the_file(text: str) -> None:
    pdf, _height = drawn(MixedParagraph(text, style.BODY))
    assert read(pdf) == normalize("NFKC", text)


def test_letters_that_the_font_knows_by_no_character_are_told_beside_them() -> None:
    pdf, _height = drawn(MixedParagraph("ښه", style.BODY))
    assert b"ActualText <FEFF069A>" in pdf
    assert pdf.count(b"BDC") == pdf.count(b"EMC") > 0


@given(mixed_text, st.sampled_from([LEFT, RIGHT]))
@settings(max_examples=60, deadline=None)
def test_any_mixture_is_set(text: str, base: int) -> None:
    register()
    pdf, height = drawn(MixedParagraph(text, style.BODY, None, base))
    assert pdf.startswith(b"%PDF")
    assert height >= style.BODY.leading


def test_a_mark_high_above_its_letter_may_follow_other_letters() -> None:
    pdf, _height = drawn(MixedParagraph("\u0644\u064f\u0651\u0644\u064e", style.BODY))
    assert pdf.startswith(b"%PDF")
