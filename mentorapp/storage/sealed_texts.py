"""A text that only an open office can read, for what must wait in memory while it is locked."""

from secrets import token_bytes

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from mentorapp.domain.key_errors import TypedTextLost
from mentorapp.storage.key_slots import OfficeKeys, drawn

_NONCE = 12


def sealed(text: str, keys: OfficeKeys) -> bytes:
    """The text under a key that comes out of the office's own."""
    nonce = token_bytes(_NONCE)
    return nonce + AESGCM(_key(keys)).encrypt(nonce, text.encode(), None)


def unsealed(sealed_text: bytes, keys: OfficeKeys) -> str:
    """The text again. Raises TypedTextLost for other keys."""
    nonce, rest = sealed_text[:_NONCE], sealed_text[_NONCE:]
    try:
        return AESGCM(_key(keys)).decrypt(nonce, rest, None).decode()
    except InvalidTag:
        raise TypedTextLost from None


def _key(keys: OfficeKeys) -> bytes:
    return drawn(keys.office, "left open")
