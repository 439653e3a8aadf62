"""The file of key slots beside an encrypted office: written whole or not at all."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from mentorapp.domain.errors import CannotWriteFile
from mentorapp.domain.files import trouble_of
from mentorapp.domain.key_errors import NoSlotOpens, SlotsUnreadable
from mentorapp.storage import engines, key_slots
from mentorapp.storage.key_slots import KeySlots, OfficeKeys, Opened, as_text, from_text
from mentorapp.storage.recognition import is_plain, slots_path

#: Some kilobytes for ten coordinators; what is larger was not written by us.
_LARGEST = 1_000_000


def is_encrypted(office: Path) -> bool:
    """Whether keys lie beside the office; what lies for one in plain text is not its own yet."""
    waiting = _next_path(office).exists() and not is_plain(office)
    return waiting or slots_path(office).exists()


def read(office: Path) -> KeySlots:
    """The slots. Raises SlotsUnreadable, also where there are none, or SlotsTooNew."""
    return from_text(_text(slots_path(office)))


def opened(office: Path, way_in: Callable[[KeySlots], Opened]) -> Opened:
    """The keys as ``way_in`` gets them out of the slots that belong to the file.

    A program that was killed while the office got new keys may have left the old slots in place
    beside a new file: then the new ones are put there. Raises NoSlotOpens besides what ``read``
    does, and SlotsUnreadable where somebody without the key has changed the slots.
    """
    if not _next_path(office).exists() or is_plain(office):
        found = way_in(read(office))
    else:
        found = _of_either(office, way_in)
    if not is_whole(office, found.keys):
        raise SlotsUnreadable
    return found


def _of_either(office: Path, way_in: Callable[[KeySlots], Opened]) -> Opened:
    waiting = _next_path(office)
    for path in (waiting, slots_path(office)):
        with suppress(NoSlotOpens, SlotsUnreadable):
            found = way_in(from_text(_text(path)))
            if engines.fit(office, found.keys):
                if path is waiting:
                    take_next(office)
                else:
                    waiting.unlink()
                return found
    raise NoSlotOpens


def whole(office: Path, keys: OfficeKeys) -> KeySlots:
    """The slots of an office that is open. Raises SlotsUnreadable where they were changed."""
    if not is_whole(office, keys):
        raise SlotsUnreadable
    return read(office)


def is_whole(office: Path, keys: OfficeKeys) -> bool:
    """Whether nobody without the key has changed the file; see ``key_slots.is_whole``."""
    return key_slots.is_whole(_text(slots_path(office)), keys)


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > _LARGEST:
            raise SlotsUnreadable
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SlotsUnreadable from error


def write(office: Path, slots: KeySlots, keys: OfficeKeys) -> None:
    """Put the slots in place of those before, on the disk when this returns.

    Written aside and renamed: a power cut leaves the old ones or the new ones, never a half.
    Raises CannotWriteFile.
    """
    _write(slots_path(office), slots, keys)


def write_next(office: Path, slots: KeySlots, keys: OfficeKeys) -> None:
    """Put aside the slots of a file that is about to take the office's place."""
    _write(_next_path(office), slots, keys)


def take_next(office: Path) -> None:
    """The file has taken the office's place: its slots are the office's now. Raises OSError."""
    _next_path(office).replace(slots_path(office))
    sync_folder(office.parent)


def _next_path(office: Path) -> Path:
    return office.with_name(f"{slots_path(office).name}.next")


def _write(path: Path, slots: KeySlots, keys: OfficeKeys) -> None:
    aside = path.with_name(f"{path.name}.part")
    try:
        aside.unlink(missing_ok=True)
        aside.touch(0o600, exist_ok=False)
        with aside.open("w", encoding="utf-8") as file:
            file.write(as_text(slots, keys))
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        with suppress(OSError):  # why it was not written is what is to be told
            aside.unlink(missing_ok=True)
        raise CannotWriteFile(path.name, trouble_of(error)) from error


def sync_file(path: Path) -> None:
    """Have what was written to the file on the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def remove(office: Path) -> None:
    """Take the keys away from an office that was not made after all. Raises OSError."""
    slots_path(office).unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Have the names in the folder on the disk, where the system knows how (Windows need not)."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
