"""Opens a paper that the office makes."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QWidget

from mentorapp.domain.records import Record
from mentorapp.operations import Transaction
from mentorapp.words import Words
from ui.widgets.paper import PaperDialog
from ui.work import Worker


def open_paper(
    worker: Worker,
    words: Words,
    title: str,
    file_name: str,
    job: Callable[[Transaction], bytes],
    home: QWidget,
    about: tuple[type[Record], UUID] | None = None,
) -> PaperDialog:
    """Over ``home``; ``title`` and ``file_name`` name nobody. A refusal is shown in the dialog.

    ``about`` is the record that the paper tells of, for the log.
    """
    dialog = PaperDialog(worker, words, title, file_name, home, about)
    dialog.open()
    worker.read(dialog, job, dialog.show_paper, dialog.refuse)
    return dialog
