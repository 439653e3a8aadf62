"""Clocks that are set back, hours that come twice, days that are not in every year."""

import os
import random
import time
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from pathlib import Path
from unittest.mock import patch

from benchmarks.made_offices import ACTOR
from faults.intentions import furnished, intentions
from faults.invariants import trouble
from faults.results import Result, Size, Tally
from mentorapp.domain.backup_rules import OLDEST, ages, is_due, kept
from mentorapp.domain.errors import Refused
from mentorapp.domain.meetings import Meeting
from mentorapp.domain.pairings import Pairing, months_later
from mentorapp.domain.quarters import Quarter, Year
from mentorapp.operations import Database, Transaction, follow_up, letters_due, lists, meetings
from mentorapp.storage import records
from mentorapp.storage.database import open_database
from mentorapp.storage.key_slots import OfficeKeys

_FIRST, _DAYS = date(2023, 1, 1), 3653  # ten years, three of them leap years
#: The hour that comes twice, the hour that is left out, the ends of months and years.
_ODD = (
    datetime(2026, 10, 25, 0, 30, tzinfo=UTC), datetime(2026, 10, 25, 1, 30, tzinfo=UTC),
    datetime(2026, 3, 29, 1, 0, tzinfo=UTC), datetime(2024, 2, 29, 23, 59, 59, tzinfo=UTC),
    datetime(2026, 12, 31, 23, 59, 59, 999999, tzinfo=UTC), datetime(1970, 1, 1, tzinfo=UTC),
    datetime(2038, 1, 19, 3, 14, 8, tzinfo=UTC),
)  # fmt: skip


def results(folder: Path, size: Size) -> Sequence[Result]:
    """In the time zone of Oslo, wherever the machine stands."""
    before = os.environ.get("TZ")
    os.environ["TZ"] = "Europe/Oslo"
    with suppress(AttributeError):  # Windows
        time.tzset()
    try:
        return [
            _jumping(folder / "jumping.db", size.of(1000)).result(
                "the clock jumps back and forth while saving: all is kept and in its order"
            ),
            _backups(size.of(2000)).result(
                "backups with any clock: the newest stays, none older than a year but that one"
            ),
            _days(folder / "days.db", size.of(_DAYS, 20)).result(
                "every day of ten years as today: lists, letters, meetings, months and quarters"
            ),
        ]
    finally:
        os.environ.pop("TZ")
        os.environ.update({"TZ": before} if before else {})
        with suppress(AttributeError):
            time.tzset()


class _Clock(datetime):
    """A clock that somebody sets: what storage asks for the time."""

    told = datetime(2026, 1, 1, tzinfo=UTC)

    @classmethod
    def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
        return cls.told.astimezone(tz)  # type: ignore[arg-type]


def _jumping(path: Path, times: int) -> Tally:
    """One office through all of it, checked after every twenty saves."""
    keys = OfficeKeys.new()
    furnished(path, keys)
    rnd, tally, said = random.Random(times), Tally(), list[str]()
    with (
        patch("mentorapp.storage.database.datetime", _Clock),
        closing(open_database(path, keys=keys)) as database,
    ):
        for intention in islice(intentions(database, 1), times):
            _Clock.told = rnd.choice(_ODD) + timedelta(seconds=rnd.randrange(-7200, 7200))
            try:
                said.append(intention())
                tally.add("")
            except Refused as refused:
                tally.add(type(refused).__name__)
    tally.add(trouble(path, keys, said))
    return tally


def _backups(times: int) -> Tally:
    rnd, tally = random.Random(times), Tally()
    for _each in range(times):
        now = rnd.choice(_ODD)
        many = rnd.randrange(1, 80)
        made = {now + timedelta(hours=rnd.randrange(-24 * 900, 24 * 400)) for _one in range(many)}
        stays = kept(made, now)
        last = max((one for one in made if one <= now), default=now)
        old = [one for one, age in ages(made, now).items() if age >= OLDEST and one in stays]
        wrong = "the newest went" if max(made) not in stays else ""
        wrong = wrong or ("too old a one stayed" if set(old) - {max(made), last} else "")
        ahead = max(made) > now
        tally.add(wrong or ("not due" if ahead and not is_due(True, max(made), now) else ""))
    return tally


def _days(path: Path, times: int) -> Tally:
    furnished(path, None)
    tally = Tally()
    odd = [date(2024, 2, 29), date(2026, 3, 29), date(2026, 10, 25), date(2027, 1, 1)]
    step = max(1, _DAYS // times)
    days = [*odd, *(_FIRST + timedelta(days=at) for at in range(0, _DAYS, step))]
    with closing(open_database(path)) as database:
        for day in days:
            try:
                tally.add(_one_day(database, day) or _around(day))
            except Exception as error:  # noqa: BLE001 - any of them is what is looked for
                tally.add(f"{type(error).__name__} on {day}")
    return tally


def _one_day(database: Database, day: date) -> str:
    """What the window asks on a morning, and a meeting on that day."""
    asked: tuple[Callable[[Transaction, date], object], ...] = (
        follow_up.today_list,
        lists.mentor_rows,
        lists.newcomer_rows,
        letters_due.due,
    )
    with database.read() as tx:
        for question in asked:
            question(tx, day)
        (pair, *_) = records.find(tx, Pairing)
    if day < pair.agreed_on:
        return ""
    with database.write(ACTOR) as tx:
        meeting = meetings.log(tx, Meeting(pairing_id=pair.id, held_on=day), day)
        kept_day = meetings.read(tx, meeting.id).held_on
        meetings.remove(tx, meeting.id)
    return "" if kept_day == day else "another day came back"


def _around(day: date) -> str:
    for months in (1, 6, 12, 36, -1, -12):
        later = months_later(day, months)
        if (later.year * 12 + later.month) - (day.year * 12 + day.month) != months:
            return f"{months} months from {day} are {later}"
    quarter, year = Quarter.of(day), Year.of(day)
    whole = day in quarter and day in year and quarter.next().previous() == quarter
    return "" if whole and quarter.next().first == quarter.last + timedelta(days=1) else str(day)
