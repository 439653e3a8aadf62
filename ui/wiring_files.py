"""Opens the file of a person or an organisation: a window of tabs beside the main window."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from mentorapp.operations import Transaction
from ui.widgets.message_bar import MessageBar
from ui.widgets.tabs_page import TabSpec
from ui.wiring_around import Surroundings

if TYPE_CHECKING:
    from ui.widgets.record_file import RecordFile


def open_file(
    window: QWidget,
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
    if tab:
        file.tabs.show_tab(tab)
    file.show()
    return file
