"""The recovery key survives paper, telephones and the tired hand that types it in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorapp.domain.key_errors import RecoveryKeyIncomplete, RecoveryKeyMistyped
from mentorapp.domain.recovery_key import (
    GROUPS,
    LENGTH,
    check_group,
    printed,
    typed,
)

SECRETS = st.binary(min_size=LENGTH, max_size=LENGTH)
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@given(SECRETS)
def test_what_is_printed_can_be_typed_back(secret: bytes) -> None:
    groups = printed(secret)
    assert len(groups) == GROUPS
    assert typed(" ".join(groups)) == secret
    assert typed("-".join(groups).lower()) == secret
    assert typed("".join(groups).replace("0", "o").replace("1", "l")) == secret


@given(SECRETS, st.integers(0, GROUPS - 1), st.integers(0, 4), st.sampled_from(ALPHABET))
def test_a_wrong_sign_is_found_in_its_group(
    secret: bytes, group: int, sign: int, wrong: str
) -> None:
    groups = list(printed(secret))
    if groups[group][sign] == wrong:
        return
    groups[group] = groups[group][:sign] + wrong + groups[group][sign + 1 :]
    with pytest.raises(RecoveryKeyMistyped) as told:
        typed(" ".join(groups))
    assert told.value.group == group + 1


@given(SECRETS, st.integers(0, GROUPS - 2))
def test_two_groups_in_the_wrong_order_are_found(secret: bytes, first: int) -> None:
    groups = list(printed(secret))
    groups[first], groups[first + 1] = groups[first + 1], groups[first]
    with pytest.raises(RecoveryKeyMistyped) as told:
        typed(" ".join(groups))
    assert told.value.group == first + 1


def test_a_missing_group_is_told_by_how_many_are_there() -> None:
    with pytest.raises(RecoveryKeyIncomplete) as told:
        typed(" ".join(printed(bytes(LENGTH))[:-1]))
    assert told.value.groups == GROUPS - 1


def test_one_group_can_be_checked_while_it_is_typed() -> None:
    groups = printed(bytes(range(LENGTH)))
    check_group(groups[2], 3)
    with pytest.raises(RecoveryKeyMistyped):
        check_group(groups[2], 4)
    with pytest.raises(RecoveryKeyMistyped):
        check_group("ABC", 1)
