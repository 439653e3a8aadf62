"""Single bits that flip on the disk: told when the office is checked, and never taken for data."""

import random
from collections.abc import Callable, Sequence
from contextlib import closing
from functools import partial
from itertools import islice
from pathlib import Path
from uuid import UUID

from faults import processes
from faults.intentions import committed, furnished
from faults.invariants import everything, trouble
from faults.processes import Say
from faults.results import Result, Size, Tally
from mentorapp.domain.errors import Refused
from mentorapp.storage import key_file
from mentorapp.storage.database import open_database
from mentorapp.storage.key_slots import KeySlots, OfficeKeys, Way, as_text, is_whole
from mentorapp.storage.recognition import slots_path

_RECOVERY = bytes(range(20))


def results(folder: Path, size: Size) -> Sequence[Result]:
    """The encrypted office, its key slots, and the plain office as the control."""
    keys = OfficeKeys.new()
    encrypted = _of_office(folder / "encrypted.db", keys, size.of(1000, 10))
    plain = _of_office(folder / "plain.db", None, size.of(1000, 40))
    return [
        encrypted.result(
            "a bit flips in an encrypted office: told by the check, or without effect"
        ),
        plain.result(
            "the same in an office that is not encrypted, which has no codes", control=True
        ),
        _of_log(folder / "killed.db", keys, size.of(500)),
        _of_slots(folder / "slots.db", keys, size.of(1000)).result(
            "a bit flips in the key slots: refused, or the seal tells, or the same keys come out"
        ),
    ]


def _of_office(path: Path, keys: OfficeKeys | None, times: int) -> Tally:
    furnished(path, keys)
    database = open_database(path, keys=keys)
    list(islice(committed(database, 5), 40))
    right = everything(database)
    database.close()

    def judge(copy: Path) -> str:
        try:
            opened = open_database(copy, create=False, keys=keys)
        except Refused:
            return ""
        try:
            opened.check()
            return "" if everything(opened) == right else "wrong data, and nothing told of it"
        except Refused:
            return ""
        finally:
            opened.close()

    return _flipped(path.read_bytes(), path.with_name("flipped.db"), times, judge)


def _of_log(path: Path, keys: OfficeKeys, times: int) -> Result:
    """The log of a program that was killed: it ends where a bit is wrong, which is told."""
    furnished(path, keys)
    said, _status = processes.start(partial(_saved_and_left, path, keys)).end()
    log = path.with_name(f"{path.name}-wal")
    office, lost = path.read_bytes(), 0

    def judge(wal: Path) -> str:
        nonlocal lost
        copy = wal.with_name(wal.name.removesuffix("-wal"))
        copy.write_bytes(office)
        with closing(open_database(copy, create=False, keys=keys)) as opened:
            told = opened.warning is not None
        wrong = trouble(copy, keys, said)
        lost += "is lost" in wrong
        if told is not ("is lost" in wrong):
            return f"{wrong or 'nothing is lost'}, told: {told}"
        return "" if told else wrong

    tally = _flipped(log.read_bytes(), path.with_name("flipped.db-wal"), times, judge)
    return tally.result(
        "a bit flips in the log of a program that was killed: no wrong data, nothing by halves, "
        "and told where something is gone",
        f"in {lost:,} what was saved after it is gone",
    )


def _saved_and_left(path: Path, keys: OfficeKeys, say: Say) -> None:
    for line in islice(committed(open_database(path, keys=keys), 5), 40):
        say(line)


def _of_slots(office: Path, keys: OfficeKeys, times: int) -> Tally:
    slots = KeySlots.new(UUID(int=7))
    for at in range(4):
        slots = slots.with_secret(keys, Way.KEYRING, bytes([at] * 32), f"holder {at}")
    slots = slots.with_secret(keys, Way.RECOVERY, _RECOVERY)

    def judge(path: Path) -> str:
        try:
            found = key_file.read(office)
            opened = found.opened_by_secret(Way.RECOVERY, _RECOVERY)
        except Refused:
            return ""
        if opened.keys != keys:
            return "other keys came out"
        unseen = found != slots and is_whole(path.read_text(encoding="utf-8"), keys)
        return "a changed slot passes for whole" if unseen else ""

    return _flipped(as_text(slots, keys).encode(), slots_path(office), times, judge)


def _flipped(data: bytes, path: Path, times: int, judge: Callable[[Path], str]) -> Tally:
    """``times`` copies of ``data`` with one bit turned in each, written to ``path`` and judged."""
    rnd, tally = random.Random(times), Tally()
    for _each in range(times):
        bad = bytearray(data)
        bad[rnd.randrange(len(bad))] ^= 1 << rnd.randrange(8)
        for beside in path.parent.glob(f"{path.name}*"):
            beside.unlink()
        path.write_bytes(bad)
        tally.add(judge(path))
    return tally
