"""Under the list: how long each kind is kept, and the papers that the law asks for."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.operations import Transaction, privacy_papers
from mentorapp.words import LANGUAGES, Words, language_name
from ui.format import plain_label
from ui.privacy.periods_dialog import PeriodsDialog
from ui.rights import hold_back
from ui.widgets.buttons import picture_button
from ui.widgets.fields import ChoiceField
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.making_papers import open_paper
from ui.work import Worker

_Make = Callable[[Transaction, Words, date], bytes]


class PapersRow(QWidget):
    """Buttons, and the language in which the papers are written."""

    def __init__(
        self, worker: Worker, words: Words, today: Callable[[], date], home: QWidget
    ) -> None:
        super().__init__()
        _ = words.text
        self._worker, self._words, self._today, self._home = worker, words, today, home
        self.periods_button = picture_button(
            _("How long each kind is kept …"), "clock", self._show_periods
        )
        self.record_button = picture_button(
            _("Record of processing …"), "file-text", self._show_record
        )
        self.notice_button = picture_button(_("Privacy notice …"), "file-text", self._show_notice)
        hold_back(words, worker.who, privacy_papers.processing_record, self.record_button)
        hold_back(words, worker.who, privacy_papers.privacy_notice, self.notice_button)
        self.language = ChoiceField([(one, language_name(one)) for one in LANGUAGES])
        self.language.set_value(words.language)
        title = plain_label(_("Language of the papers"), "muted")
        title.setBuddy(self.language)
        self.language.setAccessibleName(title.text())
        choice = QWidget()
        across = QHBoxLayout(choice)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        across.addWidget(title)
        across.addWidget(self.language)
        line = FlowLayout(spacing=10, fill=False)
        for widget in (self.periods_button, self.record_button, self.notice_button, choice):
            line.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(line)

    def _show_periods(self) -> None:
        PeriodsDialog(self._worker, self._words, self._today, self.window()).open()

    def _show_record(self) -> None:
        title = self._words.text("Record of processing")
        self._open(title, "record-of-processing.pdf", privacy_papers.processing_record)

    def _show_notice(self) -> None:
        self._open(
            self._words.text("Privacy notice"), "privacy-notice.pdf", privacy_papers.privacy_notice
        )

    def _open(self, title: str, file_name: str, make: _Make) -> None:
        words, today = Words(self.language.value()), self._today()
        open_paper(
            self._worker,
            self._words,
            title,
            file_name,
            lambda tx: make(tx, words, today),
            self._home,
        )
