"""The file of key slots beside an encrypted office: written whole or not at all."""

import os
from contextlib import suppress
from pathlib import Path

from mentorapp.domain.errors import CannotWriteFile
from mentorapp.domain.files import trouble_of
from mentorapp.domain.key_errors import SlotsUnreadable
from mentorapp.storage import key_slots
from mentorapp.storage.key_slots import KeySlots, OfficeKeys, as_text, from_text
from mentorapp.storage.recognition import slots_path

#: Some kilobytes for ten coordinators; what is larger was not written by us.
_LARGEST = 1_000_000


def is_encrypted(office: Path) -> bool:
    """Whether keys lie beside the office."""
    return slots_path(office).exists()


def read(office: Path) -> KeySlots:
    """The slots. Raises SlotsUnreadable, also where there are none, or SlotsTooNew."""
    return from_text(_text(office))


def is_whole(office: Path, keys: OfficeKeys) -> bool:
    """Whether nobody without the key has changed the file; see ``key_slots.is_whole``."""
    return key_slots.is_whole(_text(office), keys)


def _text(office: Path) -> str:
    path = slots_path(office)
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
    path = slots_path(office)
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
