"""A tab of a record's file: shows what belongs to one person or organisation."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.message_bar import MessageBar
from ui.widgets.rereading import Rereading
from ui.work import Worker


class RecordTab(QWidget):
    """Told whom it is about by `show_record`; features fill it in `read`.

    Reads itself anew when something was saved: at once while it is seen, else when it is shown.
    """

    tab_wanted = Signal(str)
    """The key of the tab of the same file that says more."""

    def __init__(self, worker: Worker, message_bar: MessageBar) -> None:
        """`message_bar` is the file's: what happens in a tab is said there."""
        super().__init__()
        self.worker = worker
        self.message_bar = message_bar
        self.record_id: UUID | None = None
        self._rereading = Rereading(self, worker.changed, self._read_if_told)

    def show_record(self, record_id: UUID) -> None:
        """From now on it is about this one."""
        self.record_id = record_id
        self._rereading.ask()

    def read(self, record_id: UUID) -> None:
        """Ask the office for what is shown; answers that come for another record are dropped."""
        raise NotImplementedError

    def _read_if_told(self) -> None:
        if self.record_id is not None:
            self.read(self.record_id)


class CallingTab(RecordTab):
    """A tab from which a call is noted; its file answers Ctrl+T with it, whatever tab is shown."""

    def note_call(self) -> None:
        """Ask what was said."""
        raise NotImplementedError
