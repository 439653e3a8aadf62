"""Competence cards: see, keep, and what still stands between a person and the wished work."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from mentorapp.domain.competences import CompetenceCard, GapKind, check_card, gap_hints, gaps_of
from mentorapp.domain.demands import Demand
from mentorapp.domain.errors import NotFound
from mentorapp.domain.fits import Able, Work, able, same
from mentorapp.domain.free_text import without_named_places
from mentorapp.domain.languages import Level, local_level
from mentorapp.domain.named_places import Places
from mentorapp.domain.newcomers import Education, Newcomer, NewcomerStatus
from mentorapp.domain.people import Gender, Person
from mentorapp.domain.protection import Protection
from mentorapp.domain.statistics import Share
from mentorapp.domain.text import clean
from mentorapp.operations import free_text, offices
from mentorapp.operations.intention import counts_all, intention
from mentorapp.storage import anonymous_people, records, shields
from mentorapp.storage.database import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class CardRow:
    """A card with what stands about the same in the person's and the newcomer's records.

    ``level`` is of the country's language. ``gaps`` are ticked or follow from what is registered
    (``hinted``). ``newcomer_id`` is the role's id, for pairing. Nothing here tells where the person
    is: the present work is an occupation, never an employer.
    """

    card: CompetenceCard
    newcomer_id: UUID | None
    number: int
    name: str
    gender: Gender
    education: Education
    earlier: Work
    now: Work
    wished: Work
    level: Level | None
    gaps: tuple[GapKind, ...]
    hinted: frozenset[GapKind]
    protection: Protection

    @property
    def id(self) -> UUID:
        """The person's, by which lists know the row."""
        return self.card.person_id

    @property
    def able(self) -> Able:
        """For comparing with demands."""
        return able(
            self.card,
            self.number,
            self.wished,
            (self.earlier, self.now),
            self.level,
            self.education,
        )


def rows(tx: Transaction) -> list[CardRow]:
    """Everybody with a card, in the order of their numbers; those who withdrew are left out.

    Of the protected, free text and every place in the rest is left out: never keep such a card.
    """
    gone = anonymous_people.ids(tx)
    return [one for one in counted(tx) if one.id not in gone]


def counted(tx: Transaction) -> list[CardRow]:
    """The same with those of whom only figures are left."""
    return _rows(tx, records.find(tx, CompetenceCard))


def row_of(tx: Transaction, person_id: UUID) -> CardRow:
    """One person's card, a fresh one where there is none yet; NotFound for nobody."""
    person = records.get(tx, Person, person_id)
    newcomers = records.find(tx, Newcomer, person_id=person_id)
    level = shields.protection_of(tx, person_id)
    wanted = records.find(tx, Demand, closed_on=None)
    card = _stored(tx, person_id) or CompetenceCard(person_id=person_id, updated_on=tx.now.date())
    country = offices.read(tx).country
    return _row(card, person, newcomers[0] if newcomers else None, level, wanted, country)


def by_person(tx: Transaction, person_id: UUID) -> CompetenceCard:
    """The stored card; NotFound."""
    found = _stored(tx, person_id)
    if found is None:
        raise NotFound("competence_card", str(records.get(tx, Person, person_id).number))
    return found


@intention
def save(tx: Transaction, card: CompetenceCard, today: date) -> CompetenceCard:
    """Keep a card; a person has one, so a new one takes the place of what is stored.

    Raises InvalidField, NotFound for an unknown person, ChangedMeanwhile.
    """
    records.get(tx, Person, card.person_id)
    card = replace(tidy(card), updated_on=today)
    check_card(card, today)
    free_text.check(tx, card, card.person_id)
    stored = _stored(tx, card.person_id)
    if stored is None:
        return records.add(tx, card)
    if stored.id != card.id:
        card = replace(card, id=stored.id, version=stored.version)
    return records.amend(tx, card)


@intention
def remove(tx: Transaction, person_id: UUID) -> CompetenceCard:
    """Take a card away; returns it, for ``restore``."""
    card = by_person(tx, person_id)
    records.remove(tx, card)
    return card


@intention
def restore(tx: Transaction, card: CompetenceCard) -> CompetenceCard:
    """Undo ``remove``, unless another card was made meanwhile, which then stays."""
    return _stored(tx, card.person_id) or records.restore(tx, card)


