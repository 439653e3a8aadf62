"""How often Python looks for garbage that refers to itself."""

import gc

_MANY = 2_000


def collect_seldom() -> None:
    """For a program at its start: look after 50,000 new objects, not after 700.

    A list of 20,000 people is a million small values that all stay. Looking them through again and
    again took half of the time of reading the list (docs/performance.md). What refers to itself
    and is let go meanwhile is a few megabytes.
    """
    gc.set_threshold(50_000, 20, 50)


def look_through_no_more(made: int) -> None:
    """After a job that made much that stays, such as a solved set: ``made`` is for how many people.

    Looking a million values through once takes a quarter of a second, during which the window
    stands still. They are freed as ever when nobody needs them; what refers to itself by then, a
    dialog at most, is not.
    """
    if made >= _MANY:
        gc.freeze()
