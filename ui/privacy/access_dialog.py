"""Asks in which language somebody gets to see what is kept of him, and whether as data too."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QFileDialog, QWidget

from mentorapp.domain.errors import Refused
from mentorapp.domain.people import Person
from mentorapp.operations import subject_access
from mentorapp.operations.files import write_whole
from mentorapp.operations.papers_out import Paper
from mentorapp.words import LANGUAGES, Words, language_name
from mentorapp.words.refusals import explain
from ui.widgets.fields import ChoiceField
from ui.widgets.form_dialog import FormDialog
from ui.widgets.paper import PaperDialog
from ui.widgets.paper_trail import PaperTrail
from ui.work import Worker

_FILE = "what-is-kept"
"""Names nobody: whoever sees the folder is told of no one."""


class AccessDialog(FormDialog):
    """The paper opens over `home`, from where it is printed and saved. Both stand in the log."""

    def __init__(
        self,
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        person_id: UUID,
        home: QWidget,
        language: str = "",
    ) -> None:
        """`language` is the person's own; if the paper cannot be had in it, the window's."""
        _ = words.text
        self._title = _("What is kept about this person")
        super().__init__(words, self._title, _("Make the paper"), home)
        self._worker, self._today = worker, today
        self._person_id, self._home = person_id, home
        self.add_group(
            "",
            _(
                "All that is stored of the person, in plain words, and why a pairing was proposed. "
                "Others stand in it without a name. Be sure who gets it: a former partner who asks "
                "may be the danger."
            ),
        )
        self.language = ChoiceField([(one, language_name(one)) for one in LANGUAGES])
        self.language.set_value(language if language in LANGUAGES else words.language)
        self.add_row("language", _("Language of the paper"), self.language)
        self.data_button = self.add_button(_("Save as data …"), self._ask_where)
        self.submitted.connect(self._open_paper)

    def reject(self) -> None:
        self.start_afresh()  # a language that was chosen is nothing that could be lost
        super().reject()

    def save_data(self, file: Path) -> None:
        """Write the same for another program to read."""
        person_id = self._person_id

        def write(data: bytes) -> None:
            self._worker.compute(
                self, lambda _progress: write_whole(file, data), lambda _done: done(), self._refuse
            )

        def done() -> None:
            PaperTrail(self._worker, self, self._paper()).saved()
            said = self.words.text("Written: %(file)s") % {"file": file.name}
            self.message_bar.success(said)

        self._worker.write_aside(
            self,
            lambda tx: subject_access.as_file(subject_access.data(tx, person_id)),
            write,
            self._refuse,
            lambda: None,
        )

    def _ask_where(self) -> None:
        _ = self.words.text
        name, _kind = QFileDialog.getSaveFileName(
            self, _("Save as data"), f"{_FILE}.json", _("Data for programs (*.json)")
        )
        if name:
            file = Path(name)
            self.save_data(file if file.suffix else file.with_suffix(".json"))

    def _open_paper(self) -> None:
        words = Words(self.language.value(), self.words.lists)
        person_id, today = self._person_id, self._today()
        dialog = PaperDialog(
            self._worker,
            self.words,
            self._title,
            f"{_FILE}.pdf",
            self._home,
            (Person, person_id),
        )
        self.accepted_by_office()
        dialog.open()
        # In a write: where two are needed the log says who agreed.
        self._worker.write_aside(
            dialog,
            lambda tx: subject_access.paper(tx, person_id, words, today),
            dialog.show_paper,
            dialog.refuse,
            lambda: None,
        )

    def _paper(self) -> Paper:
        return Paper(self._title, Person, (self._person_id,))

    def _refuse(self, refused: Refused) -> None:
        self.refuse(explain(self.words, refused))
