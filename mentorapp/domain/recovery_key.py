"""The recovery key: what is printed on paper, put in the safe, and typed in when all else is lost.

160 random bits as eight groups of five signs: four that carry the key and one that checks them.
The alphabet is Crockford's base 32 (no I, L, O, U): what people read as I or L is 1, as O is 0.
The check sign of a group depends on its place too, so that two swapped groups are found.
"""

from mentorapp.domain.key_errors import RecoveryKeyIncomplete, RecoveryKeyMistyped

#: Bytes of the key itself.
LENGTH = 20
GROUPS = 8
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS = str.maketrans("ILO", "110")
_CARRIES = 4
#: Odd, so that no wrong sign and hardly any swap of two adds nothing modulo 32.
_WEIGHTS = (3, 5, 7, 11)
_PER_GROUP = 13


def printed(secret: bytes) -> tuple[str, ...]:
    """The eight groups to print. ``secret`` is LENGTH bytes."""
    if len(secret) != LENGTH:
        message = f"a recovery key has {LENGTH} bytes, not {len(secret)}"
        raise ValueError(message)
    bits = int.from_bytes(secret)
    drawn = [_ALPHABET[bits >> shift & 31] for shift in range(LENGTH * 8 - 5, -1, -5)]
    groups = ("".join(drawn[at : at + _CARRIES]) for at in range(0, len(drawn), _CARRIES))
    return tuple(group + _check_sign(group, place) for place, group in enumerate(groups, 1))


def typed(text: str) -> bytes:
    """The key somebody typed from the paper, whatever stands between the groups.

    Raises RecoveryKeyIncomplete or RecoveryKeyMistyped, which names the first wrong group.
    """
    found = signs(text)
    groups = [found[at : at + _CARRIES + 1] for at in range(0, len(found), _CARRIES + 1)]
    for place, group in enumerate(groups[:GROUPS], 1):
        if len(group) == _CARRIES + 1:
            check_group(group, place)
    if len(found) != GROUPS * (_CARRIES + 1):
        raise RecoveryKeyIncomplete(sum(len(group) == _CARRIES + 1 for group in groups))
    bits = 0
    for group in groups:
        for sign in group[:_CARRIES]:
            bits = bits << 5 | _ALPHABET.index(sign)
    return bits.to_bytes(LENGTH)


def check_group(group: str, place: int) -> None:
    """Raise RecoveryKeyMistyped unless ``group`` is sound at its ``place`` (from 1)."""
    found = signs(group)
    known = all(sign in _ALPHABET for sign in found)
    if len(found) != _CARRIES + 1 or not known or _check_sign(found[:-1], place) != found[-1]:
        raise RecoveryKeyMistyped(place)


def signs(text: str) -> str:
    """What counts of a text that was typed: letters and digits, those that look alike as one."""
    return "".join(sign for sign in text.upper() if sign.isalnum()).translate(_READ_AS)


def _check_sign(group: str, place: int) -> str:
    total = sum(
        weight * _ALPHABET.index(sign) for weight, sign in zip(_WEIGHTS, group, strict=True)
    )
    return _ALPHABET[(total + _PER_GROUP * place) % 32]
