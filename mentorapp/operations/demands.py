"""Demand: what organisations look for, and who fits best."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from mentorapp.domain.demands import Demand, check_demand
from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.fits import MOST, Fit, Work, fits
from mentorapp.domain.organisations import Organisation
from mentorapp.domain.protection import Protection
from mentorapp.domain.statistics import Share
from mentorapp.domain.text import clean
from mentorapp.domain.word_lists import WordList
from mentorapp.operations import competences, word_lists
from mentorapp.operations.competences import CardRow, tidy_texts
from mentorapp.operations.intention import counts_all, intention
from mentorapp.reference.word_lists import WordLists
from mentorapp.storage import records
from mentorapp.storage.database import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class DemandRow:
    """A demand with its organisation; ``fitting`` people of whom ``whole`` lack nothing."""

    demand: Demand
    organisation: str
    organisation_number: int
    fitting: int
    whole: int

    @property
    def id(self) -> UUID:
        """The demand's."""
        return self.demand.id

    @property
    def work(self) -> Work:
        """The occupation asked for."""
        return Work(group=self.demand.occupation_group, words=self.demand.occupation)


@dataclass(frozen=True, slots=True, kw_only=True)
class FitRow:
    """A fit with who and what it is about."""

    fit: Fit
    card: CardRow
    demand: Demand
    organisation: str

    @property
    def work(self) -> Work:
        """The occupation asked for."""
        return Work(group=self.demand.occupation_group, words=self.demand.occupation)

    @property
    def is_protected(self) -> bool:
        """The person is protected: an organisation is told nothing before the person is asked."""
        return self.card.protection is not Protection.NONE


def rows(tx: Transaction, *, only_open: bool = False) -> list[DemandRow]:
    """All demands, the open ones first, the newest first."""
    asked = records.find(tx, Demand, **({"closed_on": None} if only_open else {}))
    found = fits((row.able for row in competences.rows(tx)), (one for one in asked if one.is_open))
    named = records.by_id(records.find(tx, Organisation))
    made = [
        DemandRow(
            demand=one,
            organisation=named[one.organisation_id].name,
            organisation_number=named[one.organisation_id].number,
            fitting=sum(fit.demand_id == one.id for fit in found),
            whole=sum(fit.demand_id == one.id and fit.is_whole for fit in found),
        )
        for one in asked
        if one.organisation_id in named
    ]
    made.sort(key=lambda row: (row.demand.asked_on, row.id), reverse=True)
    return sorted(made, key=lambda row: not row.demand.is_open)


def of_organisation(tx: Transaction, organisation_id: UUID) -> list[DemandRow]:
    """One organisation's demands, open or closed."""
    return [row for row in rows(tx) if row.demand.organisation_id == organisation_id]


def read(tx: Transaction, demand_id: UUID) -> Demand:
    """One demand; NotFound."""
    return records.get(tx, Demand, demand_id)


def all_demands(tx: Transaction) -> list[Demand]:
    """Every demand, for handles."""
    return records.find(tx, Demand)


@intention
def save(tx: Transaction, demand: Demand, today: date) -> Demand:
    """Note a demand or change one.

    Words that name a group of occupations give the group where none was chosen. Raises
    InvalidField, NotFound for an unknown organisation, ChangedMeanwhile.
    """
    records.get(tx, Organisation, demand.organisation_id)
    lists = word_lists.read(tx)
    demand = _tidy(demand, lists)
    check_demand(demand, today)
    if demand.occupation_group and demand.occupation_group not in lists.occupations:
        raise InvalidField("occupation_group", Problem.UNKNOWN_VALUE, demand.occupation_group)
    if records.find(tx, Demand, id=demand.id):
        return records.amend(tx, demand)
    return records.add(tx, demand)


@intention
def close(tx: Transaction, demand_id: UUID, today: date) -> Demand:
    """Nobody is looked for any more. Closing twice keeps the first day."""
    demand = read(tx, demand_id)
    return records.amend(tx, replace(demand, closed_on=demand.closed_on or today))


@intention
def reopen(tx: Transaction, demand_id: UUID) -> Demand:
    """Undo ``close``."""
    return records.amend(tx, replace(read(tx, demand_id), closed_on=None))


@intention
def remove(tx: Transaction, demand_id: UUID) -> Demand:
    """Delete one noted by mistake; returns it, for ``restore``."""
    demand = read(tx, demand_id)
    records.remove(tx, demand)
    return demand


@intention
def restore(tx: Transaction, demand: Demand) -> Demand:
    """Undo ``remove``."""
    return records.restore(tx, demand)


def fits_of_demand(tx: Transaction, demand_id: UUID, most: int = MOST) -> list[FitRow]:
    """The people who fit a demand best; whether it is open does not matter."""
    return _fit_rows(tx, competences.rows(tx), [read(tx, demand_id)])[:most]


def fits_of_person(tx: Transaction, person_id: UUID, most: int = MOST) -> list[FitRow]:
    """The open demands that a person fits best; a person without a card has none."""
    cards = [row for row in competences.rows(tx) if row.id == person_id]
    return _fit_rows(tx, cards, records.find(tx, Demand, closed_on=None))[:most]


def all_fits(tx: Transaction) -> list[FitRow]:
    """Every person with every open demand that has to do with him."""
    return _fit_rows(tx, competences.rows(tx), records.find(tx, Demand, closed_on=None))


@dataclass(frozen=True, slots=True, kw_only=True)
class DemandFigures:
    """``asked`` and ``closed``: demands noted and closed in the period, both days included;
    ``people`` wanted in those noted. ``open`` on its last day. ``somebody_fits``: of those open
    now, how many have a person with a card who lacks nothing that was asked for.
    """

    asked: int
    people: int
    closed: int
    open: int
    somebody_fits: Share


@counts_all
def figures(tx: Transaction, first: date, last: date) -> DemandFigures:
    """For the reports."""
    every = [row.demand for row in rows(tx)]
    asked = [one for one in every if first <= one.asked_on <= last]
    now = rows(tx, only_open=True)
    return DemandFigures(
        asked=len(asked),
        people=sum(one.people for one in asked),
        closed=sum(one.closed_on is not None and first <= one.closed_on <= last for one in every),
        open=sum(
            one.asked_on <= last and (one.closed_on is None or one.closed_on > last)
            for one in every
        ),
        somebody_fits=Share(sum(row.whole > 0 for row in now), len(now)),
    )


def _fit_rows(tx: Transaction, cards: list[CardRow], asked: list[Demand]) -> list[FitRow]:
    people, demands = {row.id: row for row in cards}, records.by_id(asked)
    named = records.by_id(records.find(tx, Organisation))
    return [
        FitRow(
            fit=one,
            card=people[one.person_id],
            demand=demands[one.demand_id],
            organisation=named[demands[one.demand_id].organisation_id].name,
        )
        for one in fits((row.able for row in cards), asked)
    ]


def _tidy(demand: Demand, lists: WordLists) -> Demand:
    words = clean(demand.occupation)
    return replace(
        demand,
        occupation=words,
        occupation_group=demand.occupation_group or lists.find(WordList.OCCUPATIONS, words) or "",
        level_note=clean(demand.level_note),
        notes=clean(demand.notes),
        skills=tidy_texts(demand.skills),
        licences=tidy_texts(demand.licences),
        certificates=tidy_texts(demand.certificates),
    )
