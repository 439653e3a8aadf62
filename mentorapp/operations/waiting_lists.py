"""The waiting list without names: who may be on it, what is told, and the file that goes out."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from mentorapp.domain.consents import Consent
from mentorapp.domain.contact_details import ContactDetails
from mentorapp.domain.exchange_errors import (
    ExchangeKind,
    LineDecided,
    NobodyToShare,
    NotAgreedToShare,
)
from mentorapp.domain.languages import Spoken
from mentorapp.domain.newcomers import TO_BE_PAIRED, Newcomer
from mentorapp.domain.people import Person, age_band
from mentorapp.domain.protection import Protection, Purpose, visible
from mentorapp.domain.schemes import Scheme
from mentorapp.domain.shared_lines import (
    LeftOut,
    Line,
    ListFile,
    Offer,
    agreed,
    coarse_enough,
    new_line_codes,
    new_list_code,
    withdrawn,
)
from mentorapp.domain.text import NOTE_LIMIT, check_length
from mentorapp.domain.waiting_lists import (
    EntryState,
    ListDirection,
    Neighbour,
    SharedEntry,
    SharedList,
)
from mentorapp.exchange import signed_files
from mentorapp.exchange import waiting_lists as files
from mentorapp.operations import neighbours, offices
from mentorapp.operations.areas import area_of, own_code
from mentorapp.operations.candidates import wants
from mentorapp.operations.intention import intention
from mentorapp.reference.interests import interests
from mentorapp.reference.languages import languages
from mentorapp.storage import records, shields, waiting
from mentorapp.storage.database import Transaction


@dataclass(frozen=True, slots=True)
class PreviewLine:
    """What would leave, beside whom it is about; the random number comes with the sending."""

    newcomer_id: UUID
    number: int
    name: str
    line: Line


@dataclass(frozen=True, slots=True)
class LeftOutRow:
    """Somebody who waits and stays out of the list."""

    number: int
    name: str
    why: LeftOut


@dataclass(frozen=True, slots=True)
class Preview:
    """The list before it is sent."""

    lines: tuple[PreviewLine, ...]
    left_out: tuple[LeftOutRow, ...]


@dataclass(frozen=True, slots=True)
class Sent:
    """The file, and the list that was kept of it."""

    shared: SharedList
    file_name: str
    data: bytes
    lines: int


def preview(tx: Transaction, today: date, scheme: Scheme | None = None) -> Preview:
    """Who would be on the list, with what is told of each, and who not and why."""
    waits = [
        one
        for one in records.find(tx, Newcomer, status=sorted(TO_BE_PAIRED))
        if scheme is None or wants(one, scheme)
    ]
    people = records.by_id(records.find(tx, Person, id={one.person_id for one in waits}))
    consents = consents_by_person(tx, people)
    levels = shields.protections(tx)
    asked = {newcomer for _, _, newcomer in waiting.sent(tx)}
    shared: list[Newcomer] = []
    left_out: list[LeftOutRow] = []
    for one in sorted(waits, key=lambda one: people[one.person_id].number):
        person = people[one.person_id]
        why = _left_out(
            consents.get(person.id, ()), levels.get(person.id, Protection.NONE), today
        ) or (LeftOut.BEING_ASKED if one.id in asked else None)
        if why:
            left_out.append(LeftOutRow(person.number, person.name, why))
        else:
            shared.append(one)
    lines = _lines(tx, shared, people, today, scheme)
    return Preview(
        tuple(
            PreviewLine(one.id, people[one.person_id].number, people[one.person_id].name, line)
            for one, line in zip(shared, lines, strict=True)
        ),
        tuple(left_out),
    )


@intention
def send(
    tx: Transaction, today: date, scheme: Scheme | None = None, to: Neighbour | None = None
) -> Sent:
    """Make the list: new random numbers, kept here beside whom they stand for.

    With ``to`` the program takes it in at that office alone; it is signed, not locked. Raises
    NobodyToShare for an empty one.
    """
    found = preview(tx, today, scheme).lines
    if not found:
        raise NobodyToShare
    key, office = neighbours.own_key(tx, today), offices.read(tx)
    shared = records.add(
        tx,
        SharedList(
            code=new_list_code(),
            direction=ListDirection.OURS,
            neighbour_id=to.id if to else None,
            made_on=today,
        ),
    )
    codes = new_line_codes(len(found))
    lines = [replace(one.line, code=code) for one, code in zip(found, codes, strict=True)]
    records.add_all(
        tx,
        [
            SharedEntry(
                list_id=shared.id,
                code=line.code,
                newcomer_id=one.newcomer_id,
                content=content_of(line),
            )
            for one, line in zip(found, lines, strict=True)
        ],
    )
    told = ListFile(
        code=shared.code,
        office=office.name,
        municipality=office.municipality,
        made_on=today,
        lines=tuple(lines),
    )
    data = signed_files.write(
        ExchangeKind.WAITING_LIST,
        files.list_content(told),
        key.private_key,
        to.public_key if to else "",
    )
    return Sent(shared, f"waiting-list-{today}-{shared.code[:6]}.json", data, len(lines))


@intention
def decide(
    tx: Transaction, entry_id: UUID, accepted: bool, today: date, note: str = ""
) -> SharedEntry:
    """What came of an offer, said here for an own list, told on the telephone for another's.

    No pairing is made: the two offices go on by telephone. Raises LineDecided for a line without an
    open offer, NotAgreedToShare where the newcomer agrees no more or is protected since.
    """
    entry = records.get(tx, SharedEntry, entry_id)
    if entry.state is not EntryState.OFFERED:
        raise LineDecided(entry.code, entry.state)
    check_length("note", note, NOTE_LIMIT)
    if accepted and entry.newcomer_id is not None:
        person = records.get(tx, Person, records.get(tx, Newcomer, entry.newcomer_id).person_id)
        if still_left_out(tx, [person], today)[person.id]:
            raise NotAgreedToShare(person.name)
    state = EntryState.ACCEPTED if accepted else EntryState.DECLINED
    return records.amend(tx, replace(entry, state=state, decided_on=today, note=note.strip()))


@intention
def undecide(tx: Transaction, entry_id: UUID) -> SharedEntry:
    """Undo ``decide``: the offer is open again."""
    entry = records.get(tx, SharedEntry, entry_id)
    if entry.state not in {EntryState.ACCEPTED, EntryState.DECLINED}:
        raise LineDecided(entry.code, entry.state)
    return records.amend(tx, replace(entry, state=EntryState.OFFERED, decided_on=None, note=""))


def content_of(line: Line, offer: Offer | None = None) -> str:
    """What is kept of a line: what was told, and the mentor who was offered."""
    told: dict[str, Any] = {"line": files.line_json(line)}
    if offer is not None:
        told["offer"] = files.offer_json(offer)
    return json.dumps(told, ensure_ascii=False, sort_keys=True)


def as_json(told: Line | Offer) -> dict[str, Any]:
    """As it stands in the file."""
    return files.line_json(told) if isinstance(told, Line) else files.offer_json(told)


def line_of(entry: SharedEntry) -> Line:
    """What was told of the newcomer."""
    return files.line_of(json.loads(entry.content)["line"])


def offer_of(entry: SharedEntry) -> Offer | None:
    """What was told of the mentor, if one was offered."""
    told = json.loads(entry.content).get("offer")
    return files.offer_of(told) if told is not None else None


def consents_by_person(tx: Transaction, people: Iterable[UUID]) -> Mapping[UUID, list[Consent]]:
    """Everything these people agreed to or took back."""
    found: dict[UUID, list[Consent]] = {}
    for one in records.find(tx, Consent, person_id=set(people)):
        found.setdefault(one.person_id, []).append(one)
    return found


def still_left_out(
    tx: Transaction, people: Sequence[Person], today: date
) -> Mapping[UUID, LeftOut | None]:
    """Why other offices may be told nothing of each of these; None where they may."""
    consents = consents_by_person(tx, [one.id for one in people])
    levels = shields.protections(tx)
    return {
        one.id: _left_out(consents.get(one.id, ()), levels.get(one.id, Protection.NONE), today)
        for one in people
    }


def told_languages(person: Person) -> frozenset[Spoken]:
    """Those of the reference list: a word of the office's own could tell too much."""
    return frozenset(one for one in person.languages if one.language in languages())


