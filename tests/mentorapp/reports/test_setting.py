from itertools import groupby

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorapp.reports.bidi import LEFT, RIGHT
from mentorapp.reports.fonts import BOLD, REGULAR, font_for, register
from mentorapp.reports.line import Line
from mentorapp.reports.scripts import direction_of_language
from mentorapp.reports.setting import BOLD_FROM, BOLD_TO, is_fast, lines_of, one_line

ARABIC = "واحد اثنان ثلاثة أربعة خمسة ستة سبعة"
mixed_text = st.text(st.sampled_from("abc אבג سلام ላም 12 ()،.«»\u200c\u064b"), max_size=60)


@pytest.fixture(autouse=True)
def known_fonts() -> None:
    register()


def texts(lines: tuple[Line, ...]) -> list[str]:
    return [line.text for line in lines]


def told(line: Line) -> str:
    """From left to right, as ReportLab is asked to print it."""
    return "".join(
        content if isinstance(content, str) else "".join(one.code for one in content)
        for _font, content in line.runs
    )


@given(mixed_text, st.floats(0.5, 40), st.sampled_from([LEFT, RIGHT]))
@settings(max_examples=60)
def test_lines_are_in_reading_order_and_lose_nothing(text: str, room: float, base: int) -> None:
    register()
    lines = lines_of(text, REGULAR, room, base)
    said = "".join("".join(line.text for line in lines).split()).replace("\u200c", "")
    assert said == "".join(text.split()).replace("\u200c", "")


@given(mixed_text, st.sampled_from([LEFT, RIGHT]))
@settings(max_examples=60)
def test_no_line_is_wider_than_the_room_unless_it_is_one_letter(text: str, base: int) -> None:
    register()
    for line in lines_of(text, REGULAR, 6, base):
        letters = [one for one in line.text if one.strip("\u200c\u064b")]
        assert line.width <= 6.05 or len(letters) <= 1


def test_a_long_arabic_text_is_broken_in_reading_order() -> None:
    lines = texts(lines_of(ARABIC, REGULAR, 8, RIGHT))
    assert len(lines) > 2
    assert " ".join(lines) == ARABIC


@pytest.mark.parametrize("name", ["أحمد", "Kari"])
def test_a_space_that_must_not_break_holds_words_together(name: str) -> None:
    lines = texts(lines_of(f"{name} 40\u00a000\u00a009\u00a019", REGULAR, 7))
    assert lines == [name, "40\u00a000\u00a009\u00a019"]


def test_no_line_begins_with_a_mark_that_closes_or_ends_with_one_that_opens() -> None:
    text = "abc « def » ghi – jkl ! mno ؟ pqr"
    for room in range(5, 14):
        for line in texts(lines_of(text, REGULAR, room)):
            assert line[0] not in "»–!؟"
            assert line[-1] != "«"


def test_an_address_that_is_too_long_is_divided_where_it_can_be() -> None:
    lines = texts(lines_of("https://fjordvik.example/mentorordning/meld-deg-paa", REGULAR, 12))
    assert all(line[-1] in "/.-" for line in lines[:-1])
    assert len(lines) > 2


def test_a_word_without_any_such_place_is_cut_between_letters() -> None:
    lines = lines_of("x" * 300, REGULAR, 10)
    assert "".join(texts(lines)) == "x" * 300
    assert all(9 < line.width <= 10 for line in lines[:-1])


def test_a_mark_is_not_parted_from_its_letter() -> None:
    for line in lines_of("بَ" * 40, REGULAR, 3):
        assert not line.text.startswith("\u064e")


def test_a_line_runs_from_left_to_right_and_its_brackets_are_turned() -> None:
    line = one_line("Hei, \u2068أحمد (A)\u2069!", REGULAR)
    assert told(line).startswith("Hei, (A) ")
    assert told(line).endswith("!")


def test_words_in_bold_are_set_in_the_bold_of_their_script() -> None:
    line = one_line(f"Kari {BOLD_FROM}أحمد Ola{BOLD_TO} slutt", REGULAR)
    fonts = [font for font, _runs in groupby(font for font, _content in line.runs)]
    assert fonts == [REGULAR, "NotoSansArabic-Bold", BOLD, REGULAR]


def test_bold_goes_on_in_the_next_line_and_takes_the_room_of_bold_letters() -> None:
    lines = lines_of(f"aa {BOLD_FROM}bb\ncc dd{BOLD_TO} ee", REGULAR, 3)
    fonts = {word: font for line in lines for font, said in line.runs for word in str(said).split()}
    assert fonts == {"aa": REGULAR, "bb": BOLD, "cc": BOLD, "dd": BOLD, "ee": REGULAR}
    wide = one_line(f"{BOLD_FROM}mmmm{BOLD_TO}", REGULAR).width
    assert wide == one_line("mmmm", BOLD).width > one_line("mmmm", REGULAR).width


def test_decomposed_letters_are_printed_with_their_marks_on_them() -> None:
    """ŷ has a letter of its own, x̂ has none."""
    plain = "Olena Шевченко"
    assert one_line(plain, REGULAR).runs == ((REGULAR, plain),)
    ((font, glyphs),) = one_line("x\u0302", REGULAR).runs
    assert font == REGULAR
    assert not isinstance(glyphs, str)
    letter, mark = glyphs
    assert letter.code == "x"
    assert mark.outline
    assert mark.x < 0  # back over the letter
    assert one_line("x\u0302", REGULAR).width == one_line("x", REGULAR).width


def test_a_language_takes_its_own_forms_of_letters_and_digits() -> None:
    def glyphs(text: str, language: str) -> str:
        return told(one_line(text, REGULAR, direction_of_language(language), language))

    assert glyphs("۴۶۷", "ur") != glyphs("۴۶۷", "prs")
    assert glyphs("۴۶۷", "prs") == glyphs("۴۶۷", "fa")
    assert glyphs("б", "sr") != glyphs("б", "uk") == "б"


@pytest.mark.parametrize("font", [REGULAR, BOLD])
def test_the_fast_way_knows_only_characters_that_the_font_has(font: str) -> None:
    fast = [c for c in map(chr, range(0x20, 0x3000)) if is_fast(c)]
    assert len(fast) > 400
    unprintable = "\u00ad"  # ``printable`` takes a soft hyphen out
    assert [c for c in fast if c != unprintable and font_for(c, font) != font] == []
