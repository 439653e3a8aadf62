"""Quarters of several offices side by side in the window."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mentorapp.domain.quarters import Quarter
from mentorapp.operations import Database, comparisons, offices
from mentorapp.words import Words
from tests.factories import TODAY
from tests.log_lines import saved_as_files
from tests.mentorapp.operations.two_offices import two_offices
from ui.comparisons.page import ComparisonsPage
from ui.widgets.paper import PaperDialog
from ui.work import Worker


@pytest.fixture
def worker(database: Database) -> Iterator[Worker]:
    made = Worker(database, "mona")
    yield made
    made.close()


def settle(worker: Worker, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not worker.working)


def test_files_are_laid_beside_the_own_quarter_and_printed(
    worker: Worker, words: Words, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "theirs.json"
    with two_offices(tmp_path) as both, both.theirs.write("jon") as tx:
        file.write_bytes(comparisons.write(tx, Quarter(2026, 3), TODAY).data)
    page = ComparisonsPage(worker, words, lambda: TODAY)
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    settle(worker, qtbot)
    page.add_files([file])
    settle(worker, qtbot)
    assert [one.told.name for one in page.columns()] == ["", "Sundnes kommune"]
    assert page.table.model.rowCount() == len(page.columns()[0].told.cells)
    assert "does not know" in page.message_bar.label.text()

    page.print_page()
    settle(worker, qtbot)
    (paper,) = page.findChildren(PaperDialog)
    qtbot.waitUntil(lambda: not worker.working and paper.state.isHidden())
    paper.reject()
    page.clear()
    assert len(page.columns()) == 1


def test_the_own_quarter_is_written_and_a_changed_file_is_refused(
    worker: Worker, words: Words, qtbot: QtBot, tmp_path: Path, database: Database
) -> None:
    with database.write("mona") as tx:
        offices.save(tx, replace(offices.read(tx), name="Lillevik"))
    page = ComparisonsPage(worker, words, lambda: TODAY)
    qtbot.addWidget(page)
    page.show()
    file = tmp_path / "own.json"
    page.write_own(file)
    settle(worker, qtbot)
    assert file.exists()
    assert saved_as_files(database) == ["Comparison between offices"]
    file.write_bytes(file.read_bytes().replace(b"2026Q3", b"2026Q2"))
    page.add_files([file])
    settle(worker, qtbot)
    assert "changed after it was signed" in page.message_bar.label.text()
    page.add_files([tmp_path / "nowhere.json"])
    assert "nowhere.json" in page.message_bar.label.text()
