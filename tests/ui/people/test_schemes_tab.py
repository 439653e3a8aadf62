from datetime import date

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from mentorapp.operations import pairing, schemes
from mentorapp.words import Words
from tests.ui.pairs_office import TODAY, PairsOffice, english, pairs_office, settle, worker
from ui.people.schemes_tab import SchemesTab
from ui.widgets.message_bar import MessageBar
from ui.work import Worker

__all__ = ["english", "pairs_office", "settle", "worker"]


def test_every_scheme_of_a_person_is_shown_and_leads_to_the_pair(
    qtbot: QtBot,
    worker: Worker,
    english: Words,
    pairs_office: PairsOffice,
) -> None:
    with pairs_office.database.write("Test") as tx:
        driving = schemes.find(tx, "practice_driving").id
        made = pairing.pair_by_hand(
            tx,
            driving,
            pairs_office.mentors["Bjørn Håkonsen"],
            pairs_office.newcomers["Ali Hassan"],
            date(2026, 10, 1),
        )
    opened: list[object] = []
    bar = MessageBar(english)
    qtbot.addWidget(bar)
    tab = SchemesTab(worker, english, lambda: TODAY, bar, opened.append, opened.append)
    qtbot.addWidget(tab)
    tab.show_record(pairs_office.file().row.newcomer_person_id)
    tab.show()
    qtbot.waitUntil(lambda: tab.schemes.model.rowCount() == 2)
    rows = tab.schemes.model.all_rows()
    assert [(row.role_word("en"), row.other) for row in rows] == [
        ("learner", "Bjørn Håkonsen"),
        ("newcomer", "Kari Nordmann"),
    ]
    at = next(i for i in range(2) if tab.schemes.model.index(i, 2).data() == "learner")
    tab.schemes.table.setCurrentIndex(tab.schemes.model.index(at, 2))
    next(b for b in tab.findChildren(QPushButton) if b.text() == "Open pairing").click()
    assert opened == [made.id]
