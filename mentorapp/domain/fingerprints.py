"""A public key short enough to be read out on the telephone."""

import hashlib
import re

from mentorapp.domain.exchange_errors import NotAKey

_GROUPS = 6
_KEY = re.compile(r"[0-9a-f]{64}")


def fingerprint(public_key: str) -> str:
    """Six groups of five digits, "30481 07725 …": the same in every language.

    Each is taken of five bytes of SHA-256 (as Signal's safety numbers are), together 99 bits:
    nobody can make another key with the same digits.
    """
    digest = hashlib.sha256(bytes.fromhex(public_key)).digest()
    parts = (digest[5 * at : 5 * at + 5] for at in range(_GROUPS))
    return " ".join(f"{int.from_bytes(part) % 100_000:05}" for part in parts)


def same_fingerprint(heard: str, public_key: str) -> bool:
    """Whether the digits are the same, however they were grouped."""
    return re.sub(r"\D", "", heard) == fingerprint(public_key).replace(" ", "")


def checked_key(text: str) -> str:
    """The public key in its one form. Raises NotAKey."""
    found = re.sub(r"\s", "", text).lower()
    if not _KEY.fullmatch(found):
        raise NotAKey(text)
    return found
