"""Joins what the law gives people to their files."""

from typing import TYPE_CHECKING
from uuid import UUID

from ui.main_window import MainWindow
from ui.wiring_around import Surroundings

if TYPE_CHECKING:
    from ui.widgets.record_file import RecordFile


def offer_privacy(
    file: "RecordFile", person_id: UUID, around: Surroundings, window: MainWindow
) -> None:
    """A menu in the file; what went is told in the window, as the file is closed then."""
    from ui.privacy.file_menu import FileMenu

    def tell(said: str) -> None:
        window.activateWindow()
        window.message_bar.info(said)

    FileMenu(file, person_id, around.worker, around.words, around.today, tell)
