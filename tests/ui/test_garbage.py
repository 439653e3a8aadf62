import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from ui.garbage import GarbageCollector, collect_here


class Circle:
    """Holds itself, and tells on which thread it was freed."""

    freed: list[threading.Thread]

    def __init__(self, freed: list[threading.Thread]) -> None:
        self.freed = freed
        self.me = self

    def __del__(self) -> None:
        self.freed.append(threading.current_thread())


@pytest.fixture
def parent(qapp: QApplication) -> Iterator[QObject]:
    """Looked after with Python's own thresholds, whatever ran in this process before."""
    before = gc.get_threshold()
    gc.set_threshold(700, 10, 10)
    yield QObject()
    gc.set_threshold(*before)


def test_another_thread_frees_no_circles(parent: QObject) -> None:
    collect_here(parent)
    freed: list[threading.Thread] = []

    def work() -> None:
        for _time in range(5_000):
            Circle(freed)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert freed == []

    collector = parent.findChild(GarbageCollector)
    assert isinstance(collector, GarbageCollector)
    collector.look()

    assert len(freed) == 5_000
    assert set(freed) == {threading.main_thread()}


def test_there_is_one_collector_however_often_it_is_asked_for(parent: QObject) -> None:
    collect_here(parent)
    collect_here(parent)

    assert len(parent.findChildren(GarbageCollector)) == 1


def test_the_application_collects_on_its_own_thread(qapp: QApplication) -> None:
    assert qapp.findChild(GarbageCollector) is not None
    assert not gc.isenabled()
