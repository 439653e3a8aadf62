"""Files of other offices: looked at first, then taken in."""

from dataclasses import dataclass, replace
from datetime import date

from mentorapp.domain.errors import Refused
from mentorapp.domain.exchange_errors import (
    AnswerToUnknownList,
    ExchangeFileOfAnotherKind,
    ExchangeKind,
    ForAnotherOffice,
    ListAnswered,
    ListReadBefore,
    NotAnExchangeFile,
    OwnFile,
    UnknownOffice,
)
from mentorapp.domain.fingerprints import fingerprint
from mentorapp.domain.shared_lines import AnswerFile, ListFile
from mentorapp.domain.waiting_lists import (
    EntryState,
    ListDirection,
    Neighbour,
    SharedEntry,
    SharedList,
)
from mentorapp.exchange import signed_files
from mentorapp.exchange import waiting_lists as files
from mentorapp.operations import neighbours
from mentorapp.operations.intention import intention
from mentorapp.operations.waiting_lists import content_of, line_of
from mentorapp.storage import records, scopes
from mentorapp.storage.database import Transaction


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file that is what it was when it was signed.

    ``against`` is why it cannot be taken in: the office is not trusted yet, the list was read
    before, the answer is for a list that nobody here sent.
    """

    public_key: str
    fingerprint: str
    neighbour: Neighbour | None
    told: ListFile | AnswerFile
    against: Refused | None


def look(tx: Transaction, data: bytes) -> Incoming:
    """What is in a file, who signed it, and whether it can be taken in; changes nothing.

    Raises the refusals of a file that is damaged, changed or none of ours.
    """
    signed = signed_files.read(data)
    told: ListFile | AnswerFile
    if signed.kind is ExchangeKind.WAITING_LIST:
        told = files.read_list(signed.content)
    elif signed.kind is ExchangeKind.ANSWER:
        told = files.read_answer(signed.content)
    else:
        raise ExchangeFileOfAnotherKind(signed.kind)
    neighbour = neighbours.by_key(tx, signed.signed_by)
    return Incoming(
        public_key=signed.signed_by,
        fingerprint=fingerprint(signed.signed_by),
        neighbour=neighbour,
        told=told,
        against=_against(tx, signed, told, neighbour),
    )


@intention
def read_list(tx: Transaction, data: bytes, today: date) -> SharedList:
    """Keep a neighbour's list. Raises what ``look`` found against it."""
    incoming = look(tx, data)
    told = incoming.told
    if incoming.against:
        raise incoming.against
    if not isinstance(told, ListFile):
        raise ExchangeFileOfAnotherKind(ExchangeKind.ANSWER)
    shared = records.add(
        tx,
        SharedList(
            code=told.code,
            direction=ListDirection.THEIRS,
            neighbour_id=incoming.neighbour.id if incoming.neighbour else None,
            made_on=told.made_on,
            read_on=today,
        ),
    )
    records.add_all(
        tx,
        [
            SharedEntry(list_id=shared.id, code=line.code, content=content_of(line))
            for line in told.lines
        ],
    )
    return shared


@intention
def read_answer(tx: Transaction, data: bytes, today: date) -> SharedList:
    """Put the offers beside the newcomers they are for. Raises what ``look`` found against it."""
    incoming = look(tx, data)
    told = incoming.told
    if incoming.against:
        raise incoming.against
    if not isinstance(told, AnswerFile):
        raise ExchangeFileOfAnotherKind(ExchangeKind.WAITING_LIST)
    shared = _sent(tx, told.code)
    if shared is None:
        raise AnswerToUnknownList
    with scopes.whole(tx):  # also for newcomers whom only others see: the answer comes once
        for entry in records.find(tx, SharedEntry, list_id=shared.id):
            if entry.code in told.offers:
                content = content_of(line_of(entry), told.offers[entry.code])
                records.amend(tx, replace(entry, content=content, state=EntryState.OFFERED))
    answered = replace(
        shared,
        answered_on=today,
        neighbour_id=incoming.neighbour.id if incoming.neighbour else None,
    )
    return records.amend(tx, answered)


def _against(
    tx: Transaction,
    signed: signed_files.Signed,
    told: ListFile | AnswerFile,
    neighbour: Neighbour | None,
) -> Refused | None:
    own = neighbours.known_key(tx)
    if own and signed.signed_by == own.public_key:
        return OwnFile()
    if neighbour is None:
        name = told.office or told.municipality
        return UnknownOffice(name, fingerprint(signed.signed_by))
    if signed.addressed_to and (own is None or signed.addressed_to != own.public_key):
        return ForAnotherOffice()
    if isinstance(told, AnswerFile):
        return _against_answer(tx, told, neighbour)
    known = records.find(tx, SharedList, code=told.code)
    if known:
        return ListReadBefore(known[0].read_on or known[0].made_on)
    return None


def _against_answer(tx: Transaction, told: AnswerFile, neighbour: Neighbour) -> Refused | None:
    shared = _sent(tx, told.code)
    if shared is None or shared.neighbour_id not in {None, neighbour.id}:
        return AnswerToUnknownList()
    if shared.answered_on is not None:
        return ListAnswered(shared.answered_on)
    with scopes.whole(tx):
        codes = {one.code for one in records.find(tx, SharedEntry, list_id=shared.id)}
    if not set(told.offers) <= codes:
        return NotAnExchangeFile()
    return None


def _sent(tx: Transaction, code: str) -> SharedList | None:
    found = records.find(tx, SharedList, code=code, direction=ListDirection.OURS)
    return found[0] if found else None
