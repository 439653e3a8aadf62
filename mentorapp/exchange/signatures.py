"""Ed25519: a small key, one way of signing, nothing to configure (RFC 8032)."""

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

#: Points of a small order, all ways to write them: with one of these as key, what nobody signed can
#: pass for signed. No office has one by chance (libsodium refuses the same).
_SMALL = frozenset(
    head + middle * 30 + tail
    for head, middle, tails in (
        ("00", "00", ("00", "80")),
        ("01", "00", ("00", "80")),
        ("ec", "ff", ("7f", "ff")),
        ("ed", "ff", ("7f", "ff")),
        ("ee", "ff", ("7f", "ff")),
    )
    for tail in tails
) | frozenset(
    start + tail
    for start, tails in (
        ("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc", ("05", "85")),
        ("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03", ("7a", "fa")),
    )
    for tail in tails
)


def new_private_key() -> str:
    """64 hexadecimal digits."""
    return Ed25519PrivateKey.generate().private_bytes_raw().hex()


def public_key_of(private_key: str) -> str:
    """The key that others know, 64 hexadecimal digits."""
    return _private(private_key).public_key().public_bytes_raw().hex()


def sign(private_key: str, message: bytes) -> str:
    """128 hexadecimal digits."""
    return _private(private_key).sign(message).hex()


def is_signed(public_key: str, signature: str, message: bytes) -> bool:
    """Whether the owner of the key signed exactly this; both are lower case hexadecimal digits."""
    if public_key in _SMALL:
        return False
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public_key))
        key.verify(bytes.fromhex(signature), message)
    except (InvalidSignature, ValueError):
        return False
    return True


def _private(key: str) -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(bytes.fromhex(key))
