"""The keys of an office and the file beside it in which they lie wrapped.

The office is encrypted with a random key that nobody knows by heart. Each way to it is a slot: a
coordinator's passphrase (stretched by Argon2id, RFC 9106), the recovery key on paper, or a secret
that the operating system keeps. Changing a passphrase writes a slot anew and leaves the office
alone. Why not SQLCipher's own passphrase: one for everybody, 0.19 s for each connection, and
changing it rewrites the whole file.

A slot is a box with a slit: what opens it is the private half of a key (X25519), wrapped with what
its holder knows; the keys of the office are put in through the public half (HPKE, RFC 9180). So the
office can be given a new key while its coordinators are at home, and who was removed knows nothing
that opens what is put in for the others.

No name stands here: holders are ids of accounts. All passphrases of one office are stretched with
one salt, so that opening costs one Argon2 however many coordinators there are; whoever has stolen
the file may then try each guess at all of them at once: for ten coordinators 3.3 bits less.
"""

import hmac
import json
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from hashlib import sha256
from secrets import token_bytes
from typing import Any, Self
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from mentorapp.domain.key_errors import (
    LastWayIn,
    NoSlotOpens,
    PassphraseTaken,
    SlotsTooNew,
    SlotsUnreadable,
)

FORMAT = 1
_KEY = 32
_SALT = 16
_NONCE = 12
_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


class Way(StrEnum):
    """How a slot is opened."""

    PASSPHRASE = "passphrase"  # noqa: S105 - a word, not a secret
    RECOVERY = "recovery"
    KEYRING = "keyring"
    """A secret kept by the operating system for one user on one machine; never the only way."""


@dataclass(frozen=True, slots=True)
class OfficeKeys:
    """What opens an office; never printed, logged or compared with ``==`` in a message.

    The salt is the first 16 bytes of the file: it is kept with the key, as one flipped bit of it
    would otherwise make the whole file unreadable. ``protected`` opens where protected people live
    and is empty for whoever may not know.
    """

    office: bytes = field(repr=False)
    salt: bytes = field(repr=False)
    protected: bytes = field(default=b"", repr=False)

    @classmethod
    def new(cls) -> Self:
        return cls(token_bytes(_KEY), token_bytes(_SALT), token_bytes(_KEY))


@dataclass(frozen=True, slots=True)
class Stretching:
    """How passphrases are stretched: Argon2id with these figures (memory in KiB)."""

    salt: str
    memory: int = 128 * 1024
    passes: int = 3
    lanes: int = 4

    def stretch(self, passphrase: str) -> bytes:
        """Half a second's work. White space at the ends and the form of letters do not matter."""
        return Argon2id(
            salt=bytes.fromhex(self.salt),
            length=_KEY,
            iterations=self.passes,
            lanes=self.lanes,
            memory_cost=self.memory,
        ).derive(as_typed(passphrase))


@dataclass(frozen=True, slots=True)
class Slot:
    """One way to the keys: of an account's id, or of nobody (the recovery key).

    ``private`` is wrapped with what the holder knows, ``nonce`` goes with it; ``office`` and
    ``protected`` are sealed to ``public``. All hex; ``protected`` is empty for who may not know.
    """

    id: str
    way: Way
    holder: str
    public: str
    nonce: str
    private: str
    office: str
    protected: str


@dataclass(frozen=True, slots=True)
class Opened:
    """The keys, and through which slot and for whom they were opened."""

    keys: OfficeKeys
    slot: str
    holder: str


