"""Offering mentors for the lines of a neighbour's list, and the file that answers it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from mentorapp.domain.contact_details import ContactDetails
from mentorapp.domain.errors import MentorFull, NotFound, NotReadyToPair
from mentorapp.domain.exchange_errors import (
    ExchangeKind,
    LineDecided,
    ListAnswered,
    NotAgreedToShare,
    NothingToAnswer,
)
from mentorapp.domain.mentors import Mentor, MentorStatus
from mentorapp.domain.organisations import Organisation
from mentorapp.domain.people import Person, age_band
from mentorapp.domain.protection import Protection, Purpose, visible
from mentorapp.domain.shared_lines import AnswerFile, Offer, coarse_enough, new_line_codes
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
from mentorapp.operations.intention import intention
from mentorapp.operations.list_matching import Suggestion, held_places
from mentorapp.operations.waiting_lists import (
    content_of,
    line_of,
    offer_of,
    still_left_out,
    told_interests,
    told_languages,
)
from mentorapp.storage import records, scopes, tallies
from mentorapp.storage.database import Transaction


@dataclass(frozen=True, slots=True)
class Answer:
    """The file that goes back."""

    file_name: str
    data: bytes
    offers: int


@intention
def offer(tx: Transaction, entry_id: UUID, mentor_id: UUID, today: date) -> SharedEntry:
    """Offer a mentor for a line, in place of one offered before.

    Raises ListAnswered, LineDecided, NotReadyToPair, MentorFull, and NotAgreedToShare where the
    mentor has not agreed or is protected.
    """
    entry = _open(tx, entry_id)
    mentor = records.get(tx, Mentor, mentor_id)
    person = records.get(tx, Person, mentor.person_id)
    _check_shareable(tx, person, today)
    if mentor.status is not MentorStatus.APPROVED:
        raise NotReadyToPair("mentor", mentor.status, person.name)
    held = held_places(tx).get(mentor.id, 0) - (entry.mentor_id == mentor.id)
    if tallies.running_by_mentor(tx).get(mentor.id, 0) + held >= mentor.capacity:
        raise MentorFull(mentor.capacity, person.name)
    told = _told(tx, mentor, person, today)
    return records.amend(
        tx,
        replace(
            entry,
            mentor_id=mentor.id,
            content=content_of(line_of(entry), told),
            state=EntryState.OFFERED,
        ),
    )


@intention
def offer_suggested(tx: Transaction, suggestions: Iterable[Suggestion], today: date) -> int:
    """Offer all mentors of a ``list_matching.match`` who may be told of; how many that were."""
    told = [one for one in suggestions if one.may_be_told]
    for one in told:
        offer(tx, one.entry_id, one.mentor_id, today)
    return len(told)


@intention
def withdraw(tx: Transaction, entry_id: UUID) -> SharedEntry:
    """Take an offer back before the list is answered."""
    entry = _open(tx, entry_id)
    if entry.state is not EntryState.OFFERED:
        raise LineDecided(entry.code, entry.state)
    content = content_of(line_of(entry))
    return records.amend(tx, replace(entry, mentor_id=None, content=content, state=EntryState.OPEN))


@intention
def answer(tx: Transaction, list_id: UUID, today: date) -> Answer:
    """The file with all offers, addressed to the neighbour; the list is answered by it.

    Asked for again it is the same file: nothing can be offered after the answer. Mentors whom
    others offered and who are not there for the account are in it too: nobody is named. Raises
    NothingToAnswer for an own list, NotAgreedToShare for a mentor who may not be told of any more.
    """
    shared = records.get(tx, SharedList, list_id)
    if shared.direction is not ListDirection.THEIRS or shared.neighbour_id is None:
        raise NothingToAnswer
    neighbour = records.get(tx, Neighbour, shared.neighbour_id)
    for person in _offered(tx, list_id).values():
        _check_shareable(tx, person, today)
    with scopes.whole(tx):
        offers = _told_of(tx, list_id, today)
    key, office = neighbours.own_key(tx, today), offices.read(tx)
    if shared.answered_on is None:
        shared = records.amend(tx, replace(shared, answered_on=today))
    content = AnswerFile(
        code=shared.code,
        office=office.name,
        municipality=office.municipality,
        made_on=shared.answered_on or today,
        offers=offers,
    )
    data = signed_files.write(
        ExchangeKind.ANSWER, files.answer_content(content), key.private_key, neighbour.public_key
    )
    return Answer(f"answer-{content.made_on}-{shared.code[:6]}.json", data, len(offers))


def mentor_of(tx: Transaction, person: Person) -> Mentor:
    """The person's role. Raises NotFound for somebody who is no mentor."""
    found = records.find(tx, Mentor, person_id=person.id)
    if not found:
        raise NotFound("mentor", str(person.number))
    return found[0]


def _open(tx: Transaction, entry_id: UUID) -> SharedEntry:
    entry = records.get(tx, SharedEntry, entry_id)
    shared = records.get(tx, SharedList, entry.list_id)
    if shared.direction is not ListDirection.THEIRS:
        raise NothingToAnswer
    if shared.answered_on is not None:
        raise ListAnswered(shared.answered_on)
    if entry.state not in {EntryState.OPEN, EntryState.OFFERED}:
        raise LineDecided(entry.code, entry.state)
    return entry


def _check_shareable(tx: Transaction, person: Person, today: date) -> None:
    if still_left_out(tx, [person], today)[person.id]:
        raise NotAgreedToShare(person.name)


def _offered(tx: Transaction, list_id: UUID) -> dict[UUID, Person]:
    """The persons offered for the lines of a list, by the line."""
    lines = {
        one.id: one.mentor_id
        for one in records.find(tx, SharedEntry, list_id=list_id)
        if one.mentor_id
    }
    roles = {one.id: one.person_id for one in records.find(tx, Mentor, id=set(lines.values()))}
    people = records.by_id(records.find(tx, Person, id=set(roles.values())))
    return {line: people[roles[role]] for line, role in lines.items() if role in roles}


def _told_of(tx: Transaction, list_id: UUID, today: date) -> dict[str, Offer]:
    """What goes out, by the line's number: nothing of whoever may not be told of any more."""
    offered = _offered(tx, list_id)
    against = still_left_out(tx, list(offered.values()), today)
    untold = {line for line, person in offered.items() if against[person.id]}
    return {
        one.code: told
        for one in records.find(tx, SharedEntry, list_id=list_id)
        if one.mentor_id and one.id not in untold and (told := offer_of(one)) is not None
    }


def _told(tx: Transaction, mentor: Mentor, person: Person, today: date) -> Offer:
    office = offices.read(tx)
    details = records.find(tx, ContactDetails, person_id=person.id)
    seen = visible(details[0] if details else None, Protection.NONE, Purpose.EXPORT)
    organisation = (
        records.get(tx, Organisation, mentor.organisation_id) if mentor.organisation_id else None
    )
    return Offer(
        code=new_line_codes(1)[0],
        age_band=age_band(person.birth_year, today),
        gender=person.gender,
        languages=told_languages(person),
        interests=told_interests(person),
        area=coarse_enough([area_of(office, seen)], own_code(office))[0],
        organisation_kind=organisation.kind if organisation else None,
    )
