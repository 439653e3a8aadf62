"""A real office and the window's real worker on it."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.pairs_office import english, pairs_office, worker
from ui.work import Worker

__all__ = ["english", "pairs_office", "worker"]


@pytest.fixture
def settle(qtbot: QtBot, qapp: QApplication, worker: Worker) -> Callable[[], None]:
    """Wait until what was asked is answered, and what is read anew after that too."""

    def settled() -> None:
        for _round in range(3):
            qapp.processEvents()
            qtbot.waitUntil(lambda: not worker.working, timeout=5000)

    return settled
