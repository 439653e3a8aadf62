"""The disk of the simulation forgets what a real one may forget, and nothing that was synced."""

import random

from faults.power_journal import Disk, Event

NAMES = {1: "/office/a", 2: "/office/b", 3: "/office"}
WRITTEN = (
    Event("C", 1, 0, b""),
    Event("W", 1, 0, b"first"),
)


def possible(
    *events: Event, start: dict[str, bytes] | None = None
) -> set[tuple[tuple[str, bytes], ...]]:
    """All that may be found after the power cut."""
    rnd, found = random.Random(1), set()
    disk = Disk("/office", start or {}, NAMES)
    for event in events:
        disk.happen(event)
    for _each in range(200):
        found.add(tuple(sorted(disk.cut(rnd))))
    return found


def test_a_file_that_was_not_synced_may_be_there_empty_or_not_at_all() -> None:
    assert possible(*WRITTEN) == {(), (("a", b""),), (("a", b"first"),)}


def test_a_synced_file_keeps_what_it_held_but_its_name_needs_the_folder() -> None:
    synced = (*WRITTEN, Event("S", 1, 0, b""))
    assert possible(*synced) == {(), (("a", b"first"),)}
    assert possible(*synced, Event("S", 3, 0, b"")) == {(("a", b"first"),)}


def test_a_renamed_file_is_the_old_one_or_the_new_one() -> None:
    renamed = (*WRITTEN, Event("S", 1, 0, b""), Event("R", 1, 2, b""))
    there = {
        content
        for found in possible(*renamed, start={"/office/b": b"old"})
        for name, content in found
        if name == "b"
    }
    assert there == {b"old", b"first"}
    assert possible(*renamed, Event("S", 3, 0, b""), start={"/office/b": b"old"}) == {
        (("b", b"first"),)
    }


def test_writes_since_the_last_sync_may_be_there_in_part() -> None:
    found = possible(Event("W", 1, 0, b"A" * 512 + b"B" * 512), start={"/office/a": b"x" * 1024})
    contents = {content[:1] + content[-1:] for ((_, content),) in found}
    assert contents == {b"xx", b"AB", b"Ax", b"xB"}


def test_a_file_that_was_removed_is_there_until_its_folder_is_synced() -> None:
    gone = Event("U", 1, 0, b"")
    assert possible(gone, start={"/office/a": b"old"}) == {(), (("a", b"old"),)}
    assert possible(gone, Event("S", 3, 0, b""), start={"/office/a": b"old"}) == {()}
