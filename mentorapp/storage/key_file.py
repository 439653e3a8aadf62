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
from mentorapp.storage.recognition import is_plain, next_path, slots_path, without_slots

#: Some kilobytes for ten coordinators; what is larger was not written by us.
_LARGEST = 1_000_000


def is_encrypted(office: Path) -> bool:
    """Whether keys lie beside the office; what lies for one in plain text is not its own yet.

    Where nothing can be asked of the folder, opening the office says why.
    """
    try:
        waiting = next_path(office).exists() and not is_plain(office)
        return waiting or slots_path(office).exists()
    except OSError:
        return False


def read(office: Path) -> KeySlots:
    """The slots. Raises SlotsUnreadable, also where there are none, or SlotsTooNew."""
    try:
        return from_text(_text(slots_path(office)))
    except SlotsUnreadable as error:
        raise without_slots(office) from error


def opened(office: Path, way_in: Callable[[KeySlots], Opened]) -> Opened:
    """The keys as ``way_in`` gets them out of the slots that belong to the file.

    A program that was killed while the office got new keys may have left the old slots in place
    beside a new file: the file tells which are right. Nothing on the disk is changed, as another
    program may be giving the office new keys at this moment. Raises NoSlotOpens besides what
    ``read`` does, and SlotsUnreadable where somebody without the key has changed the slots.
    """
    if next_path(office).exists() and not is_plain(office):
        return _of_either(office, way_in)
    found = way_in(read(office))
    if not is_whole(office, found.keys):
        raise without_slots(office)
    return found


def _of_either(office: Path, way_in: Callable[[KeySlots], Opened]) -> Opened:
    for path in (slots_path(office), next_path(office)):
        with suppress(NoSlotOpens, SlotsUnreadable):
            text = _text(path)
            found = way_in(from_text(text))
            # Waiting ones may have been left there: they are right only until others have the key.
            if engines.fit(office, found.keys) and text == whole_text(office, found.keys):
                return found
    raise NoSlotOpens


def settle(office: Path, keys: OfficeKeys) -> None:
    """Have the slots that belong to the file in their place, and none waiting beside.

    For whoever has the office's lock, with the ``keys`` that opened it. What cannot be done now
    waits for the next one.
    """
    if not next_path(office).exists():
        return
    with suppress(OSError, SlotsUnreadable):
        if _belonging(office, keys)[0] == slots_path(office):
            next_path(office).unlink()
        else:
            next_path(office).replace(slots_path(office))
        sync_folder(office.parent)


def whole(office: Path, keys: OfficeKeys) -> KeySlots:
    """The slots of an office that is open. Raises SlotsUnreadable where they were changed."""
    return from_text(whole_text(office, keys))


def whole_text(office: Path, keys: OfficeKeys) -> str:
    """The content of the slots that belong to these keys. Raises SlotsUnreadable."""
    return _belonging(office, keys)[1]


def is_whole(office: Path, keys: OfficeKeys) -> bool:
    """Whether there are slots for the keys that nobody without them has changed."""
    try:
        _belonging(office, keys)
    except SlotsUnreadable:
        return False
    return True


def _belonging(office: Path, keys: OfficeKeys) -> tuple[Path, str]:
    for path in (slots_path(office), next_path(office)):
        with suppress(SlotsUnreadable, ValueError, AttributeError):  # no JSON, or no object
            text = _text(path)
            if key_slots.is_whole(text, keys):
                return path, text
    raise SlotsUnreadable


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
    with suppress(OSError):  # those in place are the right ones whatever waits beside
        next_path(office).unlink(missing_ok=True)


def put_back(office: Path, copy: Path) -> None:
    """Put the slots of a backup in the place of those that are lost; damaged ones stay beside.

    Raises SlotsUnreadable and SlotsTooNew for the copy, and CannotWriteFile.
    """
    text, there = _text(copy), slots_path(office)
    from_text(text)
    try:
        if there.exists():
            there.replace(there.with_name(f"{there.name}.damaged"))
    except OSError as error:
        raise CannotWriteFile(there.name, trouble_of(error)) from error
    _write_text(there, text)


def write_next(office: Path, slots: KeySlots, keys: OfficeKeys) -> None:
    """Put aside the slots of a file that is about to take the office's place."""
    _write(next_path(office), slots, keys)


def take_next(office: Path, slots: KeySlots, keys: OfficeKeys) -> None:
    """The file has taken the office's place: its slots are the office's now.

    Where they cannot be put there yet those waiting are as good. Raises CannotWriteFile where
    there are none either: whoever has the office open is then the only one who can.
    """
    try:
        # First the file: after a power cut the old one with the new slots would open to nobody.
        sync_folder(office.parent)
        write(office, slots, keys)
    except (OSError, CannotWriteFile) as error:
        if is_whole(office, keys):
            return
        if isinstance(error, OSError):
            raise CannotWriteFile(slots_path(office).name, trouble_of(error)) from error
        raise


def _write(path: Path, slots: KeySlots, keys: OfficeKeys) -> None:
    _write_text(path, as_text(slots, keys))


def _write_text(path: Path, text: str) -> None:
    aside = path.with_name(f"{path.name}.part")
    try:
        aside.unlink(missing_ok=True)
        aside.touch(0o600, exist_ok=False)
        with aside.open("w", encoding="utf-8") as file:
            file.write(text)
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
