"""Which letters are due: one rule for each step at which somebody gets one."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from mentorapp.domain.contact_details import ContactDetails
from mentorapp.domain.letters import (
    DUE_FOR_PAIRING,
    READERS,
    WITHOUT_ADDRESS,
    LetterDue,
    LetterKind,
    Reader,
)
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.organisations import Organisation
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.people import Person
from mentorapp.operations import letter_rules_pairs, letter_rules_people, looks, offices
from mentorapp.operations.letters_wanted import Rule, Sent, Wanted
from mentorapp.storage import anonymous_people, issued, records, shields
from mentorapp.storage.database import Transaction


def due(tx: Transaction, today: date) -> list[LetterDue]:
    """Letters that were not issued yet, by number, without the kinds that the office never sends.

    Pairs that were imported owe none: they began before this program, with other letters.
    """
    return _due(tx, today, _RULES)


def due_for_new_pairs(tx: Transaction, today: date) -> list[LetterDue]:
    """Those of ``due`` that new pairs owe, for the list of the day: it asks no other rule."""
    return _due(tx, today, ((letter_rules_pairs.of_new_pairs, False),))


def _due(tx: Transaction, today: date, rules: Sequence[tuple[Rule, bool]]) -> list[LetterDue]:
    off = offices.read(tx).letters_off
    sent = issued.newest_of_each(tx)
    gone = anonymous_people.ids(tx)
    wanted = [
        one
        for rule, again in rules
        for one in rule(tx, today, sent)
        if one.kind.value not in off
        and one.person_id not in gone
        and (again or one.key not in sent)
    ]
    order = list(LetterKind)
    in_order = sorted(wanted, key=lambda one: (one.number, order.index(one.kind)))
    return letters_of(tx, in_order, sent)


def for_pairing(
    tx: Transaction, pairing_id: UUID, kinds: Sequence[LetterKind] = DUE_FOR_PAIRING
) -> list[LetterDue]:
    """These letters about a pairing, to whom each goes, issued before or not."""
    pairing = records.get(tx, Pairing, pairing_id)
    wanted = list(letter_rules_pairs.about_pairs(tx, [pairing], kinds))
    return letters_of(tx, wanted, issued.newest_of_each(tx))


def for_person(tx: Transaction, person_id: UUID, kinds: Sequence[LetterKind]) -> list[LetterDue]:
    """These letters about one person alone, issued before or not, since the registration."""
    number = records.get(tx, Person, person_id).number
    roles: dict[Reader, Mentor | Newcomer] = {}
    for mentor in records.find(tx, Mentor, person_id=person_id):
        roles[Reader.MENTOR] = mentor
    for newcomer in records.find(tx, Newcomer, person_id=person_id):
        roles[Reader.NEWCOMER] = newcomer
    since = min((one.registered_on for one in roles.values()), default=None)
    if since is None:
        return []
    return letters_of(
        tx,
        [
            Wanted(kind=kind, number=number, since=since, person_id=person_id)
            for kind in kinds
            if not roles.keys().isdisjoint(READERS[kind])
        ],
        issued.newest_of_each(tx),
    )


def for_organisation(tx: Transaction, organisation_id: UUID, today: date) -> list[LetterDue]:
    """The yearly thanks, issued before or not."""
    one = records.get(tx, Organisation, organisation_id)
    thanks = Wanted(
        kind=LetterKind.ORGANISATION_THANKS,
        number=one.number,
        since=today,
        organisation_id=one.id,
    )
    return letters_of(tx, [thanks], issued.newest_of_each(tx))


def letters_of(tx: Transaction, wanted: Sequence[Wanted], sent: Sent) -> list[LetterDue]:
    """The letters with who gets them and how, and when they left before, in the order given."""
    people_ids = {one.person_id for one in wanted if one.person_id}
    people = records.by_id(records.find(tx, Person, id=people_ids))
    shielded = shields.protections(tx).keys()
    looks.listed(tx, "letters.due", people)
    details = records.find(tx, ContactDetails, person_id=people_ids)
    posted = {one.person_id for one in details if one.address} - shielded
    ids = {one.organisation_id for one in wanted if one.organisation_id}
    organisations = records.by_id(records.find(tx, Organisation, id=ids))

    def letter(one: Wanted) -> LetterDue:
        if one.person_id is not None:
            receiver = people[one.person_id].name
            by_post, protected = one.person_id in posted, one.person_id in shielded
        else:
            assert one.organisation_id is not None  # noqa: S101 - a letter goes to somebody
            organisation = organisations[one.organisation_id]
            receiver, by_post, protected = organisation.name, bool(organisation.address), False
        return LetterDue(
            kind=one.kind,
            receiver=receiver,
            number=one.number,
            due_since=one.since,
            person_id=one.person_id,
            pairing_id=one.pairing_id,
            organisation_id=one.organisation_id,
            in_person=not by_post or one.kind in WITHOUT_ADDRESS,
            protected=protected,
            sent_on=sent[one.key].date() if one.key in sent else None,
        )

    return [letter(one) for one in wanted]


#: The rules, each with whether it asks for a kind again and again.
_RULES: tuple[tuple[Rule, bool], ...] = (
    (letter_rules_people.of_new_people, False),
    (letter_rules_people.of_waiting, False),
    (letter_rules_pairs.of_new_pairs, False),
    (letter_rules_pairs.of_cards, False),
    (letter_rules_pairs.of_start_meetings, True),
    (letter_rules_pairs.of_questions, False),
    (letter_rules_pairs.of_silent_pairs, True),
    (letter_rules_pairs.of_ended_pairs, False),
    (letter_rules_people.of_organisations, True),
)
