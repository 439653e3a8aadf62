"""How long each kind is kept, and the papers that the law asks for."""

from io import BytesIO
from pathlib import Path

from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from mentorapp.domain.accounts import Role, Who
from mentorapp.domain.retention import RetentionKind
from mentorapp.operations import retention
from mentorapp.words import Words
from tests.ui.pairs_office import TODAY, PairsOffice
from tests.ui.privacy.due_list import Shown, press
from tests.ui.tabs import form
from ui.privacy.periods_dialog import PeriodDialog, PeriodsDialog
from ui.widgets.paper import PaperDialog
from ui.work import Worker


def periods(qtbot: QtBot, office: PairsOffice, worker: Worker, *roles: Role) -> PeriodsDialog:
    office.database.who = Who("Aud", frozenset(roles))
    dialog = PeriodsDialog(worker, Words("en"), lambda: TODAY)
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitUntil(lambda: dialog.table.model.rowCount() == len(RetentionKind))
    return dialog


def row_of(dialog: PeriodsDialog, kind: RetentionKind) -> None:
    assert dialog.table.table.select_row(kind)


def test_whoever_keeps_the_settings_changes_a_period(
    qtbot: QtBot, pairs_office: PairsOffice, worker: Worker
) -> None:
    dialog = periods(qtbot, pairs_office, worker, Role.ADMINISTRATOR)
    row_of(dialog, RetentionKind.MENTOR)
    press(dialog.change_button)
    asked = form(qtbot, dialog, PeriodDialog)
    assert asked.months.number() == 36
    asked.months.set_number(30)
    asked.save()
    qtbot.waitUntil(lambda: dialog.message_bar.text == "It is changed.")
    found = pairs_office.read(retention.periods)
    assert found[RetentionKind.MENTOR] == 30


def test_a_coordinator_sees_the_periods_and_what_the_law_gives_nobody_changes(
    qtbot: QtBot, pairs_office: PairsOffice, worker: Worker
) -> None:
    dialog = periods(qtbot, pairs_office, worker, Role.COORDINATOR)
    row_of(dialog, RetentionKind.MENTOR)
    assert not dialog.change_button.isEnabled()
    assert "administrator" in dialog.change_button.accessibleDescription()
    all_roles = periods(qtbot, pairs_office, worker, *Role)
    row_of(all_roles, RetentionKind.WITHDRAWN)
    assert not all_roles.change_button.isEnabled()


def test_the_notice_is_made_in_the_language_that_is_chosen(
    qtbot: QtBot, shown: Shown, tmp_path: Path
) -> None:
    shown.tab.papers.language.set_value("da")
    press(shown.tab.papers.notice_button)
    (paper,) = shown.tab.findChildren(PaperDialog)
    qtbot.waitUntil(paper.pdf.save_button.isEnabled)
    file = tmp_path / "notice.pdf"
    assert paper.pdf.save_as(file)
    said = PdfReader(BytesIO(file.read_bytes())).pages[0].extract_text()
    assert "Dine rettigheder" in said or "Hvorfor vi spørger" in said
