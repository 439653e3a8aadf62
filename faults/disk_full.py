"""A disk that gets full at random points: refused, nothing lost, and on when there is room."""

import random
import resource
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from shutil import copyfile, which

from faults import processes
from faults.intentions import furnished, intentions
from faults.invariants import trouble
from faults.processes import Say
from faults.results import Result, Size, Tally, skipped
from mentorapp.domain.errors import CannotWriteFile, DiskFull
from mentorapp.storage import backups
from mentorapp.storage.database import open_database
from mentorapp.storage.key_slots import OfficeKeys

_FULL, _AGAIN = "full", "again"
_MOST_SAVES = 400
_DISK = 4 << 20
#: Make it full, or give room again.
_Fill = Callable[[bool], None]


def results(folder: Path, size: Size) -> Sequence[Result]:
    """By a limit on how long files may be, which needs no rights, and on a small real disk."""
    keys = OfficeKeys.new()
    template = furnished(folder / "template.db", keys)
    return [
        _limited(template, keys, size.of(200)).result(
            "no room while saving (limit on files): refused, nothing lost, saves again with room"
        ),
        _mounted(folder, template, keys, size.of(50)),
        _backups(template, keys, size.of(100)).result(
            "no room while a backup is made: refused, and nothing is left that looks like one"
        ),
    ]


def _limited(template: Path, keys: OfficeKeys, times: int) -> Tally:
    rnd, tally = random.Random(1), Tally()
    path = template.with_name("office.db")
    for _each in range(times):
        room = rnd.randrange(40_000, 1_500_000)
        _put(template, path)
        tally.add(_saved_until_full(path, keys, partial(_limited_to, room)))
    return tally


def _mounted(folder: Path, template: Path, keys: OfficeKeys, times: int) -> Result:
    claim = (
        "no room while saving (a full disk of 4 MB): refused, nothing lost, saves again with room"
    )
    rnd, tally = random.Random(2), Tally()
    for _each in range(times):
        with _small_disk(folder / "disk") as there:
            if not there:
                return skipped(claim, "may not mount a disk here")
            path, filler = folder / "disk" / "office.db", folder / "disk" / "filler"
            copyfile(template, path)
            left = rnd.randrange(40_000, 1_500_000)
            tally.add(_saved_until_full(path, keys, partial(_filled_up_to, filler, left)))
    return tally.result(claim)


def _saved_until_full(path: Path, keys: OfficeKeys, fill: _Fill) -> str:
    """What went wrong in one office that ran out of room, and got some again."""

    def work(say: Say) -> None:
        database = open_database(path, create=False, keys=keys)
        fill(True)
        for at, intention in enumerate(intentions(database, 1)):
            try:
                say(intention())
            except DiskFull:
                say(_FULL)
                fill(False)
                say(intention())
                say(_AGAIN)
                break
            if at > _MOST_SAVES:
                break
        database.close()

    lines, status = processes.start(work).end()
    said = [line for line in lines if " " in line]
    if status or lines[-1:] != [_AGAIN]:
        return "the program did not go on" if status or _FULL in lines else "never got full"
    return trouble(path, keys, said)


def _backups(template: Path, keys: OfficeKeys, times: int) -> Tally:
    rnd, tally = random.Random(3), Tally()
    long = template.stat().st_size
    folder = template.with_name("backups")
    for at in range(times):
        room = rnd.randrange(1, long)
        path = template.with_name(f"backed-{at}.db")
        copyfile(template, path)

        def work(say: Say, path: Path = path, room: int = room) -> None:
            database = open_database(path, create=False, keys=keys)
            _limit(room)
            try:
                backups.make(database, keys, folder, datetime.now(UTC))
            except (DiskFull, CannotWriteFile):
                say(_FULL)
            database.close()

        lines, status = processes.start(work).end()
        left = [one.name for one in folder.iterdir()] if folder.exists() else []
        tally.add("not refused" if status or lines != [_FULL] else "".join(left))
        path.unlink()
    return tally


def _limited_to(room: int, full: bool) -> None:
    _limit(room if full else None)


def _limit(room: int | None) -> None:
    """No file of this process grows beyond ``room`` bytes."""
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard if room is None else room, hard))


def _filled_up_to(filler: Path, left: int, full: bool) -> None:
    """Take all room of the disk but ``left`` bytes, or give it back."""
    if not full:
        filler.unlink()
        return
    taken = 0
    with filler.open("wb", buffering=0) as file:
        try:
            while file.write(bytes(4096)) == 4096:
                taken += 4096
        except OSError:
            pass
        file.truncate(max(0, taken - left))


@contextmanager
def _small_disk(folder: Path) -> Iterator[bool]:
    folder.mkdir(exist_ok=True)
    mount = ["mount", "-t", "tmpfs", "-o", f"size={_DISK}", "none", str(folder)]
    if not which("mount") or subprocess.run(mount, capture_output=True, check=False).returncode:
        yield False
        return
    try:
        yield True
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def _put(template: Path, path: Path) -> None:
    for beside in path.parent.glob(f"{path.name}*"):
        beside.unlink()
    copyfile(template, path)