@dataclass(frozen=True, slots=True, kw_only=True)
class CompetenceFigures:
    """Cards as they are on the day asked for; nothing here is about a period.

    ``with_card``: newcomers who have one, of all newcomers who have not withdrawn. ``gaps``: people
    by what is missing, of those with a card; one person can count in several. ``no_gap``: those
    with a card in which nothing is missing. A card without ticks may be one that nobody has talked
    through.
    """

    with_card: Share
    gaps: dict[str, Share]
    no_gap: Share


@counts_all
def figures(tx: Transaction) -> CompetenceFigures:
    """For the reports."""
    every = [row for row in counted(tx) if row.newcomer_id is not None]
    newcomers = [
        one for one in records.find(tx, Newcomer) if one.status is not NewcomerStatus.WITHDRAWN
    ]
    return CompetenceFigures(
        with_card=Share(len(every), len(newcomers)),
        gaps={
            kind.value: Share(sum(kind in row.gaps for row in every), len(every))
            for kind in GapKind
        },
        no_gap=Share(sum(not row.gaps for row in every), len(every)),
    )


def _stored(tx: Transaction, person_id: UUID) -> CompetenceCard | None:
    found = records.find(tx, CompetenceCard, person_id=person_id)
    return found[0] if found else None


def _rows(tx: Transaction, cards: list[CompetenceCard]) -> list[CardRow]:
    ids = [card.person_id for card in cards]
    people = records.by_id(records.find(tx, Person, id=ids))
    newcomers = {one.person_id: one for one in records.find(tx, Newcomer, person_id=ids)}
    levels = shields.protections(tx)
    wanted = records.find(tx, Demand, closed_on=None)
    country = offices.read(tx).country
    protected = levels.keys() & people.keys()
    named = free_text.places(tx, protected) if protected else Places()
    for one in protected:
        # What a trade is called may say where it is done.
        people[one] = without_named_places(people[one], named)
        if one in newcomers:
            newcomers[one] = without_named_places(newcomers[one], named)
    found = [
        _row(
            _plain(card, named) if card.person_id in levels else card,
            people[card.person_id],
            newcomers.get(card.person_id),
            levels.get(card.person_id, Protection.NONE),
            wanted,
            country,
        )
        for card in cards
        if card.person_id in people and not _withdrawn(newcomers.get(card.person_id))
    ]
    return sorted(found, key=lambda row: row.number)


def _plain(card: CompetenceCard, named: Places) -> CompetenceCard:
    """The card of somebody protected, as it may leave the person's file."""
    return without_named_places(
        replace(card, education_field="", experience="", gap_note=""), named
    )


def _withdrawn(newcomer: Newcomer | None) -> bool:
    return newcomer is not None and newcomer.status is NewcomerStatus.WITHDRAWN


def _row(
    card: CompetenceCard,
    person: Person,
    newcomer: Newcomer | None,
    protection: Protection,
    wanted: list[Demand],
    country: str,
) -> CardRow:
    level = local_level(person.languages, country)
    wished = earlier = Work()
    if newcomer is not None:
        wished = Work(group=newcomer.wished_occupation_group, words=newcomer.wished_occupation)
        earlier = Work(group=newcomer.earlier_occupation_group, words=newcomer.earlier_occupation)
    asked = [
        one
        for one in wanted
        if same(wished, Work(group=one.occupation_group, words=one.occupation))
    ]
    return CardRow(
        card=card,
        newcomer_id=newcomer.id if newcomer is not None else None,
        number=person.number,
        name=person.name,
        gender=person.gender,
        education=newcomer.education if newcomer is not None else Education.UNKNOWN,
        earlier=earlier,
        now=Work(group=person.occupation_group, words=person.occupation),
        wished=wished,
        level=level,
        gaps=gaps_of(card, level, asked),
        hinted=gap_hints(card, level, asked),
        protection=protection,
    )


def tidy_texts(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Short texts without stray characters, empty ones and repetitions."""
    return tuple(dict.fromkeys(text for one in texts if (text := " ".join(clean(one).split()))))


def tidy(card: CompetenceCard) -> CompetenceCard:
    """The card as it is stored: texts without spare blanks, and each of several once."""
    return replace(
        card,
        education_field=clean(card.education_field),
        experience=clean(card.experience),
        gap_note=clean(card.gap_note),
        skills=tidy_texts(card.skills),
        licences=tidy_texts(card.licences),
        certificates=tidy_texts(card.certificates),
    )
