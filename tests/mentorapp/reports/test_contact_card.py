import re
from datetime import date

import pytest

from mentorapp.domain.contact_points import ContactPoint, ContactRole, ContactTask
from mentorapp.domain.office import Office
from mentorapp.domain.records import new_id
from mentorapp.reports.contact_card import contact_card
from mentorapp.words import LANGUAGES, Words


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("helping", [1, 7, 8, 13])
def test_a_card_to_carry_about_is_one_page_however_many_help(language: str, helping: int) -> None:
    contacts = [
        ContactPoint(
            person_id=new_id(),
            role=ContactRole.WELFARE_OFFICE,
            name="Geir Nesvold",
            service="NAV Fjordvik",
            phone="40000902",
            tasks=frozenset({ContactTask.JOB_SEARCH, ContactTask.MONEY}),
            since=date(2026, 1, 7),
            stand_in="Åse Brekke",
            stand_in_phone="40000906",
        )
        for _one in range(helping)
    ]
    office = Office(name="Fjordvik kommune", phone="40000100")
    made = contact_card("Ali Hassan", contacts, office, Words(language), date(2026, 11, 23))
    assert len(re.findall(rb"/Type /Page\b", made)) == 1
