"""A page of organisations with two of them, one of which owes mentors."""

from collections.abc import Iterator
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from mentorapp.domain.organisations import ContactPerson, Organisation, OrganisationKind
from mentorapp.operations import organisations
from mentorapp.words import Words
from tests.ui.pairs_office import TODAY, PairsOffice, english, pairs_office, settle, worker
from ui.organisations.page import OrganisationsPage
from ui.work import Worker

__all__ = ["english", "pairs_office", "settle", "worker"]


@pytest.fixture
def page(
    qtbot: QtBot, pairs_office: PairsOffice, worker: Worker, english: Words
) -> Iterator[OrganisationsPage]:
    with pairs_office.database.write("Test") as tx:
        organisations.save(
            tx,
            Organisation(
                name="Fjordvik <b>Verft</b>",
                postal_code="8200",
                contact_persons=(ContactPerson("Ida Sørvoll", "Daglig leder", "+4791827364"),),
                promised_mentors=3,
                agreement_from=date(2025, 1, 1),
                agreement_to=date(2026, 6, 30),
            ),
        )
        organisations.save(tx, Organisation(name="Ørnes kommune", kind=OrganisationKind.PUBLIC))
    page = OrganisationsPage(worker, english, lambda: TODAY)
    qtbot.addWidget(page)
    page.resize(1072, 700)
    page.show()
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    yield page
    page.hide()
