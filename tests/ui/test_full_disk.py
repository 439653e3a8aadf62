"""A disk that gets full while somebody works in the window: told in a sentence, nothing lost.

A disk is filled in two ways: by a limit on the size of files, which works everywhere, and for real
where one may be mounted. Imports and new offices on a full disk are in
``tests/mentorapp/cli/test_troubles.py``.
"""

import os
import resource
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfile

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.program_window import (
    Start,
    User,
    cells,
    fill_in,
    furnished,
    letters_due,
    mentors_in,
    preferences,
    preview_letters,
    start,
    still_there,
    stored,
)

__all__ = ["furnished", "preferences", "start"]

pytestmark = pytest.mark.skipif(os.name != "posix", reason="limits and mounts of POSIX systems")

Full = Callable[[], AbstractContextManager[None]]


@dataclass(frozen=True, slots=True)
class Disk:
    """A folder, and a block in which nothing more fits there."""

    folder: Path
    full: Full


@contextmanager
def no_file_grows() -> Iterator[None]:
    """No file may grow beyond one page: what a full disk looks like to a program."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def filled(folder: Path) -> Iterator[None]:
    """Fill what is left of a disk, and make room again."""
    ballast = folder / "ballast"
    with ballast.open("wb", buffering=0) as file:
        for size in (4096, 1):
            try:
                while True:
                    file.write(bytes(size))
            except OSError:
                continue
    try:
        yield
    finally:
        ballast.unlink()


@pytest.fixture(params=["limit", "mounted"])
def disk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Disk]:
    """A disk that gets full: a limit on files, and the real thing where one may be mounted."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if request.param == "limit":
        yield Disk(folder, no_file_grows)
        return
    mount = ["mount", "-t", "tmpfs", "-o", "size=3m", "none", str(folder)]
    if (
        not shutil.which("mount")
        or subprocess.run(mount, capture_output=True, check=False).returncode
    ):
        pytest.skip("may not mount a disk here")
    yield Disk(folder, lambda: filled(folder))
    subprocess.run(["umount", str(folder)], check=True)


def test_a_form_on_a_full_disk_stays_open_and_saves_when_there_is_room(
    disk: Disk, start: Start, qtbot: QtBot, furnished: Path
) -> None:
    file = disk.folder / "office.db"
    copyfile(furnished, file)
    user = User(qtbot, start("--office", str(file)))
    form = fill_in(user)

    with disk.full():
        user.save(form)
        assert form.message_bar.text == (
            "The disk is full. Nothing was saved, but some room was kept for this: save once more "
            "now, and then free some space."
        )
        assert still_there(form)
        page = user.go("newcomers")  # what is stored can still be read
        user.until(lambda: len(cells(page)) == 7)
    assert "Ragnhild Østby" not in mentors_in(file)

    user.save(form)

    assert mentors_in(file).count("Ragnhild Østby") == 1
    page = user.go("mentors")
    user.until(lambda: len(cells(page)) == 6)


def test_a_letter_on_a_full_disk_is_not_half_written_and_stays_due(
    disk: Disk, start: Start, qtbot: QtBot, furnished: Path
) -> None:
    (disk.folder / "brev.pdf").write_bytes(b"what was there before")
    user = User(qtbot, start("--office", str(furnished)))
    page = preview_letters(user)

    with disk.full():
        assert not page.pdf.save_as(disk.folder / "brev.pdf")
        user.settle()
    assert "“brev.pdf” could not be written" in page.pdf.message_bar.text
    assert "The disk is full." in page.pdf.message_bar.text
    assert [path.name for path in disk.folder.iterdir()] == ["brev.pdf"]
    assert (disk.folder / "brev.pdf").read_bytes() == b"what was there before"
    assert len(stored(furnished, letters_due)) == 2

    user.choosing(disk.folder / "all.pdf", page.pdf.save_button)

    assert (disk.folder / "all.pdf").read_bytes().startswith(b"%PDF")
    assert stored(furnished, letters_due) == []


@pytest.mark.parametrize("disk", ["mounted"], indirect=True)
def test_a_letter_that_could_not_be_recorded_stays_due_and_says_so(
    disk: Disk, start: Start, qtbot: QtBot, furnished: Path, tmp_path: Path
) -> None:
    file = disk.folder / "office.db"
    copyfile(furnished, file)
    user = User(qtbot, start("--office", str(file)))
    page = preview_letters(user)
    paper = tmp_path / "paper"  # on another disk, which has room
    paper.mkdir()

    with disk.full():
        user.choosing(paper / "first.pdf", page.pdf.save_button)
        said = page.message_bar.text
    assert "The disk is full. Nothing was saved" in said
    assert (paper / "first.pdf").exists()
    assert len(stored(file, letters_due)) == 2

    user.choosing(paper / "second.pdf", page.pdf.save_button)
    assert stored(file, letters_due) == []
