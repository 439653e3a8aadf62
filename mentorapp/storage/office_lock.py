"""The lock of an office: one program writes at a time, and others are told which."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from os import W_OK, access, getpid
from pathlib import Path

from filelock import FileLock, Timeout

from mentorapp.domain.errors import OfficeNotOpened, ReadOnlyOffice
from mentorapp.domain.files import trouble_of
from mentorapp.storage import disks


def acquire(path: Path, new: bool) -> tuple[FileLock | None, str]:
    """The lock, or None with the name of who has it (empty when the disk will not be written).

    On a disk that is not this PC's nothing is made and nothing written: see ``disks``.
    """
    far = disks.trouble(path)
    if far and new:
        raise OfficeNotOpened(path, far)
    if far:
        return None, ""
    if new:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as trouble:
            raise OfficeNotOpened(path, trouble_of(trouble)) from trouble
    if not new and not access(path, W_OK):
        return None, ""
    lock = FileLock(f"{path}.lock", timeout=0, thread_local=False)
    try:
        lock.acquire()
        _holder_file(path).write_text(f"{socket.gethostname()}, {getpid()}", encoding="utf-8")
    except Timeout:
        return None, _read_holder(path)
    except OSError as trouble:
        if lock.is_locked:
            lock.release()
        if new:
            raise OfficeNotOpened(path, trouble_of(trouble)) from trouble
        return None, ""
    return lock, ""


def _holder_file(path: Path) -> Path:
    return path.with_name(f"{path.name}.holder")


def _read_holder(path: Path) -> str:
    try:
        return _holder_file(path).read_text(encoding="utf-8")
    except OSError:
        return "?"


def release(path: Path, lock: FileLock) -> None:
    """Let others have the office."""
    _holder_file(path).unlink(missing_ok=True)
    lock.release()


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """The lock of an office that is closed, and perhaps broken or not there: nobody opens it for
    writing meanwhile. Raises ReadOnlyOffice where another program has it, or OfficeNotOpened.
    """
    lock, holder = acquire(path, new=True)
    if lock is None:
        raise ReadOnlyOffice(holder)
    try:
        yield
    finally:
        release(path, lock)
