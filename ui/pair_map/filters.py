"""Which scheme, and what of it: the boxes carry the marks, so that they are the legend too."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from mentorapp.domain.schemes import Scheme
from mentorapp.operations.pair_map import Shown
from mentorapp.words import Words
from ui.pair_map.glyphs import legend_icon
from ui.pair_map.wording import KINDS
from ui.widgets.fields import ChoiceField
from ui.widgets.flow_layout import FlowLayout


class MapFilters(QWidget):
    """One line, or as many as it takes."""

    scheme_chosen = Signal()
    kinds_chosen = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.scheme = ChoiceField()
        self.scheme.setAccessibleName(words.text("Scheme"))
        # The schemes come later than the first picture.
        self.scheme.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToContents)
        self.boxes: dict[Shown, QCheckBox] = {}
        flow = FlowLayout(self, spacing=14, fill=False)
        flow.setContentsMargins(0, 0, 0, 0)
        flow.addWidget(self.scheme)
        for kind, name in KINDS.items():
            box = QCheckBox(words.text(name))
            box.setIcon(legend_icon(kind))
            box.setIconSize(QSize(22, 18))
            box.setChecked(True)
            box.toggled.connect(lambda _on: self.kinds_chosen.emit())
            self.boxes[kind] = box
            flow.addWidget(box)
        self.scheme.changed.connect(self.scheme_chosen)

    def shown(self) -> frozenset[Shown]:
        """The kinds that are ticked."""
        return frozenset(kind for kind, box in self.boxes.items() if box.isChecked())

    def offer(self, schemes: Sequence[Scheme], chosen: Any) -> None:
        """These schemes, and all of them together; asks for nothing anew."""
        language = self._words.language
        names = sorted(((one.id, one.name(language)) for one in schemes), key=lambda one: one[1])
        self.scheme.blockSignals(True)
        self.scheme.set_choices([(None, self._words.text("All schemes")), *names])
        self.scheme.set_value(chosen)
        self.scheme.blockSignals(False)