@dataclass(frozen=True, slots=True)
class KeySlots:
    """All slots of one office, as they lie in the file."""

    office: str
    stretching: Stretching
    slots: tuple[Slot, ...] = ()

    @classmethod
    def new(cls, office: UUID) -> Self:
        return cls(str(office), Stretching(token_bytes(_SALT).hex()))

    def opened_by(self, passphrase: str) -> Opened:
        """Raises NoSlotOpens."""
        return self._open(Way.PASSPHRASE, self.stretching.stretch(passphrase))

    def opened_by_secret(self, way: Way, secret: bytes) -> Opened:
        """By the recovery key or a secret of the operating system. Raises NoSlotOpens."""
        return self._open(way, drawn(secret, way))

    def with_passphrase(self, keys: OfficeKeys, holder: str, passphrase: str) -> Self:
        """A slot more. Raises PassphraseTaken."""
        key = self.stretching.stretch(passphrase)
        try:
            self._open(Way.PASSPHRASE, key)
        except NoSlotOpens:
            return self._with(Way.PASSPHRASE, key, keys, holder)
        raise PassphraseTaken

    def with_secret(self, keys: OfficeKeys, way: Way, secret: bytes, holder: str = "") -> Self:
        """A slot more, for the recovery key or a secret that the operating system keeps."""
        return self._with(way, drawn(secret, way), keys, holder)

    def without(self, slots: Collection[str]) -> Self:
        """Without these slots. Raises LastWayIn where no passphrase and no recovery key are left.

        Who opened the office once may have kept its key: the caller gives it a new one.
        """
        left = tuple(one for one in self.slots if one.id not in slots)
        if not any(one.way is not Way.KEYRING for one in left):
            raise LastWayIn
        return replace(self, slots=left)

    def of(self, holder: str, *ways: Way) -> frozenset[str]:
        """The ids of somebody's slots, of these ways or of all."""
        return frozenset(
            one.id for one in self.slots if one.holder == holder and (not ways or one.way in ways)
        )

    def refilled(self, keys: OfficeKeys, handlers: Collection[str] | None = None) -> Self:
        """The same slots with other keys in them.

        With ``handlers``, ids of slots, those get ``keys.protected`` too and all others do not;
        without, what each has of that stays.
        """
        filled = []
        for slot in self.slots:
            protected = slot.protected
            if handlers is not None:
                protected = self._sealed_protected(slot, keys) if slot.id in handlers else ""
            filled.append(
                replace(slot, office=self._sealed_office(slot, keys), protected=protected)
            )
        return replace(self, slots=tuple(filled))

    def kept_from(self, slots: Collection[str]) -> Self:
        """These slots do not hold the key to where protected people live any more."""
        kept = (replace(one, protected="") if one.id in slots else one for one in self.slots)
        return replace(self, slots=tuple(kept))

    def _with(self, way: Way, key: bytes, keys: OfficeKeys, holder: str) -> Self:
        private, nonce = X25519PrivateKey.generate(), token_bytes(_NONCE)
        public = private.public_key().public_bytes_raw().hex()
        slot = Slot(token_bytes(8).hex(), way, holder, public, nonce.hex(), "", "", "")
        wrapped = AESGCM(key).encrypt(nonce, private.private_bytes_raw(), self._bound_to(slot))
        slot = replace(
            slot,
            private=wrapped.hex(),
            office=self._sealed_office(slot, keys),
            protected=self._sealed_protected(slot, keys) if keys.protected else "",
        )
        return replace(self, slots=(*self.slots, slot))

    def _open(self, way: Way, key: bytes) -> Opened:
        for slot in self.slots:
            if slot.way is not way:
                continue
            with suppress(InvalidTag, ValueError):
                private = X25519PrivateKey.from_private_bytes(
                    AESGCM(key).decrypt(
                        bytes.fromhex(slot.nonce),
                        bytes.fromhex(slot.private),
                        self._bound_to(slot),
                    )
                )
                office = self._unsealed(slot, "office", slot.office, private)
                protected = self._unsealed(slot, "protected", slot.protected, private)
                keys = OfficeKeys(office[:_KEY], office[_KEY:], protected)
                return Opened(keys, slot.id, slot.holder)
        raise NoSlotOpens

    def _sealed_office(self, slot: Slot, keys: OfficeKeys) -> str:
        return self._sealed(slot, "office", keys.office + keys.salt)

    def _sealed_protected(self, slot: Slot, keys: OfficeKeys) -> str:
        return self._sealed(slot, "protected", keys.protected)

    def _sealed(self, slot: Slot, use: str, content: bytes) -> str:
        public = X25519PublicKey.from_public_bytes(bytes.fromhex(slot.public))
        return _SUITE.encrypt(content, public, info=self._bound_to(slot, use)).hex()

    def _unsealed(self, slot: Slot, use: str, sealed: str, private: X25519PrivateKey) -> bytes:
        if not sealed:
            return b""
        return _SUITE.decrypt(bytes.fromhex(sealed), private, info=self._bound_to(slot, use))

    def _bound_to(self, slot: Slot, use: str = "private") -> bytes:
        """What a slot is good for: moved to another office, way or holder, it does not open."""
        return _canonical(
            {"format": FORMAT, "office": self.office, "slot": slot.id, "way": slot.way, "use": use}
            | {"holder": slot.holder, "public": slot.public, "stretching": asdict(self.stretching)}
        )


