import re

import pytest

from mentorapp.domain.exchange_errors import NotAKey
from mentorapp.domain.fingerprints import checked_key, fingerprint, same_fingerprint

KEY = "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"


def test_a_fingerprint_is_six_groups_of_five_digits() -> None:
    assert re.fullmatch(r"(\d{5} ){5}\d{5}", fingerprint(KEY))


def test_it_is_the_same_however_it_is_grouped_and_another_for_another_key() -> None:
    heard = fingerprint(KEY).replace(" ", "-")

    assert same_fingerprint(heard, KEY)
    assert not same_fingerprint(heard, KEY.replace("3d", "3e", 1))
    assert not same_fingerprint("", KEY)


def test_a_key_is_read_as_it_was_pasted_and_anything_else_is_refused() -> None:
    assert checked_key(f" {KEY[:32].upper()}\n{KEY[32:]} ") == KEY
    for wrong in ("", KEY[:-1], KEY + "0", "g" + KEY[1:]):
        with pytest.raises(NotAKey):
            checked_key(wrong)
