"""kill -9 while the program saves: what it said was saved is there, and nothing by halves."""

import random
from collections.abc import Sequence
from pathlib import Path
from shutil import copyfile
from time import sleep

from faults import processes
from faults.intentions import committed, furnished
from faults.invariants import trouble
from faults.processes import Say
from faults.results import Result, Size, Tally
from mentorapp.storage.database import open_database
from mentorapp.storage.key_slots import OfficeKeys

#: The program is killed after so many answers at most, and so many seconds: anywhere in a save.
_ANSWERS = 10
_LONGEST = 0.03
#: So often before a new office is taken, or reading it all would take longest.
_OF_ONE_OFFICE = 50


def results(folder: Path, size: Size) -> Sequence[Result]:
    """Encrypted offices, and plain ones."""
    return [
        _killed(folder, OfficeKeys.new(), size.of(1000), "kill -9 while saving, encrypted office"),
        _killed(folder, None, size.of(200), "kill -9 while saving, plain office"),
    ]


def _killed(folder: Path, keys: OfficeKeys | None, times: int, claim: str) -> Result:
    rnd = random.Random(times)
    template = furnished(folder / f"template-{bool(keys)}.db", keys)
    tally, answered = Tally(), 0
    said: list[str] = []
    path = template
    for at in range(times):
        if at % _OF_ONE_OFFICE == 0:
            path, said = folder / f"office-{bool(keys)}-{at}.db", []
            copyfile(template, path)
        lines = _one_kill(path, keys, rnd)
        answered += len(lines)
        said += lines
        tally.add(trouble(path, keys, said) if lines else "the program said nothing")
    return tally.result(
        f"{claim}: no saved change lost, no half one, file sound", f"{answered:,} saved changes"
    )


def _one_kill(path: Path, keys: OfficeKeys | None, rnd: random.Random) -> list[str]:
    seed = rnd.randrange(1 << 30)

    def work(say: Say) -> None:
        for line in committed(open_database(path, create=False, keys=keys), seed):
            say(line)

    child = processes.start(work)
    child.wait_for(rnd.randint(1, _ANSWERS))
    sleep(rnd.uniform(0, _LONGEST))
    child.kill()
    lines, _ = child.end()
    return lines
