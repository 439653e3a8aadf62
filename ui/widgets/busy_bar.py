"""The line that shows work that takes long, with a way to stop it."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QWidget

from mentorapp.words import Words
from ui.format import plain_label
from ui.work import Activity, Kind, Progress


class BusyBar(QFrame):
    """What is being done, how far it is, and Cancel where stopping is safe."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = words.text
        self.setObjectName("message")
        self._usual = {
            Kind.READ: _("Reading …"),
            Kind.WRITE: _("Saving …"),
            Kind.COMPUTE: _("Working …"),
        }
        self._stopping = _("Stopping …")
        self._progress: Progress | None = None
        self.label = plain_label()
        self.bar = QProgressBar()
        self.bar.setMaximumWidth(320)
        self.bar.setAccessibleName(_("Progress"))
        self.cancel_button = QPushButton(_("Cancel"))
        self.cancel_button.setAutoDefault(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.setSpacing(12)
        row.addWidget(self.label, 1)
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel_button)
        self.cancel_button.clicked.connect(self._cancel)
        self.hide()

    def show_activity(self, activity: Activity) -> None:
        """Show this piece of work as far as it is now."""
        self._progress = activity.progress
        stopping = activity.progress.cancelled()
        text = self._stopping if stopping else activity.title or self._usual[activity.kind]
        self.label.setText(text)
        self.bar.setRange(0, activity.progress.total)
        self.bar.setValue(activity.progress.done)
        self.cancel_button.setVisible(activity.can_cancel)
        self.cancel_button.setEnabled(not stopping)
        self.show()

    def _cancel(self) -> None:
        if self._progress is not None:
            self._progress.cancel()
            self.label.setText(self._stopping)
            self.cancel_button.setEnabled(False)
