"""An office copied file by file to another place, as it lies there: its keys are not asked for.

For one that lies where it cannot be written: there the log of a program that was killed is not
read either, and an older office not brought up to date. Both are done when the copy is opened.
"""

from contextlib import suppress
from pathlib import Path

from mentorapp.domain.errors import CannotWriteFile, FileTrouble, OfficeNotOpened
from mentorapp.domain.files import trouble_of
from mentorapp.storage import backups, disks
from mentorapp.storage.erasure_file import erasures_path
from mentorapp.storage.key_file import sync_file, sync_folder
from mentorapp.storage.office_lock import alone
from mentorapp.storage.protection_file import protections_path
from mentorapp.storage.recognition import next_path, slots_path


def copy_office(office: Path, target: Path) -> None:
    """Copy it with its log, its keys and its lists, the office itself last. Nothing is written
    over, and of what goes wrong nothing is left.

    Raises OfficeNotOpened where there is none, and CannotWriteFile: also for a place that is as
    unfit, and for an office that somebody writes to meanwhile.
    """
    if not office.is_file():
        raise OfficeNotOpened(office, FileTrouble.NOT_THERE)
    trouble = disks.trouble(target)
    if trouble is not None:
        raise CannotWriteFile(target.name, trouble)
    pairs = [(one, of(target)) for of in _PARTS if (one := of(office)).exists()]
    if any(of(target).exists() for of in _PARTS):
        raise CannotWriteFile(target.name, FileTrouble.IS_THERE)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with alone(target):
            _copy(pairs)
    except OSError as error:
        for _source, copy in pairs:
            with suppress(OSError):  # why it was not copied is what is to be told
                copy.unlink(missing_ok=True)
        raise CannotWriteFile(target.name, trouble_of(error)) from error


def _log(office: Path) -> Path:
    return office.with_name(f"{office.name}-wal")


def _itself(office: Path) -> Path:
    return office


_PARTS = (slots_path, next_path, erasures_path, protections_path, _log, _itself)


def _copy(pairs: list[tuple[Path, Path]]) -> None:
    before = [backups.digest(source) for source, _copy in pairs]
    for source, copy in pairs:
        copy.touch(0o600, exist_ok=False)
        backups.copy_exactly(source, copy)
        sync_file(copy)
    # The log and the file belong together as they were at one moment.
    if [backups.digest(source) for source, _copy in pairs] != before:
        raise OSError
    sync_folder(pairs[-1][1].parent)
