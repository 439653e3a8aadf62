"""Links laid in the way of what the program writes: what they lead to stays as it is."""

import random
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import copyfile
from uuid import UUID

from benchmarks.made_offices import ACTOR
from faults.intentions import furnished
from faults.results import Result, Size, Tally
from mentorapp.domain.errors import Refused
from mentorapp.operations import restoring
from mentorapp.operations.files import write_whole
from mentorapp.storage import backups, key_file
from mentorapp.storage.database import open_database
from mentorapp.storage.key_slots import KeySlots, OfficeKeys, Way
from mentorapp.storage.recognition import slots_path

_NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)
_STAMP = "office-20261123T080000Z.backup"
_BESIDE = (
    "office.db.keys.part", "office.db.erased", "office.db.erased.part", "office.db.backups",
    "office.db.restoring", "office.db.replaced", ".list.csv.part",
    *(f"first/{name}" for name in (_STAMP, f"{_STAMP}.part", f"{_STAMP}.keys",
                                   f"{_STAMP}.keys.part", "office.erased", "office.erased.part")),
    "second", f"second/{_STAMP}", f"second/{_STAMP}.part", f"second/{_STAMP}.keys",
)  # fmt: skip


def results(folder: Path, size: Size) -> Sequence[Result]:
    """Backups, restores, key slots and files out, each with links where they write."""
    keys = OfficeKeys.new()
    template = furnished(folder / "template.db", keys)
    rnd, tally = random.Random(1), Tally()
    for at in range(size.of(300, 10)):
        place = folder / f"place-{at}"
        place.mkdir()
        tally.add(_one(place, template, keys, rnd))
    return [
        tally.result("links in the folders of the office and its backups: nothing written through")
    ]


def _one(place: Path, template: Path, keys: OfficeKeys, rnd: random.Random) -> str:
    victim, victims = place / "victim.txt", place / "victims"
    victim.write_text("not ours", encoding="utf-8")
    victims.mkdir()
    (victims / "kept.txt").write_text("not ours", encoding="utf-8")
    office = place / "office.db"
    copyfile(template, office)
    slots = KeySlots.new(UUID(int=7)).with_secret(keys, Way.RECOVERY, bytes(20))
    key_file.write(office, slots, keys)
    for name in rnd.sample(_BESIDE, rnd.randrange(1, 5)):
        link = place / name
        if link.parent.is_symlink():
            continue  # that folder is a link already, and leads nowhere
        link.parent.mkdir(exist_ok=True)
        if not link.exists() and not link.is_symlink():
            link.symlink_to(victim)
    with suppress(Refused):
        _work(place, office, keys, slots)
    kept = [one.read_text(encoding="utf-8") for one in (victim, victims / "kept.txt")]
    return "" if kept == ["not ours", "not ours"] else "written through a link"


def _work(place: Path, office: Path, keys: OfficeKeys, slots: KeySlots) -> None:
    database = open_database(office, create=False, keys=keys)
    try:
        made = backups.make(database, keys, place / "first", _NOW)
        with suppress(Refused):
            backups.copied(made, place / "second")
    finally:
        database.close()
    with suppress(Refused):
        write_whole(place / "list.csv", b"Navn")
    key_file.write(office, slots.with_secret(keys, Way.KEYRING, bytes(32)), keys)
    restoring.restore(made.path, office, keys, ACTOR, _NOW + timedelta(minutes=1))
    backups.thin(place / "first", _NOW + timedelta(days=900))
    slots_path(office).stat()
