from pathlib import Path

from pytestqt.qtbot import QtBot

from mentorapp.domain.audit import Did
from mentorapp.domain.people import Person
from mentorapp.operations import audit, interviews
from mentorapp.words import Words
from tests.ui.pairs_office import PairsOffice
from tests.ui.tabs import newcomer_of_pair
from ui.widgets.paper import PaperDialog
from ui.work import Worker


def test_a_paper_that_was_saved_stands_in_the_log_of_whom_it_tells(
    qtbot: QtBot, pairs_office: PairsOffice, worker: Worker, english: Words, tmp_path: Path
) -> None:
    person = newcomer_of_pair(pairs_office)
    paper = PaperDialog(worker, english, "Plan", "plan.pdf", None, (Person, person))
    qtbot.addWidget(paper)
    worker.read(paper, lambda tx: interviews.form_pdf(tx, english), paper.show_paper)
    qtbot.waitUntil(paper.pdf.save_button.isEnabled)

    assert paper.pdf.save_as(tmp_path / "plan.pdf")
    qtbot.waitUntil(lambda: not worker.working)

    with pairs_office.database.read() as tx:
        (line,) = [one for one in audit.who_saw(tx, person) if one.did is Did.EXPORTED]
    assert line.entry.fields == ("Plan",)
