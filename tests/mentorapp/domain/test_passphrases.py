"""A passphrase takes long to guess, or is refused."""

import pytest

from mentorapp.domain.key_errors import PassphraseWeak
from mentorapp.domain.passphrases import Weakness, check_passphrase

NAMES = ["Mona Nilsen", "Frivilligsentralen", "Bodø"]


@pytest.mark.parametrize(
    "good",
    [
        "fire våte sokker i regn",
        "ost elg sol bok",
        "tR7!kv9-Lm2#qZ",
        "Bodø har fire våte sokker i regn",
        "四匹の濡れた靴下が雨の中で乾いている",
    ],
)
def test_words_that_do_not_belong_together_are_good(good: str) -> None:
    check_passphrase(good, NAMES)


@pytest.mark.parametrize("short", ["", "   ", "sokker", "fire våte", "a b c d e", "ost ost ost"])
def test_short_ones_are_refused(short: str) -> None:
    with pytest.raises(PassphraseWeak) as refused:
        check_passphrase(short, NAMES)
    assert refused.value.weakness == Weakness.SHORT


@pytest.mark.parametrize(
    "guessed",
    [
        "mona nilsen frivilligsentralen bodø",
        "MonaNilsen2026!",
        "aaaaaaaaaaaaaaaa",
        "abababababababab",
        "12345678901234",
        "qwertyuiopåasdfgh",
        "passord passord1",
        "mentorapp kommune",
        "Mentorapp Bodø kommune 2026",
    ],
)
def test_what_would_be_tried_first_is_refused_however_long(guessed: str) -> None:
    with pytest.raises(PassphraseWeak) as refused:
        check_passphrase(guessed, NAMES)
    assert refused.value.weakness == Weakness.GUESSED
