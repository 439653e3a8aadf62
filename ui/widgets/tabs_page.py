"""A page of the side bar with several lists, one to a tab; each is made when it is first shown."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from mentorapp.domain.accounts import Right


@dataclass(frozen=True, slots=True)
class TabSpec:
    """One tab: a key for whoever opens it, its words, and what builds it."""

    key: str
    title: str
    make: Callable[[], QWidget]
    needs: Right = Right.READ
    """Without it there is nothing to be seen in it."""


class LazyTabs(QTabWidget):
    """Tabs whose widgets are built when somebody looks at them."""

    made = Signal(object)
    """A tab's widget was built just now."""

    def __init__(self, name: str, specs: Sequence[TabSpec], parent: QWidget | None = None) -> None:
        """`name` is for screen readers."""
        super().__init__(parent)
        self._specs = tuple(specs)
        self._made: dict[str, QWidget] = {}
        self._layouts: list[QVBoxLayout] = []
        self.setAccessibleName(name)
        self.tabBar().setAccessibleName(name)
        for spec in self._specs:
            holder = QWidget()
            layout = QVBoxLayout(holder)
            layout.setContentsMargins(0, 0, 0, 0)
            self._layouts.append(layout)
            self.addTab(holder, spec.title)
        self.currentChanged.connect(self._make)
        self._make(self.currentIndex())

    def show_tab(self, key: str) -> QWidget:
        """Go to a tab; ValueError for a key that none has."""
        self.setCurrentIndex([spec.key for spec in self._specs].index(key))
        return self._made[key]

    def built(self) -> list[QWidget]:
        """The widgets of the tabs that were shown before."""
        return list(self._made.values())

    def _make(self, at: int) -> None:
        if at < 0 or self._specs[at].key in self._made:
            return
        spec = self._specs[at]
        widget = spec.make()
        self._made[spec.key] = widget
        self._layouts[at].addWidget(widget)
        self.made.emit(widget)


class TabsPage(QWidget):
    """The tabs as a page of the window."""

    def __init__(self, name: str, specs: Sequence[TabSpec], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tabs = LazyTabs(name, specs)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 12, 20, 12)
        layout.addWidget(self.tabs)
        for page in self.tabs.built():
            _leave_out_margins(page)
        self.tabs.made.connect(_leave_out_margins)

    def show_tab(self, key: str) -> QWidget:
        """Go to a tab; ValueError for a key that none has."""
        return self.tabs.show_tab(key)

    def refresh(self) -> None:
        """Let every list that was shown before read itself anew."""
        for widget in self.tabs.built():
            again = getattr(widget, "refresh", None)
            if again is not None:
                again()


def _leave_out_margins(page: QWidget) -> None:
    inside = page.layout()
    if inside is not None:
        inside.setContentsMargins(0, 14, 0, 0)  # the page around has its own
