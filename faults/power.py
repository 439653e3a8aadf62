"""Power cuts, simulated: whatever of the last moments reached the disk, nothing saved is lost.

A real run of the program is written down write by write, and cut at random points.
"""

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from uuid import UUID

from faults.intentions import furnished
from faults.invariants import trouble
from faults.power_journal import Disk, read
from faults.results import Result, Size, Tally, skipped
from mentorapp.domain.errors import Refused
from mentorapp.storage import backups, key_file
from mentorapp.storage.backup_folder import replaced_of
from mentorapp.storage.key_slots import KeySlots, OfficeKeys, Way, is_whole
from mentorapp.storage.recognition import slots_path

_CLAIM = "power cut while saving, encrypted office: no saved change lost, no half one, file sound"
_SHIM = Path(__file__).with_name("power_shim.c")
_WRITER = (sys.executable, "-m", "faults.power_writer")
#: A control must see what happens in four of ten.
_FEWEST = 20
#: Office, keys and what was said before the cut: what is wrong with what is left.
_Judge = Callable[[Path, OfficeKeys, list[str]], str]


def results(folder: Path, size: Size) -> Sequence[Result]:
    """The program as it is, less careful ones as controls, and the files beside the office."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None or sys.platform != "linux":
        return [skipped(_CLAIM, "needs Linux and a C compiler")]
    shim = folder / "shim.so"
    subprocess.run(
        [compiler, "-O1", "-shared", "-fPIC", "-o", str(shim), str(_SHIM), "-ldl"], check=True
    )
    run = _Runs(folder, shim, size)
    return [
        run.cut("save", partial(trouble, torn=True), 2000, 300).result(_CLAIM),
        run.cut("save", trouble, 300, 60, "NORMAL").result(
            "the same with synchronous = NORMAL", control=True
        ),
        run.cut("save", trouble, 300, 60, "OFF").result(
            "the same with synchronous = OFF", control=True
        ),
        run.cut("change_keys", _keys_trouble, 500, 40).result(
            "power cut while keys are changed: the slots are the old ones or the new ones, whole"
        ),
        run.cut("back_up", _backup_trouble, 500, 20).result(
            "power cut while backups are made: every one that was told is there, whole, with keys"
        ),
        run.cut("restore", _restore_trouble, 500, 6).result(
            "power cut while a backup is restored: the new office, or the old one where it was put"
        ),
    ]


class _Runs:
    """Real runs of the program, each cut at many points."""

    def __init__(self, folder: Path, shim: Path, size: Size) -> None:
        self._folder, self._shim, self._size = folder, shim, size
        self._keys = OfficeKeys.new()

    def cut(self, what: str, judge: _Judge, times: int, count: int, synchronous: str = "") -> Tally:
        """``count`` things done, cut ``times`` times in the full form."""
        live = self._folder / f"{what}-{synchronous}"
        live.mkdir()
        office = furnished(live / "office.db", self._keys)
        slots = KeySlots.new(UUID(int=7)).with_secret(self._keys, Way.RECOVERY, bytes(20))
        key_file.write(office, slots, self._keys)
        start = {str(path): path.read_bytes() for path in live.iterdir() if path.is_file()}
        journal = self._folder / f"{what}-{synchronous}.journal"
        self._written_down(what, office, journal, self._size.of(count, 10), synchronous)
        events, names = read(journal)
        rnd = random.Random(times)
        first = next(at for at, event in enumerate(events) if event.kind == "A")
        times = self._size.of(times, _FEWEST)
        points = sorted(rnd.randrange(first + 1, len(events) + 1) for _ in range(times))
        disk, tally, done = Disk(str(live), start, names), Tally(), 0
        for point in points:
            for event in events[done:point]:
                disk.happen(event)
            done = point
            tally.add(self._judged(disk, judge, rnd))
        return tally

    def _written_down(
        self, what: str, office: Path, journal: Path, count: int, synchronous: str
    ) -> None:
        watched = {
            "LD_PRELOAD": str(self._shim),
            "POWER_FOLDER": str(office.parent),
            "POWER_JOURNAL": str(journal),
        }
        subprocess.run(
            [*_WRITER, what, str(office), "3", str(count), synchronous],
            input=f"{self._keys.office.hex()} {self._keys.salt.hex()}".encode(),
            env={**os.environ, **watched},
            stdout=subprocess.DEVNULL,
            check=True,
        )

    def _judged(self, disk: Disk, judge: _Judge, rnd: random.Random) -> str:
        found = self._folder / "found"
        shutil.rmtree(found, ignore_errors=True)
        found.mkdir()
        for name, data in disk.cut(rnd):
            path = found / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        said = disk.said.decode().split("\n")[:-1]
        return judge(found / "office.db", self._keys, said)


def _keys_trouble(office: Path, keys: OfficeKeys, said: list[str]) -> str:
    try:
        slots = key_file.read(office)
    except Refused as refused:
        return f"slots: {type(refused).__name__}"
    if not is_whole(slots_path(office).read_text(encoding="utf-8"), keys):
        return "slots without their seal"
    return "" if len(slots.slots) >= int(said[-1]) else "a way in that was told is lost"


def _backup_trouble(office: Path, keys: OfficeKeys, said: list[str]) -> str:
    found = [office.parent / Path(line).parent.name / Path(line).name for line in said]
    there = {
        one.path
        for place in ("first", "second")
        for one in backups.in_folder(office.parent / place)
    }
    if not there.issuperset(found):
        return "a backup that was told is lost"
    for path in there:
        if not _is_sound(path, keys):
            return "a damaged backup"
        if wrong := _keys_trouble(path, keys, ["1"]):
            return f"keys of a backup: {wrong}"
    return ""


def _restore_trouble(office: Path, keys: OfficeKeys, _said: list[str]) -> str:
    """Whoever starts the program next finds an office, or is offered the backup and the old one."""
    if not all(_is_sound(one.path, keys) for one in backups.in_folder(office.parent / "first")):
        return "the backup is damaged"
    if office.exists():
        return trouble(office, keys, [])
    put_away = sorted(replaced_of(office).glob("*/office.db"))
    return "" if put_away and _is_sound(put_away[-1], keys) else "no office and no old one"


def _is_sound(path: Path, keys: OfficeKeys) -> bool:
    try:
        backups.check(path, keys)
    except Refused:
        return False
    return True
