from datetime import date

from mentorapp.domain.imports import ImportKind, PersonReference, Reason
from mentorapp.domain.meetings import MeetingForm
from mentorapp.domain.numbers import NumberKind, short_number
from mentorapp.exchange import meetings
from mentorapp.exchange.headings import recognise_table
from mentorapp.exchange.readers import read_table

NUMBER = short_number(NumberKind.PAIRING, 4)


def test_meetings_are_read_by_pairing_number_or_by_names() -> None:
    text = (
        "Koblingsnummer;Mentor;Dato;Antall timer;Type møte;Sted;Hva gjorde dere?;Neste møte\n"
        f"{NUMBER};;3.11.2026;1,5;Fysisk;Biblioteket;Øvde på norsk;10.11.2026\n"
        ";Ola Hansen;4.11.26;20 min;telefon;;;snart\n"
        "30012;;5.11.2026;;;;;\n"
        ";;6.11.2026;1;;;;\n"
        f"{NUMBER};;31.11.2026;1;;;;\n"
    )
    table = read_table(text.encode())
    columns = recognise_table(ImportKind.MEETINGS, table)
    readings = meetings.read_rows(table, columns, today=date(2026, 11, 23))
    assert dict(readings[0].values) == {
        "pairing": NUMBER,
        "held_on": date(2026, 11, 3),
        "minutes": 90,
        "form": MeetingForm.IN_PERSON,
        "place": "Biblioteket",
        "notes": "Øvde på norsk",
        "next_on": date(2026, 11, 10),
    }
    assert readings[1].values["mentor"] == PersonReference(given_name="Ola", family_name="Hansen")
    assert readings[1].values["minutes"] == 20
    assert readings[1].values["notes"] == "Neste møte: snart"
    reasons = [[problem.reason for problem in row.problems] for row in readings]
    assert reasons[2:] == [[Reason.BAD_NUMBER], [Reason.MISSING], [Reason.NO_SUCH_DATE]]
