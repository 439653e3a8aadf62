"""From the line of Today to the list, in the window of the program."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from mentorapp.domain.consents import Consent, ConsentPurpose, LegalBasis
from mentorapp.operations import offices
from mentorapp.storage import records
from tests.factories import TODAY
from tests.mentorapp.operations.registering import newcomer, register
from tests.ui.program_window import Start, User, preferences, start
from ui.privacy.tab import PrivacyTab

__all__ = ["preferences", "start"]


def test_the_line_of_today_leads_to_what_is_due(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    database = offices.open_office(tmp_path / "office.db")
    with database.write("Test") as tx:
        consent = Consent(
            person_id=register(tx, newcomer()),
            purpose=ConsentPurpose.REGISTER,
            basis=LegalBasis.CONSENT,
            given_on=TODAY,
            withdrawn_on=TODAY,
        )
        records.add(tx, consent)
    database.close()
    user = User(qtbot, start("--office", str(tmp_path / "office.db")))
    user.click(user.go("today").due.button)
    (tab,) = user.window.findChildren(PrivacyTab)
    user.until(lambda: tab.isVisible() and tab.count.text() == "1 due")
    assert tab.table.model.row(0).who == "Sahra Guled"
