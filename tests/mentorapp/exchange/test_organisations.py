from datetime import date
from typing import TYPE_CHECKING

from mentorapp.domain.imports import ImportKind, Reason
from mentorapp.domain.organisations import OrganisationKind
from mentorapp.exchange import organisations
from mentorapp.exchange.headings import recognise_table
from mentorapp.exchange.readers import read_table
from mentorapp.exchange.spreadsheets import write_xlsx

if TYPE_CHECKING:
    from mentorapp.exchange.tables import Cell

HEADINGS = ["Bedrift", "Orgnr", "Organisasjonsform", "Besøksadresse", "Postnr", "Poststed",
            "Kontaktperson", "Kontakt mobil", "Kontakt e-post", "Avtale fra", "Avtale til",
            "Antall mentorer", "Aktiviteter", "Fagområder", "Merknad",
            "Lavterskeljobber"]  # fmt: skip


def test_organisations_are_read_and_a_wrong_number_is_a_problem() -> None:
    rows: list[list[Cell]] = [
        ["Bodø Bakeri", 923609016, "AS", "Storgata 1", 8006, "Bodø", "Kari Li", 91827364,
         "kari@example.no", date(2026, 1, 1), "31.12.2027", "3", "fiske", "kokk", "Hyggelige",
         "ja"],
        ["Feil AS", "123456789"],
        [None, "923609016"],
    ]  # fmt: skip
    table = read_table(write_xlsx(HEADINGS, rows, "A"))
    columns = recognise_table(ImportKind.ORGANISATIONS, table)
    first, second, third = organisations.read_rows(table, columns, today=date(2026, 11, 23))
    assert first.readable
    assert first.values["name"] == "Bodø Bakeri"
    assert first.values["kind"] is OrganisationKind.BUSINESS
    assert first.values["registration_number"] == "923609016"
    assert first.values["contact_phone"] == "+4791827364"
    assert first.values["agreement_to"] == date(2027, 12, 31)
    assert first.values["promised_mentors"] == 3
    assert first.values["low_threshold"] is True
    assert first.values["interests"] == frozenset({"fishing"})
    assert [problem.reason for problem in second.problems] == [Reason.BAD_ORGANISATION_NUMBER]
    assert [problem.reason for problem in third.problems] == [Reason.MISSING]
