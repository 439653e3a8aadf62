"""What became of those who ended in the example office, what it wants to reach, who lives there.

Every exit that the pairings give is answered; nobody is made up. Who is in work is drawn once for
a person, so that the same people fall out of work after five years, as Asker saw.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from mentorapp.domain.exits import Exit
from mentorapp.domain.goals import GoalUnit, Measure, OfficeGoal
from mentorapp.domain.outcomes import (
    WORKING,
    Outcome,
    OutcomePoint,
    OutcomeSource,
    OutcomeStatus,
    Relevance,
    due_on,
)
from mentorapp.domain.people import Person
from mentorapp.domain.questions import points_reached
from mentorapp.domain.series import Series, SeriesKind
from mentorapp.domain.surroundings import BackgroundFigure, BackgroundKind
from mentorapp.operations import goals, outcomes, series, surroundings
from mentorapp.operations.outcome_facts import gather
from mentorapp.storage import records
from mentorapp.storage.database import Transaction
from mentorapp.words import Words

#: Percent in work by point; the fall is a little steeper than the one Asker told of.
_IN_WORK = dict(zip(OutcomePoint, (38, 52, 64, 70, 72, 71, 67, 63, 60), strict=True))
#: Beside those in work: so many percent study, are at a course.
_STUDY, _COURSE = 12, 8
_UNKNOWN, _NOT_ASKED, _MOVES = 9, 6, 2
_HOURS = (37.5, 37.5, 30, 22, 37.5, 18, 12.5)
_SOURCES = (OutcomeSource.PERSON, OutcomeSource.PERSON, OutcomeSource.CASE_OFFICER)
#: What fell due in the last days waits to be asked.
_WAITING = timedelta(days=12)

_ASKER = {"2013": 650, "2014": 810, "2015": 730, "2016": 760, "2017": 640}
_BACKGROUND: Mapping[BackgroundKind, tuple[int, int, int]] = {
    BackgroundKind.POPULATION: (9530, 9574, 9612),
    BackgroundKind.IMMIGRANTS: (1294, 1367, 1425),
    BackgroundKind.COUNTRIES: (58, 61, 63),
    BackgroundKind.EMPLOYEES: (1184, 1192, 1200),
    BackgroundKind.DIVERSE_EMPLOYEES: (104, 117, 129),
    BackgroundKind.PLACEMENTS_ALL: (21, 27, 33),
}


def fill(tx: Transaction, today: date) -> None:
    """Answers, series of others, goals and background figures."""
    facts = gather(tx, today)
    people = records.by_id(records.find(tx, Person))
    answers = [
        answer
        for left in facts.exits
        for answer in _answers(left, people[left.person_id].number, today)
    ]
    outcomes.add_all(tx, answers, today)
    _series(tx, today)
    _goals(tx, today)
    for kind, values in _BACKGROUND.items():
        for year, value in enumerate(values, today.year - len(values) + 1):
            source = "" if kind is BackgroundKind.PLACEMENTS_ALL else "Fjordvik kommune, 1. januar"
            figure = BackgroundFigure(year=year, kind=kind, value=value, source=source)
            surroundings.save(tx, figure)


def papers(tx: Transaction, today: date, words: Words) -> Mapping[str, bytes]:
    """The page of outcomes over years."""
    from mentorapp.operations.outcome_paper import outcome_report

    return {"outcomes-over-years": outcome_report(tx, today, words)}


def _answers(left: Exit, number: int, today: date) -> list[Outcome]:
    drawn = _draw(number, left.exit_on.year, 1)
    found = []
    for at, point in enumerate(points_reached(left, today)):
        due = due_on(left.exit_on, point)
        chance = _draw(number, at, left.exit_on.month)
        if due > today - _WAITING or chance >= 100 - _NOT_ASKED:
            continue
        moved = at > 2 and chance < _MOVES
        status = OutcomeStatus.MOVED if moved else _status(point, drawn, chance)
        working = status in WORKING
        found.append(
            Outcome(
                person_id=left.person_id,
                scheme_id=left.scheme_id,
                exit_on=left.exit_on,
                point=point,
                status=status,
                weekly_minutes=round(_HOURS[number % len(_HOURS)] * 60) if working else None,
                relevance=_relevance(drawn, at) if working else Relevance.NOT_ASKED,
                source=_SOURCES[chance % len(_SOURCES)],
                asked_on=min(due + timedelta(days=chance % 12), today),
            )
        )
        if moved:
            break
    return found


def _status(point: OutcomePoint, drawn: int, chance: int) -> OutcomeStatus:
    if _MOVES <= chance < _MOVES + _UNKNOWN:
        return OutcomeStatus.UNKNOWN
    working = _IN_WORK[point]
    if drawn < working:
        early = point in {OutcomePoint.EXIT, OutcomePoint.MONTHS_3}
        return OutcomeStatus.SUBSIDISED if early and drawn % 5 == 0 else OutcomeStatus.WORK
    if drawn < working + _STUDY:
        return OutcomeStatus.EDUCATION
    return OutcomeStatus.COURSE if drawn < working + _STUDY + _COURSE else OutcomeStatus.NEITHER


def _relevance(drawn: int, at: int) -> Relevance:
    """The longer ago the exit, the more often the work fits."""
    return Relevance.RELEVANT if drawn % 10 < 3 + at else Relevance.NOT_RELEVANT


def _draw(*numbers: int) -> int:
    """From 0 to 99, the same on every machine."""
    mixed = 7
    for number in numbers:
        mixed = (mixed * 1_000_003 + number * 7_919) % 2_147_483_647
    return mixed // 97 % 100


def _series(tx: Transaction, today: date) -> None:
    series.save(
        tx,
        Series(
            name="Asker kommune",
            definition=(
                "I arbeid eller utdanning etter introduksjonsprogrammet. Hvor lenge etter og av "
                "hvor mange står ikke i kilden."
            ),
            source="Asker kommune 2013–2017",
            per_mille=_ASKER,
        ),
    )
    series.save(
        tx,
        Series(
            name="Nasjonalt mål",
            kind=SeriesKind.GOAL,
            definition=(
                "70 % av deltakerne i introduksjonsprogrammet skal være i arbeid eller utdanning "
                "året etter at de avsluttet."
            ),
            source="Regjeringens mål for introduksjonsprogrammet",
            per_mille={str(year): 700 for year in range(2013, today.year + 1)},
        ),
    )


def _goals(tx: Transaction, today: date) -> None:
    year: dict[str, Any] = {
        "from_date": date(today.year, 1, 1),
        "to_date": date(today.year, 12, 31),
    }
    first_half: dict[str, Any] = {
        "from_date": date(today.year, 1, 1),
        "to_date": date(today.year, 6, 30),
    }
    before: dict[str, Any] = {
        "from_date": date(today.year - 1, 1, 1),
        "to_date": date(today.year - 1, 12, 31),
    }
    for goal in (
        OfficeGoal(
            title="Praksisplasser for tre prosent av arbeidsstokken",
            measure=Measure.PLACEMENTS,
            unit=GoalUnit.SHARE,
            target=30,
            base=1200,
            base_note="ansatte",
            owner="Mona Elvestrand",
            **year,
        ),
        OfficeGoal(
            title="Én av sju ansatte med flerkulturell bakgrunn",
            measure=Measure.DIVERSE_EMPLOYEES,
            unit=GoalUnit.ONE_IN,
            target=7,
            stated="15 %",
            owner="HR-sjefen",
            from_date=date(today.year - 2, 1, 1),
            to_date=date(today.year + 2, 12, 31),
        ),
        OfficeGoal(
            title="Første møte innen 30 dager",
            measure=Measure.FIRST_MEETING_SHARE,
            unit=GoalUnit.SHARE,
            target=800,
            owner="Jon Ivar Stensund",
            **year,
        ),
        OfficeGoal(
            title="Sju av ti i arbeid eller utdanning etter ett år",
            measure=Measure.IN_WORK_SHARE,
            unit=GoalUnit.SHARE,
            target=700,
            stated="nasjonalt mål 70 %",
            owner="Mona Elvestrand",
            **year,
        ),
        OfficeGoal(
            title="To mentorer fra hver organisasjon",
            measure=Measure.MENTORS_PER_ORGANISATION,
            target=2,
            owner="Jon Ivar Stensund",
            **year,
        ),
        OfficeGoal(
            title="20 nye koblinger første halvår",
            measure=Measure.PAIRINGS,
            target=20,
            owner="Mona Elvestrand",
            **first_half,
        ),
        OfficeGoal(
            title="25 nye koblinger",
            measure=Measure.PAIRINGS,
            target=25,
            owner="Mona Elvestrand",
            result="Vi rakk ikke målet: to måneder uten opplæring av nye mentorer.",
            **before,
        ),
    ):
        goals.save(tx, goal)
