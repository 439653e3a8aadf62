"""Copies in plain text that an office left behind which was encrypted later."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from shutil import rmtree

from mentorapp.domain.errors import OfficeUnavailable
from mentorapp.domain.plain_copies import LeftCopy
from mentorapp.storage import backups, recognition
from mentorapp.storage.backup_folder import backups_of, read_state, replaced_of


def found(office: Path) -> list[LeftCopy]:
    """Backups in both places, and what restores put aside; the newest first. None of an office
    that is in plain text itself, or not there.

    Links are not followed: what they lead to is not ours.
    """
    if not office.exists() or _is_plain(office):
        return []
    second = read_state(office).second
    there = [told for one in _beside(office) for told in _told(one, False)]
    if second is not None:
        there += [told for one in _backups(second) for told in _told(one, True)]
    return sorted(there, key=lambda one: one.made, reverse=True)


def remove(office: Path, copies: Iterable[LeftCopy]) -> list[LeftCopy]:
    """Remove these; gives those that could not be.

    Of what a restore put aside the whole folder goes, log and all.
    """
    return [one for one in copies if not _removed(office, one.path)]


def _removed(office: Path, path: Path) -> bool:
    with suppress(OSError):
        if path.parent.parent == replaced_of(office):
            rmtree(path.parent)
        else:
            path.unlink()
            recognition.slots_path(path).unlink(missing_ok=True)
        return True
    return False


def _beside(office: Path) -> Iterator[Path]:
    yield from _backups(backups_of(office))
    with suppress(OSError):
        for folder in replaced_of(office).iterdir():
            path = folder / office.name
            if not folder.is_symlink() and _is_plain(path):
                yield path


def _backups(folder: Path) -> Iterator[Path]:
    return (one.path for one in backups.in_folder(folder) if _is_plain(one.path))


def _is_plain(path: Path) -> bool:
    with suppress(OSError, OfficeUnavailable):
        return not path.is_symlink() and path.is_file() and recognition.is_plain(path)
    return False


def _told(path: Path, in_second_place: bool) -> Iterator[LeftCopy]:
    """None where it is gone by now: thinned, or on a stick that was pulled out."""
    with suppress(OSError):
        about = path.stat()
        yield LeftCopy(
            path, datetime.fromtimestamp(about.st_mtime, UTC), about.st_size, in_second_place
        )
