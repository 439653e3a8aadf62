"""Letters in Arabic and Dari: the words run from the right, the address stays in its window."""

from collections.abc import Callable

import pytest

from mentorapp.domain.letters import LetterKind
from mentorapp.reports.letters import PairingLetter, print_letters
from mentorapp.words import Words
from mentorapp.words.letter_languages import letter_words

TEXT = """# أهلاً {newcomer_first_name}

اسم المرشد **{mentor_first_name}** ورقمك {pairing_number}.

- نلتقي مرتين في الشهر.

[ ] نعم، أوافق
"""


def printed(make_letter: Callable[..., PairingLetter], language: str) -> bytes:
    letter = make_letter(LetterKind.PAIRING_NEWCOMER, language, text=TEXT)
    return print_letters([letter], lambda _language: Words("nb")).pdf


@pytest.mark.parametrize(("language", "from_right"), [("ar", True), ("prs", True), ("nb", False)])
def test_words_bullets_and_boxes_stand_where_the_reader_begins(
    language: str,
    from_right: bool,
    make_letter: Callable[..., PairingLetter],
    boxes_of: Callable[[bytes, int], list[tuple[str, float, float, float, float]]],
) -> None:
    boxes = boxes_of(printed(make_letter, language), 0)
    text = [box for box in boxes if 90 < box[2] < 200]
    bullet = next(box for box in text if box[0] == "•")
    if from_right:
        assert max(box[3] for box in text) > 188
        assert bullet[1] > 185
    else:
        assert min(box[1] for box in text) < 21
        assert bullet[1] < 25


def test_the_address_stays_where_the_window_shows_it(
    make_letter: Callable[..., PairingLetter],
    boxes_of: Callable[[bytes, int], list[tuple[str, float, float, float, float]]],
) -> None:
    def address(language: str) -> list[tuple[str, float, float, float, float]]:
        boxes = boxes_of(printed(make_letter, language), 0)
        return [box for box in boxes if box[1] < 110 and 40 < box[2] < 80]

    assert address("ar") == address("nb") != []


def test_what_is_in_bold_is_printed_in_bold(
    make_letter: Callable[..., PairingLetter], fonts_of: Callable[[bytes], dict[str, bool]]
) -> None:
    fonts = fonts_of(printed(make_letter, "ar"))
    assert any("NotoSans-Bold" in name for name in fonts)
    assert all(fonts.values())


def test_the_letterhead_stays_and_reference_and_footer_run_from_the_right(
    make_letter: Callable[..., PairingLetter],
    boxes_of: Callable[[bytes, int], list[tuple[str, float, float, float, float]]],
) -> None:
    letter = make_letter(LetterKind.PAIRING_NEWCOMER, "ar", text=TEXT)
    boxes = boxes_of(print_letters([letter], letter_words).pdf, 0)
    head = [box for box in boxes if box[2] < 22]
    reference = [box for box in boxes if 60 < box[2] < 80 and box[1] > 125]
    footer = [box for box in boxes if box[2] > 280]

    assert min(box[1] for box in head) == pytest.approx(20, abs=0.6)
    assert {round(max(box[3] for box in line)) for line in lines_of(reference)} == {190}
    assert max(box[3] for box in footer) == pytest.approx(190, abs=0.6)
    assert min(box[1] for box in footer if box[0] == "ص") < 40  # of the word for page


def test_a_sentence_that_begins_with_a_latin_name_runs_as_the_letter_does(
    make_letter: Callable[..., PairingLetter],
    boxes_of: Callable[[bytes, int], list[tuple[str, float, float, float, float]]],
) -> None:
    text = "# أهلاً\n\nاتصل: {coordinator_contact}\n"
    letter = make_letter(LetterKind.PAIRING_NEWCOMER, "ar", text=text, coordinator="Xenia")
    boxes = boxes_of(print_letters([letter], letter_words).pdf, 0)
    line = [box for box in boxes if 95 < box[2] < 125]
    name = next(box for box in line if box[0] == "X")
    plus = next(box for box in line if box[0] == "+")
    assert name[1] > plus[1]


def lines_of(
    boxes: list[tuple[str, float, float, float, float]],
) -> list[list[tuple[str, float, float, float, float]]]:
    """By where their letters stand; a line is higher than what is between two letters of it."""
    found: list[list[tuple[str, float, float, float, float]]] = []
    for box in sorted(boxes, key=lambda box: box[4]):
        if found and box[4] - found[-1][0][4] < 2.5:
            found[-1].append(box)
        else:
            found.append([box])
    return found
