from io import BytesIO
from unicodedata import normalize

import pytest
from bidi import get_display
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from mentorapp.reports import style
from mentorapp.reports.fonts import REGULAR, REPLACEMENT, register
from mentorapp.reports.templates import fill
from mentorapp.reports.text import draw, in_parts, isolated, paragraph, printable, shortened

latin_text = st.text(
    st.characters(min_codepoint=0x21, max_codepoint=0x17F, exclude_categories=("C", "Z")),
    min_size=1,
    max_size=120,
)


def printed(words: str, width: float = 200, bold: bool = False) -> bytes:
    out = BytesIO()
    register()
    canvas = Canvas(out)
    flowable = paragraph(words, style.SUBJECT if bold else style.BODY)
    height = flowable.wrapOn(canvas, width, 10_000)[1]
    flowable.drawOn(canvas, 50, 800 - height)
    draw(canvas, 20, 20, words, REGULAR, 10, width)
    canvas.save()
    return out.getvalue()


def read(pdf: bytes) -> str:
    return PdfReader(BytesIO(pdf)).pages[0].extract_text()


@given(latin_text)
@example('R&D <Kari> &amp; "Per" <br/>')
@settings(max_examples=25, deadline=None)
def test_no_latin_character_is_lost(words: str) -> None:
    out = BytesIO()
    register()
    canvas = Canvas(out)
    flowable = paragraph(words, style.BODY)
    height = flowable.wrapOn(canvas, 300, 10_000)[1]
    flowable.drawOn(canvas, 50, 800 - height)
    canvas.save()
    assert "".join(read(out.getvalue()).split()) == "".join(printable(words).split())


@pytest.mark.parametrize("words", ["Олена Шевченко", "ሰላም ኪዳነ", "Łukasz Żółć", "Nguyễn Thị"])
def test_other_scripts_are_read_back_as_written(words: str) -> None:
    assert words in " ".join(read(printed(words)).split())


def test_a_name_from_the_right_is_read_back_joined_and_in_its_place() -> None:
    line = read(printed(f"Hei, {isolated('أحمد')}! Velkommen."))
    assert "Hei, أحمد" in normalize("NFKC", line)


def test_a_character_without_a_font_leaves_a_mark() -> None:
    assert REPLACEMENT in read(printed("漢"))


def test_a_line_that_is_too_long_is_set_smaller_and_then_cut() -> None:
    out = BytesIO()
    register()
    canvas = Canvas(out)
    draw(canvas, 0, 100, "Kommune " * 40, REGULAR, 10, 150)
    draw(canvas, 0, 50, "Fits", REGULAR, 10, 150)
    canvas.save()
    said = read(out.getvalue())
    assert "…" in said
    assert "Fits" in said


def test_a_text_in_parts_is_all_there_and_cut_between_words() -> None:
    assert in_parts("abc def ghi", 7) == ["abc def", "ghi"]
    assert in_parts("abc def ghi", 6) == ["abc", "def", "ghi"]
    assert in_parts("abcdefgh ij", 3) == ["abc", "def", "gh", "ij"]
    assert in_parts("", 3) == [""]


def test_shortened_text_ends_with_an_ellipsis() -> None:
    assert shortened("abc def", 5) == "abc…"
    assert shortened("abc", 5) == "abc"


@pytest.mark.parametrize(
    "said",
    [
        "+47 40 00 01 00",
        "40 00 01 00",
        "1 234,50",
        "2026-11-23",
        "23-11-2026",
        "1990-ola@x.no",
        "www.x.no/a-1",
        "https://x.no/ar?a=1-2",
        "17:30",
        "23.11.2026",
    ],
)
def test_what_is_read_from_the_left_stands_so_in_a_sentence_from_the_right(said: str) -> None:
    sentence = f"اتصل {said} (هنا)"
    (block,) = fill(sentence, {})
    (with_a_value,) = fill("اكتب: {note}", {"note": sentence})
    (beside_latin,) = fill("Notat: {note}", {"note": sentence})
    for text, side in ((block.text, "R"), (with_a_value.text, "R"), (beside_latin.text, "L")):
        assert said in str(get_display(text, base_dir=side))
