"""Which backups are kept, and when one is due: every rule of it, without a clock or a disk."""

from collections.abc import Callable, Collection, Hashable
from datetime import date, datetime, timedelta

#: How often a changed office is copied while it is in use.
EVERY = timedelta(minutes=30)
#: A newest verified backup older than this is told in red.
OVERDUE = timedelta(days=7)
#: Nothing is kept longer, or erased people would live on in copies.
OLDEST = timedelta(days=365)

_ALL_OF = timedelta(days=2)
_STEPS: tuple[tuple[int, Callable[[datetime], Hashable]], ...] = (
    (12, lambda made: made.date()),
    (10, lambda made: made.isocalendar()[:2]),
    (9, lambda made: (made.year, made.month)),
)
#: No backup for longer than this may be a clock that jumped ahead, until there are backups of so
#: many days after it. Longer than thinning leaves between two months; fewer days than it keeps.
_GAP = timedelta(days=92)
_DAYS_THAT_PROVE = 10


def kept(made: Collection[datetime], now: datetime) -> set[datetime]:
    """Those of the backups ``made`` that stay: all of two days, then one a day, week and month.

    Twelve days, ten weeks and nine months are counted where there is a backup, so an office that
    is opened once a month keeps nine of them. The newest of each day, week or month stays. Those
    from the future stay too: the clock was set back since. The newest of all always stays, however
    old: an old backup is better than none. Age is that of ``ages``.
    """
    newest_first = sorted(made, reverse=True)
    old = ages(made, now)
    past = list(old)
    stays = {one for one in past if old[one] < _ALL_OF}
    for how_many, belongs_to in _STEPS:
        seen: list[Hashable] = []
        for one in past:
            if belongs_to(one) not in seen and len(seen) < how_many:
                seen.append(belongs_to(one))
                stays.add(one)
    young = {one for one in stays if old[one] < OLDEST}
    return young | {one for one in newest_first if one > now} | set(newest_first[:1] + past[:1])


def ages(made: Collection[datetime], now: datetime) -> dict[datetime, timedelta]:
    """How long ago each of these moments was, as far as they bear it out; none from the future.

    A long time without any is not counted until there are ten days with some after it: a clock
    that is a year ahead for an afternoon would else make everything too old at once.
    """
    found: dict[datetime, timedelta] = {}
    later, counted, days = now, timedelta(), set[date]()
    for one in sorted((one for one in made if one <= now), reverse=True):
        if later - one <= _GAP or len(days) >= _DAYS_THAT_PROVE:
            counted += later - one
        found[one] = counted
        later = one
        days.add(one.date())
    return found


def is_due(changed: bool, last: datetime | None, now: datetime) -> bool:
    """Whether the office is copied now. After the clock was set back, ``last`` lies ahead: due."""
    return changed and (last is None or not timedelta() <= now - last < EVERY)


def is_overdue(last_verified: datetime | None, now: datetime) -> bool:
    """Whether too much would be lost if the disk failed today."""
    return last_verified is None or now - last_verified > OVERDUE