def told_interests(person: Person) -> frozenset[str]:
    """The same for interests."""
    return frozenset(one for one in person.interests if one in interests())


def _left_out(consents: Sequence[Consent], protection: Protection, today: date) -> LeftOut | None:
    if protection is not Protection.NONE:
        return LeftOut.PROTECTED
    if agreed(consents, today):
        return None
    return LeftOut.WITHDRAWN if withdrawn(consents) else LeftOut.NOT_AGREED


def _lines(
    tx: Transaction,
    shared: Sequence[Newcomer],
    people: Mapping[UUID, Person],
    today: date,
    scheme: Scheme | None,
) -> list[Line]:
    office = offices.read(tx)
    details = {
        one.person_id: one
        for one in records.find(tx, ContactDetails, person_id={one.person_id for one in shared})
    }
    places = [
        visible(details.get(one.person_id), Protection.NONE, Purpose.EXPORT) for one in shared
    ]
    areas = coarse_enough([area_of(office, one) for one in places], own_code(office))
    lines = []
    for one, area in zip(shared, areas, strict=True):
        person = people[one.person_id]
        lines.append(
            Line(
                code="",
                age_band=age_band(person.birth_year, today),
                languages=told_languages(person),
                interests=told_interests(person),
                area=area,
                wish_gender=one.wish_gender,
                schemes=(scheme.key,) if scheme else tuple(sorted(one.schemes)),
            )
        )
    return lines
