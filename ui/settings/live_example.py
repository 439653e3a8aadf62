"""Keeps the example under the weights of a scheme to what is chosen in its form."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, QTimer

from mentorapp.domain.errors import Refused
from mentorapp.domain.schemes import Scheme
from mentorapp.domain.weight_examples import WeightExample
from mentorapp.operations import weight_example
from mentorapp.operations.weight_example import PairingInput
from ui.settings.scheme_dialog import SchemeDialog
from ui.work import Worker


class LiveExample(QObject):
    """Reads once who waits, and works the example out anew a moment after each change.

    Nothing is stored, and the office is not asked again.
    """

    def __init__(
        self, worker: Worker, dialog: SchemeDialog, scheme: Scheme, today: Callable[[], date]
    ) -> None:
        super().__init__(dialog)
        self._worker, self._dialog = worker, dialog
        self._gathered: PairingInput | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(120)
        self._soon.timeout.connect(self._work_out)
        dialog.weights_changed.connect(self._soon.start)
        day, key = today(), scheme.id
        worker.read(self, lambda tx: weight_example.gather(tx, key, day), self._begin, _nothing)

    def _begin(self, gathered: PairingInput) -> None:
        self._gathered = gathered
        self._work_out()

    def _work_out(self) -> None:
        gathered = self._gathered
        if gathered is None:
            return
        weights = self._dialog.chosen_weights()

        def show(found: WeightExample | None) -> None:
            # Two computations may overtake each other.
            if weights == self._dialog.chosen_weights():
                self._dialog.panel.show_example(found, gathered.names)

        self._worker.compute(self, lambda _p: weight_example.example(gathered, weights), show)


def _nothing(_refused: Refused) -> None:
    """The scheme was deleted meanwhile: saving says so."""