def as_text(slots: KeySlots, keys: OfficeKeys) -> str:
    """The content of the file, sealed with the office's key.

    Its sum needs no key: without it a changed salt would look like a wrong passphrase.
    """
    told = {"format": FORMAT} | asdict(slots)
    told["sum"] = _sum(told)
    return json.dumps(told | {"seal": _seal(told, keys)}, indent=1) + "\n"


def from_text(text: str) -> KeySlots:
    """The slots of a file, its seal not looked at yet: that takes the key.

    Raises SlotsUnreadable or SlotsTooNew.
    """
    try:
        told = json.loads(text)
        if told["format"] > FORMAT:
            raise SlotsTooNew
        _as_written(told)
        slots = KeySlots(
            str(UUID(told["office"])),
            Stretching(**told["stretching"]),
            tuple(Slot(**{**one, "way": Way(one["way"])}) for one in told["slots"]),
        )
        _all_hex((slots.stretching.salt, *(text for s in slots.slots for text in _hex_of(s))))
        _bearable(slots.stretching)
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise SlotsUnreadable from error
    return slots


def is_whole(text: str, keys: OfficeKeys) -> bool:
    """Whether nobody without the key has added, removed or changed a slot."""
    told = json.loads(text)
    seal = told.pop("seal", "")
    return isinstance(seal, str) and hmac.compare_digest(seal, _seal(told, keys))


def as_typed(passphrase: str) -> bytes:
    """One passphrase is one, however a keyboard composes its letters and spaces its words."""
    from unicodedata import normalize

    return " ".join(normalize("NFKC", passphrase).split()).encode()


def _seal(told: Mapping[str, Any], keys: OfficeKeys) -> str:
    return hmac.new(drawn(keys.office, "slots"), _canonical(told), sha256).hexdigest()


def drawn(secret: bytes, use: str) -> bytes:
    """A key for one use out of a secret that is random already, and so needs no stretching."""
    return HKDF(SHA256(), _KEY, salt=None, info=f"mentorapp {use}".encode()).derive(secret)


def _canonical(told: Mapping[str, Any]) -> bytes:
    return json.dumps(told, sort_keys=True, separators=(",", ":")).encode()


def _hex_of(slot: Slot) -> tuple[str, ...]:
    return slot.public, slot.nonce, slot.private, slot.office, slot.protected


def _all_hex(texts: Iterable[str]) -> None:
    for text in texts:
        bytes.fromhex(text)


def _as_written(told: Mapping[str, Any]) -> None:
    """Files of before have no sum: their seal alone tells, once they are open."""
    if told.get("sum", _sum(told)) != _sum(told):
        message = "not as it was written"
        raise ValueError(message)


def _sum(told: Mapping[str, Any]) -> str:
    summed = {name: value for name, value in told.items() if name not in {"sum", "seal"}}
    return sha256(_canonical(summed)).hexdigest()


def _bearable(stretching: Stretching) -> None:
    """A file that was tampered with must not ask for all the memory, or for no work at all."""
    memory, passes, lanes = stretching.memory, stretching.passes, stretching.lanes
    if not (8 * 1024 <= memory <= 1024 * 1024 and 1 <= passes <= 16 and 1 <= lanes <= 16):
        message = "figures for Argon2 out of bounds"
        raise ValueError(message)
