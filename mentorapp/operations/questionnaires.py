"""Questionnaires: keep what was answered on paper, and see to what calls for it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from mentorapp.domain.follow_up import FollowUp
from mentorapp.domain.networks import NetworkCheck
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.people import Person
from mentorapp.domain.questionnaire_codes import read_code
from mentorapp.domain.questionnaires import (
    OF_NETWORK,
    STAGES,
    AlreadyAnswered,
    Asked,
    Item,
    Moment,
    NotOfThePair,
    Questionnaire,
    Respondent,
    asked,
    check_questionnaire,
    low_items,
)
from mentorapp.domain.schemes import FollowUpKind
from mentorapp.domain.text import NOTE_LIMIT, clean
from mentorapp.operations import free_text, networks, pairings, questionnaires_due
from mentorapp.operations.intention import intention
from mentorapp.operations.pairing_rows import PairingRow
from mentorapp.storage import records, shields
from mentorapp.storage.database import Transaction
from mentorapp.words import Words
from mentorapp.words.questionnaires import say_low

#: A low answer is looked into within so many days, and not on a weekend.
FOLLOW_UP_WITHIN = 3
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Filled:
    """A questionnaire as it stands on the paper: with the answers about the network.

    ``name`` is whose it is.
    """

    questionnaire: Questionnaire
    respondent: Respondent
    answers: Mapping[str, int]
    name: str
    pairing_number: int

    @property
    def id(self) -> UUID:
        """Of the questionnaire."""
        return self.questionnaire.id

    @property
    def low(self) -> tuple[Item, ...]:
        """The answers that call for a follow-up."""
        return low_items(self.respondent, self.questionnaire.moment, self.answers)

    @property
    def asked(self) -> tuple[Asked, ...]:
        """What stood on the paper."""
        return asked(self.respondent, self.questionnaire.moment)


@dataclass(frozen=True, slots=True)
class Saved:
    """What was kept, and the follow-up that was made of low answers, if one was."""

    filled: Filled
    follow_up: FollowUp | None


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a code typed or scanned leads to: the pair, and what is to be typed in.

    ``respondent`` and ``moment`` are those of the code, else what is due, else what is missing.
    """

    row: PairingRow
    respondent: Respondent
    moment: Moment
    filled: tuple[Filled, ...]

    def there(self, respondent: Respondent, moment: Moment) -> Filled | None:
        """What was typed in before of this page."""
        for one in self.filled:
            if (one.respondent, one.questionnaire.moment) == (respondent, moment):
                return one
        return None

    def person_id(self, respondent: Respondent) -> UUID:
        """Who that half is."""
        mentor, newcomer = self.row.mentor_person_id, self.row.newcomer_person_id
        return mentor if respondent is Respondent.MENTOR else newcomer


@intention
def save(tx: Transaction, questionnaire: Questionnaire, today: date, words: Words) -> Saved:
    """Keep a page, or change one; ``answers`` has those about the network too.

    The first low answers of a page make one follow-up, with the question in the language of
    ``words``.
    """
    pairing = records.get(tx, Pairing, questionnaire.pairing_id)
    both = pairings.both(tx, pairing)
    respondent = _respondent(questionnaire, both, pairing.number)
    said = {key: text for key, one in questionnaire.own_words.items() if (text := clean(one))}
    questionnaire = replace(
        questionnaire, own_words=said, typed_by=questionnaire.typed_by or tx.actor
    )
    check_questionnaire(questionnaire, respondent, pairing, today)
    free_text.check(tx, questionnaire, *both)
    _check_once(tx, questionnaire, pairing.number)
    before = _filled(tx, records.find(tx, Questionnaire, id=questionnaire.id))
    own = {key: n for key, n in questionnaire.answers.items() if key not in OF_NETWORK}
    stored = replace(questionnaire, answers=own)
    kept = records.amend(tx, stored) if before else records.add(tx, stored)
    if respondent is Respondent.NEWCOMER:
        _keep_network(tx, questionnaire, today, is_new=not before)
    (filled,) = _filled(tx, [kept])
    was_low = any(one.low for one in before)
    return Saved(filled, None if was_low else _follow_up(tx, filled, today, words))


@intention
def remove(tx: Transaction, questionnaire_id: UUID) -> Questionnaire:
    """Delete a page, with what it told of the network; a follow-up that was made of it stays."""
    questionnaire = records.get(tx, Questionnaire, questionnaire_id)
    for check in _network(tx, [questionnaire]).values():
        if check.asked_on == questionnaire.answered_on:
            networks.remove(tx, check.id)
    records.remove(tx, questionnaire)
    return questionnaire


def read(tx: Transaction, questionnaire_id: UUID) -> Filled:
    """One page; NotFound."""
    return _filled(tx, [records.get(tx, Questionnaire, questionnaire_id)])[0]


def of_pairing(tx: Transaction, pairing_id: UUID) -> list[Filled]:
    """What both halves of a pair answered, from the start on."""
    return _filled(tx, records.find(tx, Questionnaire, pairing_id=pairing_id))


def of_pairings(tx: Transaction, pairing_ids: Collection[UUID]) -> list[Filled]:
    """As ``of_pairing``, of several."""
    return _filled(tx, records.find(tx, Questionnaire, pairing_id=pairing_ids))


def all_filled(tx: Transaction) -> list[Filled]:
    """Every page, by pairing."""
    return _filled(tx, records.find(tx, Questionnaire))


