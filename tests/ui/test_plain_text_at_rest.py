"""Nothing of an encrypted office lies in plain text on the disk while the window is used."""

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mentorapp.operations import keys, offices
from tests.encrypted_offices import FIRST, MONAS, QUICK
from tests.ui.program_window import Start, idle, preferences, start, type_text
from tests.ui.test_shown_as_text import mark_everything
from tests.ui.walking import Walk, nothing_outside
from ui.unlocking.window import UnlockWindow

__all__ = ["nothing_outside", "preferences", "start"]

#: Behind every text that somebody typed.
MARK = " ZZHEMMELIG"
_WRITTEN = tuple(MARK.strip().encode(one) for one in ("utf-8", "utf-16-le", "utf-16-be"))


@pytest.fixture
def places(tmp_path: Path, fresh_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Home, settings and what is written for a moment, all below one folder."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(temporary))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return tmp_path


def in_plain_text(folder: Path) -> Iterator[str]:
    """Files that hold the mark, or have it in their name."""
    for path in folder.rglob("*"):
        if MARK.strip() in path.name:
            yield f"name: {path}"
        if path.is_file() and any(one in path.read_bytes() for one in _WRITTEN):
            yield str(path.relative_to(folder))


@pytest.mark.slow
def test_a_whole_walk_through_an_encrypted_office_leaves_nothing_in_plain_text(
    places: Path,
    example: Path,
    start: Start,
    qtbot: QtBot,
    nothing_outside: None,
    record_property: Callable[[str, object], None],
) -> None:
    assert mark_everything(example, MARK) > 60
    assert list(in_plain_text(places)) == ["example.db"]  # whoever looks sees it where it is
    database = offices.open_office(example)
    keys.encrypt(database, FIRST, stretching=QUICK)
    database.close()
    assert list(in_plain_text(places)) == []

    program = start("--office", str(example))
    window = program.window
    assert isinstance(window, UnlockWindow)
    type_text(window.passphrase.line, MONAS)
    qtbot.keyClick(window.passphrase.line, Qt.Key.Key_Return)
    idle(qtbot, program)
    walk = Walk(qtbot, program)
    seen: list[str] = []
    walk.everywhere(lambda name, _root: seen.append(name))
    found = list(in_plain_text(places))  # while it runs: log, backups, settings, what is temporary
    program.close_office()

    assert len(seen) > 100
    assert [*found, *in_plain_text(places)] == []
    record_property("runs", len(seen))
