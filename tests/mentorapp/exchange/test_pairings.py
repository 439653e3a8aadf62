from datetime import date
from typing import TYPE_CHECKING

from mentorapp.domain.imports import ImportKind, PersonReference, Reason
from mentorapp.domain.numbers import NumberKind, short_number
from mentorapp.domain.pairings import EndReason, Initiator
from mentorapp.domain.standard_schemes import standard_schemes
from mentorapp.exchange import pairings
from mentorapp.exchange.headings import recognise_table
from mentorapp.exchange.readers import read_table
from mentorapp.exchange.spreadsheets import write_xlsx

if TYPE_CHECKING:
    from mentorapp.exchange.tables import Cell

HEADINGS = ["Nr", "Mentor", "Deltaker", "Ordning", "Startdato", "Planlagt slutt", "Avsluttet",
            "Årsak", "Hvem tok initiativ", "Koordinator", "Kommentar"]  # fmt: skip
NUMBER = short_number(NumberKind.PERSON, 7)


def test_pairs_that_an_office_had_before_are_read() -> None:
    rows: list[list[Cell]] = [
        [1, "Hansen, Ola", f"Fatima Ali ({NUMBER})", "Arbeidsmentor", "3.2.26", "3.8.26", "pågår",
         None, None, "Siri", "Går fint"],
        [2, NUMBER, "fatima@example.no", "Fadder", "3.2.2025", None, "1.6.2025", "Flyttet",
         "den frivillige", None, None],
        [3, "Ola Hansen", None, "Sjakkvenn", "snart"],
    ]  # fmt: skip
    table = read_table(write_xlsx(HEADINGS, rows, "A"))
    columns = recognise_table(ImportKind.PAIRINGS, table)
    first, second, third = pairings.read_rows(
        table, columns, today=date(2026, 11, 23), schemes=standard_schemes()
    )
    assert dict(first.values) == {
        "mentor": PersonReference(given_name="Ola", family_name="Hansen"),
        "newcomer": PersonReference(number=NUMBER, given_name="Fatima", family_name="Ali"),
        "scheme": "work_mentor",
        "started_on": date(2026, 2, 3),
        "planned_end": date(2026, 8, 3),
        "coordinator": "Siri",
        "notes": "Går fint",
    }
    assert second.values["mentor"] == PersonReference(number=NUMBER)
    assert second.values["newcomer"] == PersonReference(email="fatima@example.no")
    assert second.values["ended_on"] == date(2025, 6, 1)
    assert second.values["end_reason"] is EndReason.MOVED
    assert second.values["end_initiator"] is Initiator.MENTOR
    assert {(problem.field, problem.reason) for problem in third.problems} == {
        ("newcomer", Reason.MISSING),
        ("scheme", Reason.NOT_ONE_OF),
        ("started_on", Reason.NOT_A_DATE),
    }
