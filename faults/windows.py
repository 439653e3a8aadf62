"""Two windows on one office, files that may not be written: told, and nothing is overwritten."""

import os
import random
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from shutil import copyfile

from benchmarks.crowd import TODAY
from benchmarks.made_offices import ACTOR
from faults import processes
from faults.intentions import furnished, intentions
from faults.invariants import trouble
from faults.processes import Say
from faults.results import Result, Size, Tally, skipped
from mentorapp.domain.errors import ChangedMeanwhile, ReadOnlyOffice
from mentorapp.domain.people import Person
from mentorapp.operations import Database, Transaction, people
from mentorapp.storage import records
from mentorapp.storage.database import open_database
from mentorapp.storage.key_slots import OfficeKeys

_NOBODY = 65534
_FIELDS = ("given_name", "family_name", "notes", "occupation")


def results(folder: Path, size: Size) -> Sequence[Result]:
    """Offices of one's own each time; the encrypted ones alone, as the files are the same."""
    keys = OfficeKeys.new()
    template = furnished(folder / "template.db", keys)
    return [
        _second_windows(template, keys, size.of(200)).result(
            "a second window: reads, is told who has the office, and writes once that is killed"
        ),
        _edits(template, keys, size.of(1000)).result(
            "two people change one record: the second is told, nothing is overwritten unseen"
        ),
        _not_writable(folder, template, keys, size.of(100)),
    ]


def _second_windows(template: Path, keys: OfficeKeys, times: int) -> Tally:
    tally, rnd = Tally(), random.Random(times)
    path = template.with_name("shared.db")
    copyfile(template, path)
    said: list[str] = []
    for _each in range(times):
        seed = rnd.randrange(1 << 30)
        first = processes.start(partial(_save_for_ever, path, keys, seed))
        first.wait_for(1)
        wrong = _as_second(path, keys, first.pid)
        first.kill()
        said += first.end()[0]
        tally.add(wrong or trouble(path, keys, said))
    return tally


def _save_for_ever(path: Path, keys: OfficeKeys, seed: int, say: Say) -> None:
    for intention in intentions(open_database(path, create=False, keys=keys), seed):
        say(intention())


def _as_second(path: Path, keys: OfficeKeys, holder: int) -> str:
    with closing(open_database(path, create=False, keys=keys)) as second:
        if not (second.read_only and second.holder.endswith(f", {holder}")):
            return "the second window was not told who has the office"
        return _only_reads(second)


def _only_reads(database: Database) -> str:
    with database.read() as tx:
        if not records.find(tx, Person):
            return "nothing to be read"
    try:
        with database.write(ACTOR) as tx:
            records.add(tx, Person(given_name="Ole"))
    except ReadOnlyOffice:
        return ""
    return "written where it may not be"


def _edits(template: Path, keys: OfficeKeys, times: int) -> Tally:
    """Two forms are open, each is saved with what was typed in it, in any order."""
    rnd, tally = random.Random(times), Tally()
    path = template.with_name("edited.db")
    copyfile(template, path)
    with closing(open_database(path, create=False, keys=keys)) as database:
        with database.read() as tx:
            everybody = [one.id for one in records.find(tx, Person)]
        for _each in range(times):
            tally.add(_one_edit(database, rnd, rnd.sample(everybody, 2)))
    return tally


def _one_edit(database: Database, rnd: random.Random, two: Sequence[object]) -> str:
    with database.read() as tx:
        mine, yours = (people.registration(tx, rnd.choice(two)) for _each in "12")  # type: ignore[arg-type]
    texts = {name: f"{name} {rnd.random()}" for name in ("mine", "yours")}

    def save(tx: Transaction, found: people.Registration, text: str) -> None:
        typed = replace(found.person, **{rnd.choice(_FIELDS): text})  # type: ignore[arg-type]
        people.save(tx, replace(found, person=typed), TODAY)

    with database.write(ACTOR) as tx:
        save(tx, mine, texts["mine"])
    told = False
    try:
        with database.write(ACTOR) as tx:
            save(tx, yours, texts["yours"])
    except ChangedMeanwhile:
        told = True
    with database.read() as tx:
        there = {repr(records.get(tx, Person, one.person.id)) for one in (mine, yours)}
    first_is_there = any(texts["mine"] in one for one in there)
    same = mine.person.id == yours.person.id
    if told is not same:
        return "not told" if same else "told of a change that was none"
    return "" if first_is_there else "a change was overwritten"


def _not_writable(folder: Path, template: Path, keys: OfficeKeys, times: int) -> Result:
    claim = "an office or folder that may not be written: read as it is, writing refused"
    if os.name != "posix":
        return skipped(claim, "rights of POSIX systems")
    rnd, tally = random.Random(times), Tally()
    folder.chmod(0o755)
    for at in range(times):
        place = folder / f"place-{at}"
        place.mkdir()
        path = place / "office.db"
        copyfile(template, path)
        if rnd.random() < 0.5:
            path.with_name("office.db.lock").touch()
        path.chmod(rnd.choice((0o444, 0o644)) if rnd.random() < 0.7 else 0o444)
        place.chmod(0o555)
        before = path.read_bytes()
        lines, status = processes.start(partial(_read_as_nobody, path, keys)).end()
        place.chmod(0o755)
        wrong = "".join(lines) if not status else "the program ended with an error"
        tally.add(wrong or ("" if path.read_bytes() == before else "the file was changed"))
    return tally.result(claim)


def _read_as_nobody(path: Path, keys: OfficeKeys, say: Say) -> None:
    """Root may write everywhere; this program may not any more."""
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(_NOBODY)
        os.setuid(_NOBODY)
    with closing(open_database(path, create=False, keys=keys)) as database:
        wrong = "" if database.read_only else "not opened for reading alone"
        wrong = wrong or _only_reads(database)
    if wrong:
        say(wrong)
