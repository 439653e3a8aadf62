"""Several of a few, as tick boxes beside each other."""

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from ui.widgets.flow_layout import FlowLayout
from ui.widgets.written import key_text


class ChecksField(QWidget):
    """Known by key and shown by name; for more than about eight take `ChipsField`."""

    changed = Signal()

    def __init__(
        self, choices: Sequence[tuple[Any, str]] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._boxes: dict[Any, QCheckBox] = {}
        flow = FlowLayout(self, spacing=10)
        flow.setContentsMargins(0, 2, 0, 2)
        for key, name in choices:
            box = QCheckBox(name.replace("&", "&&"))
            box.toggled.connect(lambda _on: self.changed.emit())
            self._boxes[key] = box
            flow.addWidget(box)
        if self._boxes:
            self.setFocusProxy(next(iter(self._boxes.values())))

    def value(self) -> frozenset[Any]:
        """The keys that are ticked."""
        return frozenset(key for key, box in self._boxes.items() if box.isChecked())

    def set_value(self, keys: Iterable[Any]) -> None:
        """Tick these and no others; keys that are not offered are passed over."""
        wanted = set(keys)
        for key, box in self._boxes.items():
            box.setChecked(key in wanted)

    def written(self) -> str:
        """The ticked keys."""
        return " ".join(key_text(key) for key, box in self._boxes.items() if box.isChecked())

    def write_back(self, text: str) -> None:
        """Tick what was written."""
        wanted = set(text.split())
        self.set_value(key for key in self._boxes if key_text(key) in wanted)

    def told(self) -> str:
        """The names that are ticked."""
        names = (box.text() for box in self._boxes.values() if box.isChecked())
        return ", ".join(name.replace("&&", "&") for name in names)

    def lock(self, keys: Iterable[Any]) -> None:
        """These stay as they are: what was once chosen cannot be taken back here."""
        for key in keys:
            self._boxes[key].setEnabled(False)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        for box in self._boxes.values():
            box.setAccessibleName(f"{name}: {box.text()}")
