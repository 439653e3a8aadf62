"""The whole window on the example office: everything fits, can be hit and reached, says its name.

Once with every text two fifths longer on the screen of a laptop, once on a small screen. Whatever
stands in front is bounded by its least size: the screen of the tests has another one.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from mentorapp.words import Words
from tests.ui.fitting import cut_texts, out_of_order, outside_of_parents, small_targets
from tests.ui.naming import nameless, out_of_reach, read_as_markup
from tests.ui.program_window import Start, main_window, preferences, start
from tests.ui.walking import LongWords, Walk, nothing_outside

__all__ = ["nothing_outside", "preferences", "start"]

LAPTOP, SMALL = (1366, 728), (1024, 600)
_CHECKS: tuple[Callable[[QWidget], list[str]], ...] = (
    cut_texts,
    outside_of_parents,
    small_targets,
    out_of_order,
    nameless,
    out_of_reach,
    read_as_markup,
)


def least_size(root: QWidget) -> tuple[int, int]:
    """What a place takes at least: of tabs, the one that is shown."""
    window, hint = root.window(), root.minimumSizeHint()
    tabs = next((one for one in root.findChildren(QTabWidget) if one.isVisible()), None)
    shown = tabs.currentWidget() if tabs is not None else None
    if root.isWindow() or tabs is None or shown is None:
        return hint.width(), hint.height()
    around = window.height() - shown.height()
    inside = shown.minimumSizeHint()
    return inside.width() + window.width() - shown.width(), inside.height() + around


@pytest.mark.parametrize(
    ("spoken", "size"),
    [
        pytest.param(LongWords, LAPTOP, id="long"),
        pytest.param(Words, SMALL, id="small", marks=pytest.mark.slow),
    ],
)
def test_everything_fits_can_be_hit_and_comes_in_order(
    start: Start,
    qtbot: QtBot,
    example: Path,
    monkeypatch: pytest.MonkeyPatch,
    nothing_outside: None,
    spoken: type[Words],
    size: tuple[int, int],
) -> None:
    monkeypatch.setattr("ui.__main__.Words", spoken)
    walk = Walk(qtbot, start("--office", str(example)))
    window = main_window(walk.program)
    wrong: list[str] = []

    def visit(name: str, root: QWidget) -> None:
        across, down = least_size(root)
        room = size if not root.isWindow() else (size[0], size[1] - 40)
        if across > room[0] or down > room[1]:
            wrong.append(f"{name}: takes {across}×{down}")
        if root.isWindow():
            root.resize(min(root.width(), room[0]), min(root.height(), room[1]))
        else:
            window.resize(*size)
        QApplication.processEvents()
        for check in _CHECKS:
            wrong.extend(f"{name}: {check.__name__}: {found}" for found in check(root))

    window.resize(*size)
    walk.everywhere(visit)
    assert not wrong, "\n".join(wrong)
    assert walk.kept_alive == []
    assert {"PersonDialog", "ImportDialog", "EventWindow", "SchemeDialog"} <= walk.opened
