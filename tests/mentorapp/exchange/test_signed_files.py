"""A file between offices is believed as it was signed, byte for byte, or not at all."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorapp.domain.errors import Refused
from mentorapp.domain.exchange_errors import (
    ExchangeFileChanged,
    ExchangeFileOfAnotherKind,
    ExchangeFileTooLarge,
    ExchangeFileTooNew,
    ExchangeKind,
    NotAnExchangeFile,
)
from mentorapp.exchange.signatures import is_signed, new_private_key, public_key_of, sign
from mentorapp.exchange.signed_files import MAX_KILOBYTES, canonical, read, write

PRIVATE = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"
PUBLIC = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
CONTENT = {"office": "Sundnes «ø» 语", "lines": [{"number": "482913", "age": None, "n": 3}]}
FILE = write(ExchangeKind.WAITING_LIST, CONTENT, PRIVATE)


def resigned(**changes: Any) -> bytes:
    """The file with other fields, signed anew by whoever has the key."""
    told = {**json.loads(FILE), **changes}
    told.pop("signature")
    return canonical({**told, "signature": sign(PRIVATE, canonical(told))})


def test_the_keys_are_those_of_the_standards_own_example() -> None:
    assert public_key_of(PRIVATE) == PUBLIC  # RFC 8032, 7.1, test 1
    assert sign(PRIVATE, b"").startswith("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065")
    assert new_private_key() != new_private_key()


def test_what_was_written_is_read() -> None:
    found = read(FILE, ExchangeKind.WAITING_LIST)

    assert (found.content, found.signed_by, found.addressed_to) == (CONTENT, PUBLIC, "")
    assert read(write(ExchangeKind.ANSWER, {}, PRIVATE, "abc")).addressed_to == "abc"


@given(st.integers(0, len(FILE) - 1), st.integers(1, 255))
def test_any_byte_changed_is_refused(at: int, change: int) -> None:
    changed = bytearray(FILE)
    changed[at] ^= change

    with pytest.raises(Refused):
        read(bytes(changed))


@pytest.mark.parametrize("bit", range(8))
def test_every_bit_of_every_byte_counts(bit: int) -> None:
    for at in range(len(FILE)):
        with pytest.raises(Refused):
            read(FILE[:at] + bytes([FILE[at] ^ 1 << bit]) + FILE[at + 1 :])


@given(st.integers(0, len(FILE) - 1))
def test_a_file_cut_off_is_refused(length: int) -> None:
    with pytest.raises(NotAnExchangeFile):
        read(FILE[:length])


@given(st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode()))
def test_anything_else_is_refused_as_such(data: bytes) -> None:
    with pytest.raises(NotAnExchangeFile):
        read(data)


@pytest.mark.parametrize(
    "same", [FILE + b"\n", b" " + FILE, b"\xef\xbb\xbf" + FILE, FILE.replace(b"null", b"null ")]
)
def test_the_same_in_other_bytes_is_a_changed_file(same: bytes) -> None:
    with pytest.raises((ExchangeFileChanged, NotAnExchangeFile)):
        read(same)


def test_a_field_twice_is_a_changed_file() -> None:
    twice = FILE.replace(b'"kind":', b'"kind":"answer","kind":')

    with pytest.raises(ExchangeFileChanged):
        read(twice)


def test_another_key_in_the_file_does_not_make_the_signature_right() -> None:
    other = public_key_of(new_private_key())

    with pytest.raises(ExchangeFileChanged):
        read(FILE.replace(PUBLIC.encode(), other.encode()))


def test_a_huge_file_is_refused_before_it_is_looked_at() -> None:
    with pytest.raises(ExchangeFileTooLarge):
        read(b"[" * (MAX_KILOBYTES * 1000 + 1))


@pytest.mark.parametrize("deep", [b"[" * 100_000, b'{"a":' * 100_000, b"[" * 50 + b"]" * 50])
def test_a_deeply_nested_file_is_refused(deep: bytes) -> None:
    with pytest.raises(NotAnExchangeFile):
        read(deep)


@pytest.mark.parametrize(
    "number", ["1.5", "1e400", "NaN", "-Infinity", "1" * 5_000, '"\\ud800"', "true"]
)
def test_numbers_and_texts_nobody_writes_are_refused(number: str) -> None:
    with pytest.raises((NotAnExchangeFile, ExchangeFileChanged)):
        read(f'{{"format":"mentorapp-exchange","version":{number}}}'.encode())


def test_a_newer_file_and_one_of_another_kind_are_told_apart_from_damage() -> None:
    with pytest.raises(ExchangeFileTooNew):
        read(resigned(version=2))
    with pytest.raises(ExchangeFileOfAnotherKind):
        read(FILE, ExchangeKind.ANSWER)
    for odd in (resigned(kind="poem"), resigned(content=[]), resigned(more=1)):
        with pytest.raises(NotAnExchangeFile):
            read(odd)


def test_a_signature_that_is_none_is_just_wrong() -> None:
    assert not is_signed("00" * 32, "00" * 64, b"x")
    assert not is_signed("", "", b"x")
