"""Offices whose files are trusted, and this office's own key."""

from dataclasses import replace
from datetime import date

from mentorapp.domain.accounts import Right
from mentorapp.domain.errors import InvalidField, NotFound, Problem
from mentorapp.domain.exchange_errors import (
    FingerprintDiffers,
    NeighbourKnown,
    OfficeWithoutName,
    OwnFile,
)
from mentorapp.domain.fingerprints import checked_key, fingerprint, same_fingerprint
from mentorapp.domain.text import NAME_LIMIT, check_length, folded
from mentorapp.domain.waiting_lists import Neighbour, OfficeKey
from mentorapp.exchange import signatures, signed_files
from mentorapp.operations import offices
from mentorapp.operations.handles import by_handle
from mentorapp.operations.intention import intention
from mentorapp.storage import records
from mentorapp.storage.database import Transaction


@intention
def own_key(tx: Transaction, today: date) -> OfficeKey:
    """The key this office signs with, made on first use. It never leaves the office file.

    Raises OfficeWithoutName: whoever gets a signed file must see whose it is.
    """
    if not offices.read(tx).name.strip():
        raise OfficeWithoutName
    found = known_key(tx)
    if found:
        return found
    private = signatures.new_private_key()
    public = signatures.public_key_of(private)
    return records.add(tx, OfficeKey(private_key=private, public_key=public, made_on=today))


def known_key(tx: Transaction) -> OfficeKey | None:
    """The key if there is one already; makes none."""
    return next(iter(records.find(tx, OfficeKey)), None)


def all_neighbours(tx: Transaction) -> list[Neighbour]:
    """By municipality and name."""
    return sorted(
        records.find(tx, Neighbour), key=lambda one: (one.municipality.casefold(), one.name)
    )


def find(tx: Transaction, text: str) -> Neighbour:
    """By name, municipality, handle or fingerprint. Raises NotFound or NotUnique."""
    everyone = all_neighbours(tx)
    wanted = folded(text)
    for one in everyone:
        if wanted in {folded(one.name), folded(one.municipality)} or same_fingerprint(
            text, one.public_key
        ):
            return one
    try:
        return by_handle(everyone, Neighbour, text)
    except NotFound:
        raise NotFound("neighbour", text, tuple(one.name for one in everyone)) from None


def by_key(tx: Transaction, public_key: str) -> Neighbour | None:
    """The office that this key belongs to."""
    return next(iter(records.find(tx, Neighbour, public_key=public_key)), None)


@intention(needs=Right.SETTINGS)
def trust(tx: Transaction, neighbour: Neighbour) -> Neighbour:
    """Believe what is signed with this key from now on.

    Raises NeighbourKnown, OwnFile for this office's own key, and NotAKey. It is the caller's to
    have compared the fingerprint on the telephone: nothing else tells whose key it is.
    """
    made = replace(
        neighbour,
        public_key=checked_key(neighbour.public_key),
        name=neighbour.name.strip() or neighbour.municipality.strip(),
    )
    _check(made)
    known, own = by_key(tx, made.public_key), known_key(tx)
    if known:
        raise NeighbourKnown(known.name)
    if own and own.public_key == made.public_key:
        raise OwnFile
    return records.add(tx, made)


def signer_of(data: bytes, heard: str = "") -> str:
    """The public key that a whole file was signed with.

    ``heard`` is the fingerprint read out on the telephone; raises FingerprintDiffers for another.
    """
    signer = signed_files.read(data).signed_by
    return heard_key(signer, heard) if heard else signer


def heard_key(text: str, heard: str) -> str:
    """The same for a public key that was typed or pasted. Raises NotAKey too."""
    key = checked_key(text)
    if not same_fingerprint(heard, key):
        raise FingerprintDiffers(fingerprint(key))
    return key


@intention(needs=Right.SETTINGS)
def rename(tx: Transaction, neighbour: Neighbour) -> Neighbour:
    """Another name for the same key."""
    _check(neighbour)
    stored = records.get(tx, Neighbour, neighbour.id)
    return records.amend(tx, replace(neighbour, public_key=stored.public_key))


@intention(needs=Right.SETTINGS)
def distrust(tx: Transaction, neighbour: Neighbour) -> None:
    """Files of the office are refused from now on; lists that came or went stay."""
    records.remove(tx, neighbour)


@intention(needs=Right.SETTINGS)
def trust_again(tx: Transaction, neighbour: Neighbour) -> Neighbour:
    """Undo ``distrust``; ``neighbour`` is the record from before."""
    return records.restore(tx, neighbour)


def _check(neighbour: Neighbour) -> None:
    if not neighbour.name.strip():
        raise InvalidField("name", Problem.MISSING)
    check_length("name", neighbour.name, NAME_LIMIT)
    check_length("municipality", neighbour.municipality, NAME_LIMIT)
