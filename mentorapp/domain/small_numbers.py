"""Small numbers: what must not be printed for managers, because it shows who somebody is.

A count of one to four persons in a breakdown is hidden, nought is not. Where the total stands
beside the parts, a single hidden part could be worked out from it, so that another is hidden with
it. Two reports laid side by side (all schemes and one of two) are not looked through here.
"""

from collections.abc import Hashable, Mapping
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