def for_list(tx: Transaction) -> list[Filled]:
    """As ``all_filled``, without the own words of pairs in which somebody is protected."""
    protected = shields.protections(tx).keys()
    found = all_filled(tx)
    ids = {one.questionnaire.pairing_id for one in found}
    shut = {
        one.id
        for one in records.find(tx, Pairing, id=ids)
        if protected & set(pairings.both(tx, one))
    }
    return [
        replace(one, questionnaire=replace(one.questionnaire, own_words={}))
        if one.questionnaire.pairing_id in shut
        else one
        for one in found
    ]


def wanted(tx: Transaction, text: str, today: date) -> Wanted:
    """What is to be typed in for this code or number; raises as ``pairings.by_number`` does."""
    found = read_code(text)
    pairing = pairings.by_number(tx, found.number)
    return wanted_of(tx, pairing.id, today, found.respondent, found.moment)


def wanted_of(
    tx: Transaction,
    pairing_id: UUID,
    today: date,
    respondent: Respondent | None = None,
    moment: Moment | None = None,
) -> Wanted:
    """The same for a pairing that is known."""
    row = pairings.row(tx, pairing_id, today)
    filled = tuple(of_pairing(tx, pairing_id))
    there = {(one.respondent, one.questionnaire.moment) for one in filled}
    due = [
        (one.respondent, one.moment)
        for one in questionnaires_due.questions_due(tx, today, pairing_id)
    ]
    every = [(who, when) for when in Moment for who in reversed(Respondent)]
    missing = [one for one in every if one not in there]
    for who, when in (*due, *missing, *reversed(every)):
        if respondent in (None, who) and moment in (None, when):
            return Wanted(row, who, when, filled)
    return Wanted(row, Respondent.NEWCOMER, Moment.START, filled)


def _respondent(questionnaire: Questionnaire, both: tuple[UUID, UUID], number: int) -> Respondent:
    if questionnaire.person_id not in both:
        raise NotOfThePair(number)
    return list(Respondent)[both.index(questionnaire.person_id)]


def _check_once(tx: Transaction, questionnaire: Questionnaire, number: int) -> None:
    same = records.find(
        tx,
        Questionnaire,
        pairing_id=questionnaire.pairing_id,
        person_id=questionnaire.person_id,
        moment=questionnaire.moment,
    )
    for other in same:
        if other.id != questionnaire.id:
            raise AlreadyAnswered(number, other.answered_on)


def _keep_network(
    tx: Transaction, questionnaire: Questionnaire, today: date, *, is_new: bool
) -> None:
    """Keep the answers about the network where they are kept whoever asked.

    A new page that leaves one of them open says nothing against what was answered otherwise.
    """
    there = _network(tx, [questionnaire]).get(questionnaire.id)
    days = questionnaire.answers.get(Item.LANGUAGE_DAYS)
    people = questionnaire.answers.get(Item.PEOPLE_TO_ASK)
    if is_new and there is not None:
        days = there.language_days if days is None else days
        people = there.people_to_ask if people is None else people
    check = there or NetworkCheck(
        person_id=questionnaire.person_id,
        pairing_id=questionnaire.pairing_id,
        stage=STAGES[questionnaire.moment],
        asked_on=questionnaire.answered_on,
    )
    changed = replace(check, language_days=days, people_to_ask=people)
    if days is None and people is None:
        if there is not None:
            networks.remove(tx, there.id)
    elif changed != there:
        networks.save(tx, changed, today)


def _network(tx: Transaction, questionnaires: Sequence[Questionnaire]) -> dict[UUID, NetworkCheck]:
    """What each page's half answered about the network at that moment, by the page."""
    pairs = {one.pairing_id for one in questionnaires}
    checks = {
        (one.pairing_id, one.person_id, one.stage): one
        for one in records.find(tx, NetworkCheck, pairing_id=pairs)
    }
    return {
        one.id: check
        for one in questionnaires
        if (check := checks.get((one.pairing_id, one.person_id, STAGES[one.moment])))
    }


def _filled(tx: Transaction, questionnaires: Sequence[Questionnaire]) -> list[Filled]:
    if not questionnaires:
        return []
    pairs = records.find(tx, Pairing, id={one.pairing_id for one in questionnaires})
    numbers = {one.id: one.number for one in pairs}
    mentors = questionnaires_due.people_of(tx, pairs)
    people = records.by_id(records.find(tx, Person, id={one.person_id for one in questionnaires}))
    network = _network(tx, questionnaires)
    found = []
    for one in questionnaires:
        answers = dict(one.answers)
        if one.id in network:
            told = {item.value: getattr(network[one.id], item.value) for item in OF_NETWORK}
            answers |= {key: number for key, number in told.items() if number is not None}
        who = _respondent(one, mentors[one.pairing_id], numbers[one.pairing_id])
        name = people[one.person_id].name
        found.append(Filled(one, who, answers, name, numbers[one.pairing_id]))
    order = list(Moment)
    return sorted(
        found,
        key=lambda one: (
            one.pairing_number,
            order.index(one.questionnaire.moment),
            one.respondent,
            one.id,
        ),
    )


def _follow_up(tx: Transaction, filled: Filled, today: date, words: Words) -> FollowUp | None:
    if not filled.low:
        return None
    said = [
        say_low(words, one, filled.answers[one.item])
        for one in filled.asked
        if one.item in filled.low
    ]
    note = f"{filled.name}: " + "\n".join(said)
    due = today + timedelta(days=FOLLOW_UP_WITHIN)
    while due.weekday() >= _SATURDAY:
        due += timedelta(days=1)
    return records.add(
        tx,
        FollowUp(
            pairing_id=filled.questionnaire.pairing_id,
            due=due,
            kind=FollowUpKind.CALL,
            note=note[:NOTE_LIMIT],
        ),
    )
