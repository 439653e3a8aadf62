"""Opens the file of a person or an organisation: a window of tabs beside the main window."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from mentorapp.operations import Transaction
from ui.main_window import MainWindow
from ui.widgets.message_bar import MessageBar
from ui.widgets.tabs_page import TabSpec
from ui.wiring_around import Surroundings

if TYPE_CHECKING:
    from ui.widgets.record_file import RecordFile


def open_file(
    window: MainWindow,
    around: Surroundings,
    title: str,
    record_id: UUID,
    name_of: Callable[[Transaction, UUID], str],
    tabs: Callable[[Surroundings, MessageBar], list[TabSpec]],
    edit: Callable[[UUID], object],
    tab: str,
) -> "RecordFile":
    """`edit` opens the form; `tab` is the key of the one to begin with, empty for the first."""
    from ui.widgets.record_file import RecordFile

    file = RecordFile(
        around.worker,
        around.words,
        title,
        record_id,
        name_of,
        lambda bar: tabs(around, bar),
        window,
    )
    file.edit_wanted.connect(edit)
    letter = around.words.text("Another letter …")
    file.add_button(letter, "mail", lambda: ask_for_letter(window, record_id))
    if tab:
        file.tabs.show_tab(tab)
    file.show()
    return file


def ask_for_letter(window: MainWindow, record_id: UUID) -> None:
    """Ask which letter about this pairing, person or organisation is wanted, on its own page."""
    from ui.letters.page import LettersPage

    page = window.show_page("letters")
    if isinstance(page, LettersPage):
        window.activateWindow()
        page.ask_for_another(record_id)
