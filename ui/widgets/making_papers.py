"""Opens a paper that the office makes."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

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
) -> PaperDialog:
    """Over ``home``; ``title`` and ``file_name`` name nobody. A refusal is shown in the dialog."""
    dialog = PaperDialog(words, title, file_name, home)
    dialog.open()
    worker.read(dialog, job, dialog.show_paper, dialog.refuse)
    return dialog
