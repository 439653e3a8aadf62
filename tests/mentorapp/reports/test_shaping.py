import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from mentorapp.reports.fonts import BOLD, REGULAR, REPLACEMENT, font_for, fonts_of, register
from mentorapp.reports.shaping import Cluster, faces, shaped

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


def codes(clusters: tuple[Cluster, ...]) -> str:
    return "".join(glyph.code for one in clusters for glyph in one.glyphs)


@pytest.mark.parametrize("text", ["سلام", "ډېر", "کوردستان ێ", "می\u200cخواهد"])
def test_joined_letters_take_other_forms_than_lone_ones(text: str) -> None:
    together = codes(shaped(text, ARABIC, from_right=True))
    alone = "".join(codes(shaped(letter, ARABIC, from_right=True)) for letter in reversed(text))
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


def test_a_mark_is_drawn_and_takes_no_room_while_its_letter_stands_in_the_line() -> None:
    mark, letter = shaped("بَ", ARABIC, from_right=True)
    assert (mark.logical, letter.logical) == ("\u064e", "ب")
    assert mark.width == 0 < letter.width
    assert [bool(one.glyphs[0].outline) for one in (mark, letter)] == [True, False]


def test_a_space_is_set_in_the_font_of_the_word_before_it() -> None:
    assert fonts_of("سلام س a", REGULAR) == [ARABIC] * 7 + [REGULAR]


def test_text_made_to_use_up_the_codes_is_still_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    known, _face = faces(ARABIC)
    monkeypatch.setattr(known, "_free", iter(()))
    glyph = known.face.charToGlyph[ord("ب")]
    assert known.code_for(glyph, "no other text has this")[0] in "ب\ufe8f"


def test_latin_letters_are_as_wide_as_without_shaping_but_for_kerning() -> None:
    width = sum(one.width for one in shaped("Nordmann", REGULAR, from_right=False))
    assert width == pytest.approx(stringWidth("Nordmann", REGULAR, 1000), rel=0.02)


def test_what_no_font_has_is_printed_as_a_mark() -> None:
    clusters = shaped("漢", REGULAR, from_right=False)
    assert codes(clusters) == REPLACEMENT
