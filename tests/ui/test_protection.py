"""The whole window, walked: it tells nowhere where somebody protected is.

Of somebody confidential the form, the person's file and the page of the pair hold what the office
itself works with; of somebody strictly confidential nothing does.
"""

from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile
from typing import TypeVar
from uuid import UUID

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from mentorapp.domain.organisations import Organisation
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.people import Person
from mentorapp.storage import records
from tests.protected_office import GOES_TO, HERE, HOME, LEVELS, SERVICE_PHONE, Kept, keep
from tests.ui.program_window import Start, User, preferences, start, stored
from ui.pair_map.window import MapWindow
from ui.people.dialog import PersonDialog
from ui.widgets.record_file import RecordFile

__all__ = ["preferences", "start"]
R = TypeVar("R", Person, Pairing, Organisation)

NAMES = ("Hanna", "Sanna")
ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)


@pytest.fixture(scope="module", params=LEVELS)
def kept(
    request: pytest.FixtureRequest, _office_template: Path, tmp_path_factory: pytest.TempPathFactory
) -> Kept:
    folder = tmp_path_factory.mktemp("kept")
    copyfile(_office_template, folder / "office.db")
    return keep(folder / "office.db", folder, request.param)


@pytest.fixture
def user(start: Start, qtbot: QtBot, kept: Kept) -> User:
    return User(qtbot, start("--office", str(kept.ctl.office)))


def settle(user: User) -> None:
    """Wait until pages that read themselves a moment after they are seen have done so."""

    def quiet() -> bool:
        if user.program.working:  # to find every timer takes as long as many an answer
            return False
        soon = user.window.findChildren(QTimer)
        return not any(
            one.isActive() and one.isSingleShot() and one.interval() < 200 for one in soon
        )

    user.until(quiet)


def rows_of(model: QAbstractItemModel, under: QModelIndex | None = None) -> Iterator[str]:
    """Every row of a list or a tree as one text, in all that is said of its cells."""
    under = under or QModelIndex()
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(under)
    for row in range(model.rowCount(under)):
        cells = [model.index(row, at, under) for at in range(columns)]
        yield " | ".join(str(one.data(role) or "") for one in cells for role in ROLES)
        if cells:
            yield from rows_of(model, cells[0])


def texts_of(root: QWidget) -> Iterator[str]:
    """All that the widgets below ``root`` show or tell a screen reader, hidden ones too."""
    for widget in (root, *root.findChildren(QWidget)):
        yield widget.windowTitle()
        yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
        match widget:
            case QLabel() | QLineEdit() | QAbstractButton():
                yield widget.text()
            case QPlainTextEdit() | QTextEdit():
                yield widget.toPlainText()
            case QComboBox():
                yield from (widget.itemText(at) for at in range(widget.count()))
            case QAbstractItemView() if widget.model() is not None:
                yield from rows_of(widget.model())


def telling(root: QWidget, marks: tuple[str, ...]) -> list[str]:
    """The texts in which one of the marks stands."""
    found = []
    for text in texts_of(root):
        close = "".join(text.split())
        if any(mark in close for mark in marks) or (
            any(name in text for name in NAMES) and any(place in text for place in GOES_TO)
        ):
            found.append(f"{type(root).__name__}: {text}")
    return found


def walked(user: User, page: QWidget, marks: tuple[str, ...]) -> Iterator[str]:
    """What tells on a page, with each row of each of its lists chosen in turn."""
    yield from telling(page, marks)
    for view in page.findChildren(QAbstractItemView):
        model = view.model()
        if not view.isVisible() or isinstance(view.parent(), QComboBox):
            continue
        for row in range(model.rowCount()):
            view.setCurrentIndex(model.index(row, 0))
            settle(user)
            yield from telling(page, marks)


def test_no_page_and_no_tab_of_the_window_tells_where_they_are(user: User) -> None:
    marks, found, seen = (HERE, SERVICE_PHONE, *HOME), [], 0
    for key in user.program.page_keys:
        page = user.go(key)
        settle(user)
        tabs = page.tabs if hasattr(page, "tabs") else None
        for at in range(tabs.count() if tabs is not None else 1):
            if tabs is not None:
                tabs.setCurrentIndex(at)
                settle(user)
            found += [(key, at, text) for text in walked(user, page, marks)]
            seen += 1
    assert seen > 25
    assert sorted(set(found)) == []


