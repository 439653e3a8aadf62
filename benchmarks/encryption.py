"""What encryption costs: the same office with and without it, opened, read, searched and written.

The bound is the plain file in the same run. Unlocking, which a plain office has not, stands alone.
"""

from collections.abc import Callable, Mapping
from functools import partial
from itertools import count
from pathlib import Path
from uuid import UUID

from benchmarks.crowd import TODAY
from benchmarks.made_offices import ACTOR, an_office, populate
from benchmarks.measuring import Figure, Run, Spread, against, interleaved, timed
from mentorapp.domain.meetings import Meeting
from mentorapp.domain.pairings import Pairing
from mentorapp.operations import Database, finding, meetings, offices
from mentorapp.operations.lists import mentor_rows, newcomer_rows
from mentorapp.storage import records
from mentorapp.storage.key_slots import KeySlots, OfficeKeys

_PLAIN = "the same office in plain text"
_SAVES = 40


def figures(folder: Path, rounds: int, *, quick: bool) -> list[Figure]:
    """Open, lists, Find anything and saving a meeting, then the passphrase alone."""
    people = 60 if quick else 3_000
    keys = OfficeKeys.new()
    files = {"encrypted": (folder / "locked.db", keys), _PLAIN: (folder / "plain.db", None)}
    for path, key in files.values():
        with an_office(path, key) as database:
            populate(database, people // 3, people - people // 3, people // 6)
    asked: dict[str, Callable[[Path, OfficeKeys | None], float]] = {
        f"Open an office of {people} people and close it": _opening,
        "… both lists": partial(_asking, _lists),
        "… Find anything, read and searched": partial(_asking, _search),
        f"… {_SAVES} meetings logged, each a save of its own": partial(_asking, _saves),
    }
    found = []
    for title, work in asked.items():
        runs: list[Run] = [partial(_run, name, work, *file) for name, file in files.items()]
        found.append(against(interleaved(runs, rounds), "encrypted", _PLAIN, title))
    return [*found, *_unlocking(keys, rounds)]


def _run(
    name: str,
    work: Callable[[Path, OfficeKeys | None], float],
    path: Path,
    keys: OfficeKeys | None,
) -> Mapping[str, float]:
    return {name: work(path, keys)}


def _opening(path: Path, keys: OfficeKeys | None) -> float:
    return timed(lambda: offices.open_office(path, create=False, keys=keys).close())


def _asking(work: Callable[[Database], object], path: Path, keys: OfficeKeys | None) -> float:
    with an_office(path, keys) as database:
        return timed(lambda: work(database))


def _lists(database: Database) -> None:
    with database.read() as tx:
        mentor_rows(tx, TODAY)
        newcomer_rows(tx, TODAY)


def _search(database: Database) -> None:
    with database.read() as tx:
        finder = finding.index(finding.read(tx), TODAY)
    finder.find("natalia")


def _saves(database: Database) -> None:
    with database.read() as tx:
        pairs = records.find(tx, Pairing)
    for at, pair in zip(count(), (pairs * _SAVES)[:_SAVES], strict=False):
        with database.write(ACTOR) as tx:
            meetings.log(tx, Meeting(pairing_id=pair.id, held_on=TODAY, minutes=30 + at), TODAY)


def _unlocking(keys: OfficeKeys, rounds: int) -> list[Figure]:
    slots = KeySlots.new(UUID(int=1)).with_passphrase(keys, "one", "fire ord for kontoret")
    slots = slots.with_passphrase(keys, "other", "en annen lang setning")
    runs: list[Run] = [
        lambda: {"passphrase": timed(lambda: slots.opened_by("en annen lang setning"))}
    ]
    taken = Spread.of(interleaved(runs, rounds)["passphrase"])
    title = "Unlock with a passphrase (Argon2id, 128 MiB, 3 passes)"
    return [Figure(title, taken, goal="a start below 1.5 s")]
