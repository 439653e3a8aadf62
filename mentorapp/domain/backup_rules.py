"""Which backups are kept, and when one is due: every rule of it, without a clock or a disk."""

from collections.abc import Callable, Collection, Hashable
from datetime import datetime, timedelta

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


def kept(made: Collection[datetime], now: datetime) -> set[datetime]:
    """Those of the backups ``made`` that stay: all of two days, then one a day, week and month.

    Twelve days, ten weeks and nine months are counted where there is a backup, so an office that
    is opened once a month keeps nine of them. The newest of each day, week or month stays. One
    from the future stays too: the clock was set back since. The newest of all always stays, however
    old: an old backup is better than none.
    """
    newest_first = sorted(made, reverse=True)
    stays = {one for one in newest_first if now - one < _ALL_OF}
    for how_many, belongs_to in _STEPS:
        seen: list[Hashable] = []
        for one in newest_first:
            if belongs_to(one) not in seen and len(seen) < how_many:
                seen.append(belongs_to(one))
                stays.add(one)
    return {one for one in stays if now - one < OLDEST} | set(newest_first[:1])


def is_due(changed: bool, last: datetime | None, now: datetime) -> bool:
    """Whether the office is copied now. After the clock was set back, ``last`` lies ahead: due."""
    return changed and (last is None or not timedelta() <= now - last < EVERY)


def is_overdue(last_verified: datetime | None, now: datetime) -> bool:
    """Whether too much would be lost if the disk failed today."""
    return last_verified is None or now - last_verified > OVERDUE
