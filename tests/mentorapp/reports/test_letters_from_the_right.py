"""Letters in Arabic and Dari: the words run from the right, the address stays in its window."""

from collections.abc import Callable

import pytest

from mentorapp.domain.letters import LetterKind
from mentorapp.reports.letters import PairingLetter, print_letters
from mentorapp.words import Words

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
