"""Where protected people live, sealed with a key that only their handlers have.

Anybody may seal: that takes the office's public half of an X25519 key. Opening takes the private
half, ``OfficeKeys.protected``, which lies in the slots of the handlers alone; for everybody else
the fields are empty, in the office file and in every copy of it. Each seal has a key of its own
(an ephemeral X25519 key, HKDF-SHA256, AES-256-GCM) and is bound to its record: moved to another
one it does not open. All seals have one length, or an empty address would be told from a long one.

``sealing`` says when something is sealed; an office without keys has no seals.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Any
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sqlalchemy import delete, insert, select

from mentorapp.domain.account_errors import OnlyHandlersChange
from mentorapp.domain.contact_details import WHERE, ContactDetails
from mentorapp.storage.database import Transaction
from mentorapp.storage.parts import parts
from mentorapp.storage.tables import seal_keys_table, seals_table

_KEY = 32
#: Longer than the longest address, e-mail, phone and code together in UTF-8 as JSON writes them.
_LENGTH = 4_096
#: The key is used once: there is nothing that a nonce would have to tell apart.
_NONCE = bytes(12)
_FEW = 500


def public_of(private: bytes) -> bytes:
    """The half that seals, of the half that opens."""
    return X25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def sealed(public: bytes, details: ContactDetails) -> str:
    """All that tells where somebody is, as only the private half of the key opens it."""
    told = json.dumps({name: getattr(details, name) for name in WHERE}, ensure_ascii=False)
    once = X25519PrivateKey.generate()
    shared = once.exchange(X25519PublicKey.from_public_bytes(public))
    halves = once.public_key().public_bytes_raw(), public
    padded = told.encode().ljust(_LENGTH)
    hidden = AESGCM(_key(shared, *halves)).encrypt(_NONCE, padded, details.id.bytes)
    return b64encode(halves[0] + hidden).decode()


def unsealed(private: bytes, record_id: UUID, text: str) -> dict[str, str]:
    """The fields. Raises InvalidTag for another key, another record, or a changed text."""
    whole = b64decode(text)
    once, hidden = whole[:_KEY], whole[_KEY:]
    shared = X25519PrivateKey.from_private_bytes(private).exchange(
        X25519PublicKey.from_public_bytes(once)
    )
    key = _key(shared, once, public_of(private))
    told: dict[str, str] = json.loads(AESGCM(key).decrypt(_NONCE, hidden, record_id.bytes))
    return told


def public_key(tx: Transaction) -> bytes:
    """What the office seals with; empty where it has no seals."""
    stored = tx.connection.scalar(select(seal_keys_table.c.public))
    return b64decode(stored) if stored else b""


def set_public_key(tx: Transaction, public: bytes) -> None:
    """What the office seals with from now on."""
    tx.connection.execute(delete(seal_keys_table))
    tx.connection.execute(insert(seal_keys_table), {"public": b64encode(public).decode()})


def opened(tx: Transaction, found: list[ContactDetails]) -> list[ContactDetails]:
    """The records with what is sealed of them, as far as this account may know it."""
    if not tx.protected_key or not found:
        return found
    seals = _seals(tx, found)
    return [_opened(tx, one, seals[one.id]) if one.id in seals else one for one in found]


def kept_sealed(tx: Transaction, details: ContactDetails, values: dict[str, Any]) -> dict[str, Any]:
    """The ``values`` of a changed record that may be written as they are; the others are sealed.

    Raises OnlyHandlersChange: whoever sees nothing of it would replace what she does not see.
    """
    stored = tx.connection.scalar(
        select(seals_table.c.sealed).where(seals_table.c.id == details.id)
    )
    if stored is None or not any(name in WHERE for name in values):
        return values
    if not tx.protected_key:
        raise OnlyHandlersChange
    remove(tx, [details.id])
    if not details.is_empty:
        put(tx, [details])
    return {name: value for name, value in values.items() if name not in WHERE}


def put(tx: Transaction, details: Iterable[ContactDetails]) -> None:
    """Seal these records, which have no seal yet."""
    public = public_key(tx)
    rows = [{"id": one.id, "sealed": sealed(public, one)} for one in details]
    if rows:
        tx.connection.execute(insert(seals_table), rows)


def remove(tx: Transaction, ids: Collection[UUID]) -> None:
    """Let what is sealed of these records go for good."""
    for part in parts(ids):
        tx.connection.execute(delete(seals_table).where(seals_table.c.id.in_(part)))


def sealed_ids(tx: Transaction) -> set[UUID]:
    """The contact details of which something is sealed."""
    return set(tx.connection.scalars(select(seals_table.c.id)))


def _seals(tx: Transaction, found: list[ContactDetails]) -> dict[UUID, str]:
    """Of few records theirs alone are read, of a whole office all."""
    asked = select(seals_table)
    if len(found) <= _FEW:
        asked = asked.where(seals_table.c.id.in_([one.id for one in found]))
    return {row.id: row.sealed for row in tx.connection.execute(asked)}


def _opened(tx: Transaction, details: ContactDetails, text: str) -> ContactDetails:
    told: dict[str, Any] = unsealed(tx.protected_key, details.id, text)
    return replace(details, **told)


def _key(shared: bytes, once: bytes, public: bytes) -> bytes:
    info = b"mentorapp where" + once + public
    return HKDF(SHA256(), _KEY, salt=None, info=info).derive(shared)
