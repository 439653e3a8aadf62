"""The file of rows that an import left out."""

from pathlib import Path

from PySide6.QtCore import QObject

from mentorapp.operations.files import write_whole
from mentorapp.operations.papers_out import Paper
from mentorapp.words import Words
from ui.widgets.paper_trail import PaperTrail
from ui.work import Worker


def write_left_out(worker: Worker, asker: QObject, words: Words, file: Path, data: bytes) -> None:
    """Whole or not at all, and noted in the log. Raises CannotWriteFile."""
    write_whole(file, data)
    what = words.text("Rows left out of an import")
    PaperTrail(worker, asker, Paper(what)).saved()
