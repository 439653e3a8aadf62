import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from mentorapp.reports.fonts import BOLD, REGULAR, font_for, register
from mentorapp.reports.shaping import REPLACEMENT, fonts_of, shaped

ARABIC = "NotoSansArabic-Regular"


@pytest.fixture(autouse=True)
def known_fonts() -> None:
    register()
    font_for("س", REGULAR)


def test_each_character_has_a_font_in_the_weight_of_the_text() -> None:
    assert fonts_of("aس", BOLD) == [BOLD, "NotoSansArabic-Bold"]
    assert fonts_of("ሰ1", REGULAR) == ["NotoSansEthiopic-Regular", REGULAR]


def test_marks_and_joiners_stay_with_their_letter() -> None:
    assert fonts_of("بّ\u200cب", REGULAR) == [ARABIC] * 4


@pytest.mark.parametrize("text", ["سلام", "ډېر", "کوردستان ێ", "می\u200cخواهد"])
def test_joined_letters_take_other_forms_than_lone_ones(text: str) -> None:
    together = "".join(one.glyphs for one in shaped(text, ARABIC, from_right=True))
    alone = "".join(
        one.glyphs for letter in reversed(text) for one in shaped(letter, ARABIC, from_right=True)
    )
    assert together != alone


def test_a_run_from_the_right_is_given_from_left_to_right() -> None:
    told = [one.logical for one in shaped("سلب", ARABIC, from_right=True)]
    assert told == ["ب", "ل", "س"]


def test_a_ligature_is_one_cluster_that_tells_its_letters() -> None:
    (ligature,) = shaped("لا", ARABIC, from_right=True)
    assert ligature.logical == "لا"


def test_every_letter_is_in_some_cluster() -> None:
    text = "اَلْعَرَبِيَّةُ مُشَكَّلَةٌ"
    clusters = shaped(text, ARABIC, from_right=True)
    assert "".join(one.logical for one in reversed(clusters)) == text


def test_latin_letters_are_as_wide_as_without_shaping_but_for_kerning() -> None:
    width = sum(one.width for one in shaped("Nordmann", REGULAR, from_right=False))
    assert width == pytest.approx(stringWidth("Nordmann", REGULAR, 1000), rel=0.02)


def test_what_no_font_has_is_printed_as_a_mark() -> None:
    (cluster,) = shaped("漢", REGULAR, from_right=False)
    assert cluster.glyphs == REPLACEMENT
