"""Files that do harm, given to the import as the window and the command line do."""

import random
import resource
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path
from time import process_time

from benchmarks.crowd import TODAY
from benchmarks.made_offices import ACTOR
from faults import processes
from faults.processes import Say
from faults.results import Result, Tally
from mentorapp.domain.errors import Refused
from mentorapp.operations import Database, imports
from mentorapp.operations.imports import ImportKind
from mentorapp.storage.database import open_database
from mentorapp.words import Words

#: More than the program may ever ask for: beyond it the process ends, which counts as a crash.
_MEMORY = 3 << 30
_SLOW = 10.0
_LARGE = 300

#: A name that tells what the case is, and the bytes of the file.
Case = tuple[str, bytes]


class _Undone(Exception):
    """Rolls back an import that went through, so that the next one meets the same office."""


class Importer:
    """One office into which everything is tried to be brought."""

    def __init__(self, database: Database, seed: int) -> None:
        self._database = database
        self._rnd = random.Random(seed)
        self._words = Words("en")
        with database.read() as tx:
            self._setting = imports.setting(tx)

    def take(self, data: bytes, name: str) -> tuple[str, str]:
        """What came of it (a refusal's name or "taken"), and what was wrong with that."""
        kind = self._rnd.choice((*[ImportKind.MENTORS] * 6, *ImportKind))
        before, start = self._lines(), process_time()
        try:
            outcome = self._import(kind, data, name)
        except Refused as refused:
            outcome = type(refused).__name__
        except Exception as error:  # noqa: BLE001 - any of them is what is looked for
            return "crash", f"{type(error).__name__} in {kind.value}"
        if self._lines() != before:
            return outcome, "a part of an import that was not carried through"
        return outcome, f"more than {_SLOW:.0f} s" if process_time() - start > _SLOW else ""

    def _import(self, kind: ImportKind, data: bytes, name: str) -> str:
        table = imports.load(data, name)
        columns = imports.suggest(kind, table)
        source = imports.read(kind, table, columns, self._setting, TODAY)
        with self._database.read() as tx:
            found = imports.preview(tx, source, TODAY)
        imports.rejected(found, self._words)
        # Some are stopped on their way: then nothing may be there either.
        stop = self._rnd.choice([None, None, self._rnd.randrange(1, 20)])
        looks = 0

        def cancelled() -> bool:
            nonlocal looks
            looks += 1
            return stop is not None and looks > stop

        try:
            with self._database.write(ACTOR) as tx:
                imports.apply(tx, source, TODAY, cancelled=cancelled)
                raise _Undone  # noqa: TRY301 - out of the transaction
        except _Undone:
            return "taken"

    def _lines(self) -> tuple[int, ...]:
        """Rows of everything an import writes."""
        tables = ("audit", "people", "organisations", "pairings", "meetings", "contact_details")
        with self._database.read() as tx:
            return tuple(
                tx.connection.exec_driver_sql(f"SELECT count(*) FROM {one}").scalar_one()
                for one in tables
            )


def tried(
    office: Path, cases: Callable[[int], Iterator[Case]], times: int, ending: str, claim: str
) -> Result:
    """Try so many cases, in processes of their own: one that ends one is counted and passed over.

    ``cases`` gives them from a number on, the same ones each time.
    """
    tally, outcomes = Tally(), Counter[str]()
    most, done = 0, 0
    while done < times:
        lines, status = processes.start(_Child(office, cases, done, times, ending)).end()
        for line in lines:
            outcome, memory, trouble = line.split("\t")
            tally.add(trouble)
            outcomes[outcome] += 1
            most = max(most, int(memory))
        done += len(lines)
        if status:
            tally.add(f"ended the program: case {done}")
            done += 1
        elif not lines:
            break
    if most > _LARGE:
        tally.add(f"{most} MB of memory")
    refused = sum(outcomes.values()) - outcomes["taken"]
    return tally.result(
        claim, f"{outcomes['taken']:,} taken, {refused:,} refused, {most} MB at most"
    )


class _Child:
    """What the process does."""

    def __init__(
        self,
        office: Path,
        cases: Callable[[int], Iterator[Case]],
        first: int,
        last: int,
        ending: str,
    ) -> None:
        self._office, self._cases, self._ending = office, cases, ending
        self._first, self._last = first, last

    def __call__(self, say: Say) -> None:
        most = _taken() + _MEMORY
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        with closing(open_database(self._office, create=False)) as database:
            importer = Importer(database, self._first)
            for _number, (_name, data) in zip(
                range(self._first, self._last), self._cases(self._first), strict=False
            ):
                before = _memory_from_now_on()
                outcome, trouble = importer.take(data, f"list{self._ending}")
                say(f"{outcome}\t{_told('VmHWM') - before}\t{trouble}")


def _memory_from_now_on() -> int:
    """MB in use; the peak is counted anew from here (what made the case is no part of it)."""
    if sys.platform == "linux":
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    return _told("VmRSS")


def _told(what: str) -> int:
    """MB that the system says of this process; 0 where it does not say."""
    if sys.platform != "linux":
        return 0
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(what)) // 1024


def numbered(made: Callable[[random.Random], Case], seed: int) -> Callable[[int], Iterator[Case]]:
    """Cases that are each drawn by chance, the same one for the same number."""

    def cases(first: int) -> Iterable[Case]:
        at = first
        while True:
            yield made(random.Random(seed + at))
            at += 1

    return lambda first: iter(cases(first))


def _taken() -> int:
    """Bytes of addresses taken before the fork: the libraries of the window alone map 30 GB."""
    status = Path("/proc/self/statm")
    return int(status.read_text().split()[0]) * resource.getpagesize() if status.exists() else 0
