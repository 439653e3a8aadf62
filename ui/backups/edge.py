"""How safe the office is, in a few words at the lower edge of the window."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QPushButton

from mentorapp.domain.backups import BackupStatus
from mentorapp.words import Words
from mentorapp.words.backups import short_status, status_lines
from ui.icons import icon
from ui.theme import Tone, current_tokens, tone_colours
from ui.widgets.buttons import ICON_SIZE


class BackupEdge(QPushButton):
    """Pressed, it leads to the backups in Settings. Says nothing until something is known."""

    def __init__(self, words: Words, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._words, self._now = words, now
        self.setObjectName("quiet")
        self.setIconSize(ICON_SIZE)
        self.setAutoDefault(False)
        self.hide()

    def show_status(self, status: BackupStatus) -> None:
        """The words carry it; picture and colour help."""
        said = short_status(self._words, status, self._now())
        tone = Tone.BAD if status.alarming else Tone.OK
        picture = "triangle-alert" if status.alarming else "circle-check"
        colour = tone_colours(current_tokens(), tone)[0].name()
        self.setIcon(icon(picture, colour=colour))
        self.setText(said)
        told = "\n".join(status_lines(self._words, status))
        self.setToolTip(told)
        self.setAccessibleDescription(told)
        self.show()
