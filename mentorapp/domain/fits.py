"""How well a person fits what an organisation looks for, and what is missing.

The points only order the lines: what a coordinator goes by is what is there and what is missing,
which is told in words. Learning something, a paper more or a better level never makes a fit worse.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from mentorapp.domain.competences import CompetenceCard, GapKind, rank_of
from mentorapp.domain.demands import Demand
from mentorapp.domain.holding import not_held, words_of
from mentorapp.domain.languages import Level
from mentorapp.domain.newcomers import Education

#: Out of 1000: the trade, the language, papers, skills.
_TRADE, _LANGUAGE, _PAPERS, _SKILLS = 400, 300, 200, 100
#: A level too little costs so much; none at all costs the whole.
_LEVEL_SHORT = 75
#: Fits of a person or demand that are shown; the rest are worse.
MOST = 10


class Trade(StrEnum):
    """What binds the person to the occupation that is asked for."""

    DONE_AND_WISHED = "done_and_wished"
    DONE = "done"
    WISHED = "wished"
    ANY = "any"


_TRADE_POINTS = {
    Trade.DONE_AND_WISHED: _TRADE,
    Trade.ANY: 350,
    Trade.WISHED: 300,
    Trade.DONE: 200,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """An occupation as registered: a group of the reference list and somebody's own words."""

    group: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Able:
    """What the office knows of a person who may fit; ``level`` is of the country's language.

    ``done`` are earlier and present occupations.
    """

    person_id: UUID
    number: int
    wished: Work = Work()
    done: tuple[Work, ...] = ()
    level: Level | None = None
    education: Education = Education.UNKNOWN
    skills: tuple[str, ...] = ()
    licences: tuple[str, ...] = ()
    certificates: tuple[str, ...] = ()
    gaps: frozenset[GapKind] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """A person and a demand. ``points`` of 1000 order the lines.

    ``level_needed`` is None when none was asked for. ``to_see_to`` are ticked gaps that no field of
    a demand speaks of: recognition, education, experience, network.
    """

    person_id: UUID
    demand_id: UUID
    points: int
    trade: Trade
    level: Level | None
    level_needed: Level | None
    level_note: str
    held: tuple[str, ...]
    missing_skills: tuple[str, ...]
    missing_licences: tuple[str, ...]
    missing_certificates: tuple[str, ...]
    to_see_to: tuple[GapKind, ...]

    @property
    def language_missing(self) -> bool:
        """Whether the language is not enough yet, or not known to be."""
        return rank_of(self.level) < rank_of(self.level_needed)

    @property
    def is_whole(self) -> bool:
        """Whether nothing that was asked for is missing."""
        return not (
            self.language_missing
            or self.missing_skills
            or self.missing_licences
            or self.missing_certificates
        )


_SEEN_TO = (GapKind.RECOGNITION, GapKind.EDUCATION, GapKind.EXPERIENCE, GapKind.NETWORK)


def able(
    card: CompetenceCard,
    number: int,
    wished: Work,
    done: Iterable[Work],
    level: Level | None,
    education: Education = Education.UNKNOWN,
) -> Able:
    """Put together from the card and what stands with the person and the newcomer."""
    return Able(
        person_id=card.person_id,
        number=number,
        wished=wished,
        done=tuple(one for one in done if one != Work()),
        level=level,
        education=education,
        skills=card.skills,
        licences=card.licences,
        certificates=card.certificates,
        gaps=card.gaps,
    )


def fit(person: Able, demand: Demand) -> Fit | None:
    """None when neither a wish nor anything done before has to do with the occupation."""
    trade = trade_of(person, demand)
    if trade is None:
        return None
    skills = not_held(demand.skills, person.skills + person.certificates)
    licences = not_held(demand.licences, person.licences + person.certificates)
    certificates = not_held(demand.certificates, person.certificates + person.licences)
    papers, asked = (*licences, *certificates), (*demand.licences, *demand.certificates)
    points = (
        _TRADE_POINTS[trade]
        + _language(person.level, demand.level)
        + _share(_PAPERS, papers, asked)
        + _share(_SKILLS, skills, demand.skills)
    )
    lacking = {*skills, *papers}
    return Fit(
        person_id=person.person_id,
        demand_id=demand.id,
        points=points,
        trade=trade,
        level=person.level,
        level_needed=demand.level,
        level_note=demand.level_note,
        held=tuple(one for one in (*asked, *demand.skills) if one.strip() and one not in lacking),
        missing_skills=skills,
        missing_licences=licences,
        missing_certificates=certificates,
        to_see_to=tuple(kind for kind in _SEEN_TO if kind in person.gaps),
    )


def fits(people: Iterable[Able], demands: Iterable[Demand]) -> list[Fit]:
    """All fits, the best first, then by the persons' numbers, then by the demands' days."""
    asked = sorted(demands, key=lambda one: (one.asked_on, one.id))
    known = sorted(people, key=lambda one: one.number)
    found = [one for person in known for demand in asked if (one := fit(person, demand))]
    return sorted(found, key=lambda one: -one.points)


def trade_of(person: Able, demand: Demand) -> Trade | None:
    """What binds them; None for nothing. Work that asks for no trade is open to everybody."""
    asked = Work(group=demand.occupation_group, words=demand.occupation)
    wished, done = same(person.wished, asked), any(same(one, asked) for one in person.done)
    if wished:
        return Trade.DONE_AND_WISHED if done else Trade.WISHED
    if asked.group == OPEN_TO_ALL:
        return Trade.ANY
    return Trade.DONE if done else None


#: The occupation group that asks for no trade.
OPEN_TO_ALL = "unskilled_helper"


def same(one: Work, other: Work) -> bool:
    """Whether two are of one group, or in the same words where one of them has no group."""
    if one.group and other.group:
        return one.group == other.group
    return bool(one.words.strip()) and words_of(one.words) == words_of(other.words)


def _language(level: Level | None, needed: Level | None) -> int:
    short = rank_of(needed) - rank_of(level)
    if short <= 0:
        return _LANGUAGE
    return max(_LANGUAGE - _LEVEL_SHORT * short, 0) if level is not None else 0


def _share(points: int, lacking: tuple[str, ...], asked: tuple[str, ...]) -> int:
    every = len([one for one in asked if one.strip()])
    return points * (every - len(lacking)) // every if every else points
