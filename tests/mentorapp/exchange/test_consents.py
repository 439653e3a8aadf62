"""What counts as a consent in a cell, in a row and in a heading."""

from datetime import date, datetime

import pytest

from mentorapp.domain.imports import ImportKind, NoteReason, Reason
from mentorapp.exchange.cells import Context, Unreadable
from mentorapp.exchange.consents import given
from mentorapp.exchange.headings import recognise
from mentorapp.exchange.tables import Cell
from tests.mentorapp.exchange.test_people import TODAY, mentor, newcomer

DAY = date(2026, 2, 1)


@pytest.mark.parametrize(
    "cell",
    [DAY, datetime.fromisoformat("2026-02-01T09:30"), 46054, "01.02.2026", "2026-02-01",
     "1. februar 2026",
     "Ja, 01.02.2026", "ja (1.2.2026)", "signert 01.02.26", "Skriftlig, den 1. februar 2026"],
)  # fmt: skip
def test_a_day_is_a_consent_given_on_it(cell: Cell, context: Context) -> None:
    assert given(cell, context) == DAY


@pytest.mark.parametrize("cell", ["ja", "Ja.", "yes", "x", "X", "✓", True, 1, "har samtykket",
                                  "Muntlig samtykke", "Samtykker", "signed"])  # fmt: skip
def test_a_plain_yes_is_a_consent_without_a_day(cell: Cell, context: Context) -> None:
    assert given(cell, context) is True


@pytest.mark.parametrize("cell", ["nei", "Nei, ikke ennå", "no", "nej", "ikkje enno", "mangler",
                                  False, 0, "not yet"])  # fmt: skip
def test_a_no_is_no_consent(cell: Cell, context: Context) -> None:
    assert given(cell, context) is False


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("ja, men ikke bilder", Reason.NOT_YES_OR_NO),
        ("ja, bare navn", Reason.NOT_YES_OR_NO),
        ("har ikke svart", Reason.NOT_YES_OR_NO),
        ("trukket 01.02.2026", Reason.NOT_YES_OR_NO),
        ("nei, trukket 01.02.2026", Reason.NOT_YES_OR_NO),
        ("venter", Reason.NOT_YES_OR_NO),
        ("31.02.2026", Reason.NO_SUCH_DATE),
        ("ja 31.02.2026", Reason.NO_SUCH_DATE),
        (3.5, Reason.NOT_YES_OR_NO),
    ],
)
def test_anything_else_is_left_to_a_human_being(
    cell: Cell, reason: Reason, context: Context
) -> None:
    found = given(cell, context)
    assert isinstance(found, Unreadable)
    assert found.reason is reason


def test_a_yes_is_dated_like_the_registration_else_today() -> None:
    registered = newcomer(Navn="Ola", Samtykke="ja", Registrert_dato="01.02.2026")
    assert registered.values["consent_given_on"] == DAY
    assert newcomer(Navn="Ola", Samtykke="x").values["consent_given_on"] == TODAY


def test_a_day_beside_a_yes_is_the_day() -> None:
    found = mentor(Navn="Ola", Samtykke="ja", Samtykke_dato="01.02.2026", Registrert="02.03.2026")
    assert found.values["consent_given_on"] == DAY
    assert "consent" not in found.values


@pytest.mark.parametrize("day", [None, "01.02.2026"])
def test_a_no_is_remarked_and_the_row_is_taken(day: Cell) -> None:
    found = mentor(Navn="Ola", Samtykke="nei", Samtykke_dato=day)
    assert found.readable
    assert "consent_given_on" not in found.values
    assert [(note.text, note.reason) for note in found.notes] == [("nei", NoteReason.NO_CONSENT)]


def test_a_reservation_is_kept_in_the_notes_and_no_consent_made_of_it() -> None:
    found = mentor(Navn="Ola", Samtykke="ja, men ikke bilder", Samtykke_dato="01.02.2026")
    assert "consent_given_on" not in found.values
    assert found.values["notes"] == "Samtykke: ja, men ikke bilder"
    assert [note.reason for note in found.notes] == [NoteReason.NOT_RECOGNISED]


def test_an_empty_cell_says_nothing_of_a_consent() -> None:
    found = mentor(Navn="Ola", Samtykke="-", Samtykke_dato=None)
    assert set(found.values) == {"given_name"}
    assert not found.notes


@pytest.mark.parametrize("kind", [ImportKind.MENTORS, ImportKind.NEWCOMERS])
@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Samtykke", "consent"),
        ("Samtykke gitt", "consent"),
        ("Har du gitt samtykke?", "consent"),
        ("Samtykke (ja/nei)", "consent"),
        ("Samtykke til registrering", "consent"),
        ("Samtykkeerklæring", "consent"),
        ("Jeg samtykker til at kommunen lagrer opplysningene mine", "consent"),
        ("Samtykke til behandling av personopplysninger", "consent"),
        ("GDPR-samtykke", "consent"),
        ("Consent", "consent"),
        ("Do you consent to us storing your data?", "consent"),
        ("Samtykke dato", "consent_given_on"),
        ("Samtykke (dato)", "consent_given_on"),
        ("Dato for samtykke", "consent_given_on"),
        ("Consent date", "consent_given_on"),
    ],
)
def test_a_consent_to_being_registered_is_known_by_its_heading(
    kind: ImportKind, heading: str, field: str
) -> None:
    assert recognise(kind, ["Navn", heading]).fields == {0: "name", 1: field}


@pytest.mark.parametrize("kind", [ImportKind.MENTORS, ImportKind.NEWCOMERS])
@pytest.mark.parametrize(
    "heading",
    ["Samtykke til foto", "Bilder (samtykke)", "Samtykke til lagring av bilder",
     "Samtykke til deling av telefonnummer", "Samtykke til politiattest", "Samtykke fra foresatte",
     "Samtykke til innhenting av opplysninger fra Nav", "Samtykke trukket", "Consent withdrawn",
     "Photo consent", "Consent to share data"],
)  # fmt: skip
def test_a_consent_to_something_else_is_not_taken_for_it(kind: ImportKind, heading: str) -> None:
    assert recognise(kind, ["Navn", heading]).fields == {0: "name"}
