"""How often Python looks for garbage that refers to itself."""

import gc


def collect_seldom() -> None:
    """For a program at its start: look after 50,000 new objects, not after 700.

    A list of 20,000 people is a million small values that all stay. Looking them through again and
    again took half of the time of reading the list (docs/performance.md). What refers to itself
    and is let go meanwhile is a few megabytes.
    """
    gc.set_threshold(50_000, 20, 50)
