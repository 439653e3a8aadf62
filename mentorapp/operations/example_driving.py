"""Practice driving in the example office: five pairs over three years, two of whom passed, and a
newcomer who is in the buddy and the work mentor scheme at once.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from mentorapp.domain.errors import PairNotAllowed
from mentorapp.domain.meetings import Meeting
from mentorapp.domain.mentors import Mentor, MentorStatus
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.practice_driving import DrivingCondition
from mentorapp.domain.protection import Protection
from mentorapp.operations import (
    driving_log,
    pairing,
    pairings,
    practice_driving,
    schemes,
)
from mentorapp.storage import records, shields, tallies
from mentorapp.storage.database import Transaction
from mentorapp.words import Words

_COORDINATOR = "Mona Elvestrand"
_CARS = (
    "Toyota Yaris 2019",
    "VW Golf 2016",
    "Skoda Octavia 2021",
    "Volvo V60 2018",
    "Kia Niro 2022",
)
_WEEK = timedelta(days=7)


#: Of the latest pairs, the newest first: so many days the permit still has, and who passed.
_PERMIT_DAYS = (400, 250, 20, 0, 0)
_PASSED = (3, 4)
_DRIVES = 16


def fill(tx: Transaction, today: date) -> None:
    """Drives of the five latest driving pairs, and the newcomer in two schemes."""
    driving = schemes.find(tx, "practice_driving")
    pairs = records.find(tx, Pairing, scheme_id=driving.id)
    latest = sorted(pairs, key=lambda one: (one.agreed_on, one.number), reverse=True)
    for at, pair in enumerate(latest[: len(_CARS)]):
        _keep(tx, pair, at, today)
        for number, meeting in enumerate(_meetings(tx, pair)):
            practice_driving.log(
                tx,
                meeting,
                18 + 7 * (number % 5) + number // 2,
                _conditions(meeting.held_on, number),
                today,
            )
    _in_two_schemes(tx, today)


def papers(tx: Transaction, today: date, words: Words) -> Mapping[str, bytes]:
    """The driving log of the pair that runs longest."""
    driving = schemes.find(tx, "practice_driving")
    running = [one for one in records.find(tx, Pairing, scheme_id=driving.id) if one.is_running]
    driven = [one for one in running if practice_driving.drives_of(tx, [one.id])]
    if not driven:
        return {}
    longest = min(driven, key=lambda one: one.agreed_on)
    return {"driving-log": driving_log.pdf(driving_log.values(tx, longest.id, today), words)}


def _keep(tx: Transaction, pair: Pairing, at: int, today: date) -> None:
    """Car, permit and tests of the pair, as the office wrote them down."""
    last = pair.ended_on or today + timedelta(days=_PERMIT_DAYS[at])
    practice = replace(
        practice_driving.practice_of(tx, pair.id),
        car=_CARS[at],
        companion_licence_since=date(pair.agreed_on.year - 14, 6, 1),
        permit_from=pair.agreed_on - timedelta(days=20),
        permit_to=last,
        theory_passed_on=last - timedelta(days=40) if at in _PASSED else None,
        test_passed_on=last - timedelta(days=3) if at in _PASSED else None,
    )
    practice_driving.save(tx, practice, today)


def _meetings(tx: Transaction, pair: Pairing) -> list[Meeting]:
    """Those that were logged from slips; new ones, once a week, where the slips are gone."""
    logged = [one for one in records.find(tx, Meeting, pairing_id=pair.id) if one.counts]
    if logged or pair.ended_on is None:
        return sorted(logged, key=lambda one: (one.held_on, one.id))
    days = [pair.agreed_on + (number + 1) * _WEEK for number in range(_DRIVES)]
    return [
        Meeting(pairing_id=pair.id, held_on=day, minutes=45 + 15 * (number % 4))
        for number, day in enumerate(days)
        if day <= pair.ended_on
    ]


def _conditions(day: date, number: int) -> set[DrivingCondition]:
    """Snow and dark by the season; town, then motorway, once the learner has got the hang of it."""
    found = set()
    if day.month in {11, 12, 1, 2, 3}:
        found.add(DrivingCondition.WINTER)
    if day.month in {10, 11, 12, 1} and number % 2:
        found.add(DrivingCondition.DARK)
    if number % 5 == 3:
        found.add(DrivingCondition.RAIN)
    if number > 3 and number % 3:
        found.add(DrivingCondition.TOWN)
    if number > 7 and number % 4 == 0:
        found.add(DrivingCondition.MOTORWAY)
    return found


def _in_two_schemes(tx: Transaction, today: date) -> None:
    """The first running buddy pair whose newcomer a work mentor can be found for as well."""
    buddy, work = schemes.find(tx, "buddy"), schemes.find(tx, "work_mentor")
    levels = shields.protections(tx)
    pairs = sorted(records.find(tx, Pairing, scheme_id=buddy.id), key=lambda one: one.number)
    free = tallies.running_by_mentor(tx)
    mentors = [
        one
        for one in records.find(tx, Mentor, status=MentorStatus.APPROVED)
        if (not one.schemes or work.key in one.schemes) and free.get(one.id, 0) < one.capacity
    ]
    for pair in (one for one in pairs if one.is_running):
        newcomer = records.get(tx, Newcomer, pair.newcomer_id)
        if levels.get(newcomer.person_id, Protection.NONE) is not Protection.NONE:
            continue
        for mentor in sorted(mentors, key=lambda one: one.id):
            try:
                made = pairing.pair_by_hand(
                    tx, work.id, mentor.id, newcomer.id, today, _COORDINATOR
                )
            except PairNotAllowed:
                continue
            pairings.start(tx, made.id, today)
            return
