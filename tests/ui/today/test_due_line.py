"""The quiet line over the list of the day."""

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from mentorapp.domain.accounts import Role, Who
from mentorapp.domain.consents import Consent, ConsentPurpose, LegalBasis
from mentorapp.storage import records
from tests.ui.pairs_office import TODAY, PairsOffice
from tests.ui.tabs import newcomer_of_pair
from ui.today.page import TodayPage


def take_back(office: PairsOffice) -> None:
    consent = Consent(
        person_id=newcomer_of_pair(office),
        purpose=ConsentPurpose.REGISTER,
        basis=LegalBasis.CONSENT,
        given_on=TODAY,
        withdrawn_on=TODAY,
    )
    with office.database.write("Test") as tx:
        records.add(tx, consent)


def test_it_says_how_much_is_kept_too_long_and_leads_there(
    qtbot: QtBot, page: TodayPage, pairs_office: PairsOffice, settle: Callable[[], None]
) -> None:
    assert page.due.isHidden()
    take_back(pairs_office)
    page.refresh()
    settle()
    assert page.due.isVisible()
    assert page.due.said.text() == "1 thing is kept longer than it should be."
    with qtbot.waitSignal(page.due.wanted):
        page.due.button.click()


def test_it_is_not_there_for_whoever_does_not_answer_for_it(
    page: TodayPage, pairs_office: PairsOffice, settle: Callable[[], None]
) -> None:
    take_back(pairs_office)
    pairs_office.database.who = Who("Aud", frozenset({Role.ADMINISTRATOR}))
    page.refresh()
    settle()
    assert page.due.isHidden()
