"""Encrypted copies of before an office got other keys: what was taken away then opens them."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from mentorapp.domain.plain_copies import LeftCopy
from mentorapp.storage import backups, engines, recognition
from mentorapp.storage.backup_folder import backups_of, read_state, replaced_of
from mentorapp.storage.key_slots import OfficeKeys


def found(office: Path, keys: OfficeKeys) -> list[LeftCopy]:
    """Backups in both places, and what restores put aside, that these keys do not open; the newest
    first.

    None that was made after one which they do open: a backup of before was restored then, and
    what it took the place of is not old. Links are not followed: what they lead to is not ours.
    """
    second = read_state(office).second
    there = [*_in(backups_of(office), False), *_replaced(office)]
    if second is not None:
        there += _in(second, True)
    opened = {one.path for one in there if engines.fit(one.path, keys)}
    first = min((one.made for one in there if one.path in opened), default=None)
    left = [one for one in there if one.path not in opened and (not first or one.made < first)]
    return sorted(left, key=lambda one: one.made, reverse=True)


def _in(folder: Path, second: bool) -> Iterator[LeftCopy]:
    for one in backups.in_folder(folder):
        if _is_encrypted(one.path):
            yield LeftCopy(one.path, one.made, one.size, second)


def _replaced(office: Path) -> Iterator[LeftCopy]:
    with suppress(OSError):
        for folder in replaced_of(office).iterdir():
            path = folder / office.name
            with suppress(OSError):
                if not folder.is_symlink() and _is_encrypted(path):
                    about = path.stat()
                    made = datetime.fromtimestamp(about.st_mtime, UTC)
                    yield LeftCopy(path, made, about.st_size, False)


def _is_encrypted(path: Path) -> bool:
    """What has no keys beside it is no copy that a passphrase opens."""
    with suppress(OSError):
        slots = recognition.slots_path(path)
        return not path.is_symlink() and path.is_file() and slots.is_file()
    return False
