"""A line over an office that can only be read where it lies: a copy on this PC can be written."""

from collections.abc import Callable
from pathlib import Path

from platformdirs import user_documents_path
from PySide6.QtWidgets import QWidget

from mentorapp.domain.errors import Refused
from mentorapp.operations import copying
from mentorapp.words import Words
from mentorapp.words.refusals import explain
from ui.choosing_files import place_for_copy
from ui.main_window import MainWindow
from ui.open_office import OpenOffice
from ui.opening import OpeningWindow
from ui.widgets.message_bar import MessageBar
from ui.without_office import computing


def offer_copy(
    words: Words, window: MainWindow, office: OpenOffice, opened: Callable[[Path], object]
) -> None:
    """Nothing where the office can be written, or for a reason that a copy does not help;
    `opened` is called with the copy.
    """
    if not copying.is_misplaced(office.read_only):
        return
    _ = words.text
    bar = MessageBar(words)

    def offer() -> None:
        bar.info(
            _("Copy the office to a folder on this PC to work in it. The old file stays as it is."),
            (_("Copy to this PC …"), ask),
        )

    def ask() -> None:
        target = _place(words, window, office.path)
        if target is None:
            offer()
            return
        office.worker.compute(
            window,
            lambda _progress: copying.copy_office(office.path, target),
            lambda _done: opened(target),
            refuse,
            title=_("Copying the office"),
        )

    def refuse(refused: Refused) -> None:
        window.message_bar.warning(explain(words, refused))
        offer()

    offer()
    window.add_bar(bar)


def offer_at_opening(
    words: Words,
    window: OpeningWindow,
    office: Path,
    refused: Refused,
    opened: Callable[[Path], object],
) -> None:
    """The same in the window that says why an older office is not opened where it lies."""
    if not copying.is_misplaced(refused):
        return

    def ask() -> None:
        target = _place(words, window, office)
        if target is None:
            return
        window.copy_button.setEnabled(False)
        worker = computing(window)

        def ended() -> None:
            worker.close()
            window.copy_button.setEnabled(True)

        worker.compute(
            window,
            lambda _progress: copying.copy_office(office, target),
            lambda _done: opened(target),
            lambda why: window.warn(explain(words, why)),
            ended,
        )

    window.copy_wanted.connect(ask)
    window.copy_button.show()


def _place(words: Words, window: QWidget, office: Path) -> Path | None:
    return place_for_copy(words, window, copying.good_place(office, user_documents_path()))