def numbered(kept: Kept, kind: type[R], number: int) -> UUID:
    """The id of the person, pair or organisation with this number."""
    (found,) = stored(kept.ctl.office, lambda tx: records.find(tx, kind, number=number))
    found_id: UUID = found.id
    return found_id


def file_of(user: User, page: str, record_id: UUID) -> Iterator[RecordFile]:
    """The file of somebody or something, on each of its tabs, and then closed."""
    user.go(page).file_wanted.emit(record_id)
    settle(user)
    file = user.dialog(RecordFile)
    for at in range(file.tabs.count()):
        file.tabs.setCurrentIndex(at)
        settle(user)
        yield file
    file.close()
    file.setParent(None)
    file.deleteLater()


@pytest.mark.parametrize("name", NAMES)
def test_the_file_of_a_person_never_tells_the_home_and_a_strict_one_no_place(
    user: User, kept: Kept, name: str
) -> None:
    marks = (HERE, SERVICE_PHONE, *HOME, *GOES_TO) if kept.strict else HOME
    who = numbered(kept, Person, kept.numbers[name])
    seen, said = 0, set()
    for file in file_of(user, "newcomers", who):
        assert name in file.heading.text()
        assert telling(file, marks) == []
        said |= {text for text in texts_of(file) if HERE in text}
        seen += 1
    assert seen > 10
    assert bool(said) is not kept.strict


@pytest.mark.parametrize("name", NAMES)
def test_the_form_alone_holds_the_home_of_somebody_confidential(
    user: User, kept: Kept, name: str
) -> None:
    user.go("newcomers").open_person(numbered(kept, Person, kept.numbers[name]))
    form = user.dialog(PersonDialog)
    settle(user)
    home = telling(form, (HERE, *HOME))
    assert not any(mark in form.windowTitle() for mark in (HERE, name, *HOME))
    form.start_afresh()
    form.close()
    assert bool(home) is not kept.strict


@pytest.mark.parametrize("name", NAMES)
def test_the_page_of_a_pair_never_tells_the_home_and_a_strict_one_no_place(
    user: User, kept: Kept, name: str
) -> None:
    marks = (HERE, *HOME) if kept.strict else HOME
    page = user.go("pairings")
    page.open_pairing(numbered(kept, Pairing, kept.pairs[name]))
    settle(user)
    for at in range(page.file.tabs.count()):
        page.file.tabs.setCurrentIndex(at)
        settle(user)
        assert telling(page, marks) == []
    assert name in page.file.heading.text()


@pytest.mark.parametrize("name", ["Verkstedet", "Laget"])
def test_the_file_of_an_organisation_tells_of_neither_that_they_go_there(
    user: User, kept: Kept, name: str
) -> None:
    where = numbered(kept, Organisation, kept.numbers[name])
    for file in file_of(user, "organisations", where):
        assert name in file.heading.text()
        assert telling(file, (HERE, *HOME, *NAMES)) == []


def test_the_map_has_nobody_of_them_and_counts_them_alone(user: User, kept: Kept) -> None:
    user.click(user.go("pairing").map_button)
    opened = user.dialog(MapWindow)
    opened.filters.scheme.setCurrentIndex(0)
    opened.filters.scheme.activated.emit(0)
    settle(user)
    assert list(walked(user, opened, (HERE, *HOME, *NAMES))) == []
    scene = opened.scene
    assert scene is not None
    assert [spot.place.place for spot in scene.found.spots] == ["Fauske"]
    assert (scene.found.pairs, scene.found.people_missing, scene.found.pairs_missing) == ((), 2, 2)
    for spot in opened.canvas.laid.spots:
        said = opened.canvas.accessibleDescription() + opened.canvas.tip(spot.x, spot.y)
        assert not any(mark in said for mark in (HERE, *HOME, *NAMES))
    opened.close()
