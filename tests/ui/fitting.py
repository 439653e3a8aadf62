"""What does not fit, cannot be hit or is walked in disorder, in whatever widget is handed over."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QCalendarWidget,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollBar,
    QTabBar,
    QToolButton,
    QWidget,
)

#: WCAG 2.5.8: so many pixels at least, both ways.
TARGET = 24
#: What Tab may go through before it counts as caught.
_MANY = 400


def seen(root: QWidget) -> Iterator[QWidget]:
    """What is shown in the root, without the insides of what Qt composes itself."""
    for widget in root.findChildren(QWidget):
        ours = not isinstance(widget, QScrollBar) and not _inside_of_qt(widget)
        if widget.isVisible() and ours and widget.window() is root.window():
            yield widget


def _inside_of_qt(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    if isinstance(parent, QAbstractSpinBox | QComboBox | QTabBar):
        return True
    while parent is not None and not isinstance(parent, QCalendarWidget):
        parent = parent.parentWidget()
    return parent is not None


def described(widget: QWidget) -> str:
    """Enough to find it by."""
    own = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    text = own or widget.accessibleName()
    return f"{type(widget).__name__} in {type(widget.parent()).__name__}: {text[:60]!r}"


def cut_texts(root: QWidget) -> list[str]:
    """Words that have less room than they need, where no tooltip has them whole."""
    found = []
    for widget in seen(root):
        match widget:
            case QLabel():
                text, cut = widget.text(), _label_cut(widget)
            case QPushButton() | QToolButton() | QCheckBox() | QRadioButton():
                text = widget.text()
                least = widget.sizeHint()
                cut = widget.width() < least.width() or widget.height() < least.height() - 1
            case QComboBox():
                text = widget.currentText()
                cut = widget.fontMetrics().horizontalAdvance(text) > widget.width() - 36
            case _:
                continue
        if cut and text and not widget.toolTip():
            found.append(described(widget))
    return found


def _label_cut(label: QLabel) -> bool:
    room = label.contentsRect()
    flags = Qt.TextFlag.TextWordWrap.value if label.wordWrap() else 0
    within = QRect(0, 0, room.width(), 10_000)
    needed = label.fontMetrics().boundingRect(within, flags, label.text())
    return needed.width() > room.width() + 1 or needed.height() > room.height() + 2


def outside_of_parents(root: QWidget) -> list[str]:
    """What reaches out of what it stands in, where one cannot scroll to it."""
    return [
        described(widget)
        for widget in seen(root)
        if not widget.isWindow() and not _scrolled(widget) and not _inside_parent(widget)
    ]


def _inside_parent(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    return parent is None or parent.rect().adjusted(-1, -1, 1, 1).contains(widget.geometry())


def _scrolled(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    area = parent.parentWidget() if parent is not None else None
    return isinstance(area, QAbstractScrollArea) and area.viewport() is parent


def small_targets(root: QWidget) -> list[str]:
    """What one clicks at, and which is smaller than a fingertip needs."""
    kinds = QAbstractButton | QComboBox | QLineEdit | QAbstractSpinBox
    return [
        f"{described(one)} {one.width()}×{one.height()}"
        for one in seen(root)
        if isinstance(one, kinds)
        and not isinstance(one.parent(), QLineEdit)
        and (one.width() < TARGET or one.height() < TARGET)
    ]


def out_of_order(root: QWidget) -> list[str]:
    """Where Tab goes up or left among what stands in the same group, or does not come out again."""
    stops, caught = _tabbed(root)
    found = [] if caught is None else [f"no way out by Tab: {described(caught)}"]
    for one, then in pairwise(stops):
        if one.parentWidget() is not then.parentWidget():
            continue
        a, b = _place(one, root), _place(then, root)
        same_row = a.top() < b.center().y() < a.bottom() or b.top() < a.center().y() < b.bottom()
        above = b.center().y() < a.center().y() and b.left() <= a.right()
        if b.left() < a.left() if same_row else above:
            found.append(f"{described(one)} before {described(then)}")
    return found


def _place(widget: QWidget, root: QWidget) -> QRect:
    return QRect(widget.mapTo(root, QPoint(0, 0)), widget.size())


def _tabbed(root: QWidget) -> tuple[list[QWidget], QWidget | None]:
    """What Tab goes through in the root, and where in its window it is caught, if it is."""
    window = root.window()
    window.activateWindow()
    QApplication.processEvents()
    if window.focusWidget() is None:
        window.setFocus()
        QTest.keyClick(window, Qt.Key.Key_Tab)
    stops: list[QWidget] = []
    at = QApplication.focusWidget()
    while at is not None and at not in stops and len(stops) < _MANY:
        stops.append(at)
        QTest.keyClick(at, Qt.Key.Key_Tab)
        at = QApplication.focusWidget()
    whole_round = not stops or at is None or at is stops[0]
    return _inside(stops, root), None if whole_round else at


def _inside(stops: list[QWidget], root: QWidget) -> list[QWidget]:
    """Beginning at the first in the chain of the window, not where the focus happened to be."""
    at: QWidget | None = root.window().nextInFocusChain()
    while at is not None and at not in stops and at is not root.window():
        at = at.nextInFocusChain()
    start = stops.index(at) if at in stops else 0
    return [one for one in (*stops[start:], *stops[:start]) if root.isAncestorOf(one)]
