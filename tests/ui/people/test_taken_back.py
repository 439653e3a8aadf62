"""The consent to be registered is taken back in the form, and what follows is said."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mentorapp.domain.consents import Consent, ConsentPurpose, LegalBasis
from mentorapp.domain.retention import RetentionKind
from mentorapp.operations import retention
from mentorapp.storage import records
from tests.ui.pairs_office import TODAY, PairsOffice
from ui.people.dialog import PersonDialog
from ui.people.newcomers_page import NewcomersPage


@pytest.fixture
def agreed(newcomers_page: NewcomersPage, pairs_office: PairsOffice) -> UUID:
    person_id = newcomers_page.model.row(0).person_id
    with pairs_office.database.write("mona") as tx:
        for purpose in (ConsentPurpose.REGISTER, ConsentPurpose.PAIRING):
            given: Any = {"basis": LegalBasis.CONSENT, "given_on": TODAY}
            records.add(tx, Consent(person_id=person_id, purpose=purpose, **given))
    return person_id


def take_back(page: NewcomersPage, dialog: PersonDialog, purpose: ConsentPurpose) -> None:
    dialog.consents.lines[purpose].withdrawn_on.set_value(TODAY)
    dialog.save()


def test_who_takes_it_back_is_due_to_be_erased_and_the_way_there_is_offered(
    newcomers_page: NewcomersPage,
    agreed: UUID,
    pairs_office: PairsOffice,
    the_form: Callable[[QWidget], PersonDialog],
    qtbot: QtBot,
) -> None:
    newcomers_page.open_person(agreed)
    take_back(newcomers_page, the_form(newcomers_page), ConsentPurpose.REGISTER)
    bar = newcomers_page.message_bar
    qtbot.waitUntil(lambda: "due to be erased: in the file under Privacy" in bar.text)
    lines = pairs_office.read(lambda tx: retention.worklist(tx, TODAY))
    assert [(one.id, one.due.kind) for one in lines] == [(agreed, RetentionKind.WITHDRAWN)]
    with qtbot.waitSignal(newcomers_page.file_wanted) as asked:
        qtbot.mouseClick(bar.button, Qt.MouseButton.LeftButton)
    assert asked.args == [agreed]

    newcomers_page.open_person(agreed)
    form = the_form(newcomers_page)
    form.notes.notes.set_value("Ringte")
    form.save()
    qtbot.waitUntil(lambda: bar.text.startswith("Saved") and "erased" not in bar.text)


def test_another_consent_taken_back_leaves_the_person_where_he_is(
    newcomers_page: NewcomersPage,
    agreed: UUID,
    pairs_office: PairsOffice,
    the_form: Callable[[QWidget], PersonDialog],
    qtbot: QtBot,
) -> None:
    newcomers_page.open_person(agreed)
    take_back(newcomers_page, the_form(newcomers_page), ConsentPurpose.PAIRING)
    bar = newcomers_page.message_bar
    qtbot.waitUntil(lambda: bar.text.startswith("Saved"))
    assert "erased" not in bar.text
    assert pairs_office.read(lambda tx: retention.worklist(tx, TODAY)) == []
