"""Small numbers: what must not be printed for managers, because it shows who somebody is.

The one rule of all reports, whether they stay in the municipality or are published:

- A number that tells what persons are, have, think or have become is printed when it is nought or
  at least ``LEAST``. A share of them is hidden as well when those outside it are few, and a mean
  of few answers always.
- What would follow from the numbers beside it, a total or the other parts, is hidden with it.
- Parts that are hidden are told as one, together with those that nobody is in, so that each of them
  may be anything from nought to what is left of the total.
- Counts of what was done (meetings, placements begun, events, questions asked) are printed as they
  are: managers steer by them, and they tell nothing of anybody. Only their shares go the same way
  when they are of fewer than ``LEAST``.

Tables by gender, age, area and organisation, of whatever report, go further: they are held against
each other and against every report that was kept, see ``report_cells``; of pairs that are few
meetings and hours are hidden there as well. Other breakdowns are looked through within their own.
"""

from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

K = TypeVar("K", bound=Hashable)

#: The least number of persons that is printed (Statistics Norway and the health registers use 5).
LEAST = 5
#: A single hidden part would follow from the total.
_FEWEST = 2


def is_small(count: int, least: int = LEAST) -> bool:
    """Whether the number of persons is too small to print; nobody is not."""
    return 0 < count < least


def is_small_share(part: int, base: int, least: int = LEAST) -> bool:
    """Whether ``part`` of ``base`` tells of too few: part, base and the rest are told by it."""
    return any(is_small(count, least) for count in (part, base, base - part))


def hide_small(
    counts: Mapping[K, int], least: int = LEAST, *, total_shown: bool = True
) -> dict[K, int | None]:
    """The counts with None for each that is hidden.

    With ``total_shown`` so many are hidden that no single one of them follows from the total: at
    least two, which together are not small either. The smallest of the others go first, nought
    last of all. A total that is small itself has to be left out by the caller.
    """
    hidden = {key for key, count in counts.items() if is_small(count, least)}
    if hidden and total_shown:
        order = list(counts)
        others = sorted(
            (key for key in counts if key not in hidden),
            key=lambda key: (counts[key] == 0, counts[key], order.index(key)),
        )
        while others and (len(hidden) < _FEWEST or sum(counts[key] for key in hidden) < least):
            hidden.add(others.pop(0))
    return {key: None if key in hidden else count for key, count in counts.items()}


def hide_small_of(counts: Mapping[K, int], base: int, least: int = LEAST) -> dict[K, int | None]:
    """Counts of ``base`` persons of whom each may be in several; those outside may not be few."""
    return {
        key: None if is_small_share(count, base, least) else count for key, count in counts.items()
    }


def noughts_hidden(shown: Mapping[K, int | None]) -> dict[K, int | None]:
    """For a table that has a row for every part: with nought told beside them, those that are
    hidden could not be nought.
    """
    hides = None in shown.values()
    return {key: None if hides and not count else count for key, count in shown.items()}


def steps_shown(steps: Sequence[int], base: int, least: int = LEAST) -> list[bool]:
    """Which of ``steps`` may be printed, each a part of the next and the last one of ``base``.

    As "in work" and "in work or education" of those known: whoever is in the one and not in the
    other follows from the two. An earlier step goes before a later one.
    """
    shown: list[bool] = []
    before = 0
    for step in steps:
        shown.append(not is_small_share(step, base, least) and not is_small(step - before, least))
        before = step if shown[-1] else before
    return shown
