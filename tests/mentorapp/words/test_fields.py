import ast
from collections.abc import Iterator
from dataclasses import fields
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

import pytest

import mentorapp
from mentorapp import domain
from mentorapp.domain.contact_details import ContactDetails
from mentorapp.domain.households import Household
from mentorapp.domain.interviews import Question
from mentorapp.domain.meetings import Meeting
from mentorapp.domain.mentors import Mentor, MentorStatus
from mentorapp.domain.newcomers import Newcomer, NewcomerStatus
from mentorapp.domain.numbers import NumberKind
from mentorapp.domain.office import Office
from mentorapp.domain.organisations import Organisation
from mentorapp.domain.pairings import Pairing, PairingStatus
from mentorapp.domain.people import Person
from mentorapp.domain.proposals import ProposalStatus
from mentorapp.domain.records import Record
from mentorapp.domain.schemes import Scheme
from mentorapp.storage.records import kind_of
from mentorapp.storage.tables import MIRRORS
from mentorapp.words import LANGUAGES, Words
from mentorapp.words.event_terms import EVENT_FIELDS
from mentorapp.words.fields import FIELDS, field_label, kind_label, role_status
from mentorapp.words.fields_driving import DRIVING_FIELDS
from mentorapp.words.fields_outcomes import OUTCOME_FIELDS

CODE = Path(mentorapp.__file__).parent
NAMES_ITS_FIELD = {"InvalidField", "ProtectedLocation", "check_length"}
FORMS = (
    Person,
    ContactDetails,
    Household,
    Organisation,
    Mentor,
    Newcomer,
    Scheme,
    Pairing,
    Meeting,
    Office,
)
ALL_FIELDS = {field.name for form in FORMS for field in fields(form)}


def refused_fields() -> Iterator[str]:
    """Every name of a field that the code refuses by, also those it takes from a list of names."""
    for path in CODE.rglob("*.py"):
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(function, ast.FunctionDef):
                continue
            calls = [node for node in ast.walk(function) if isinstance(node, ast.Call)]
            named = [
                call.args[0]
                for call in calls
                if isinstance(call.func, ast.Name) and call.func.id in NAMES_ITS_FIELD and call.args
            ]
            yield from (str(name.value) for name in named if isinstance(name, ast.Constant))
            if any(isinstance(name, ast.Name) for name in named):
                texts = [node for node in ast.walk(function) if isinstance(node, ast.Constant)]
                yield from (str(one.value) for one in texts if one.value in ALL_FIELDS)


REFUSED = sorted(set(refused_fields()))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_that_can_be_refused_has_a_label(language: str) -> None:
    words = Words(language)

    assert {"given_name", "held_on", "address", "certificate_seen_on"} <= set(REFUSED)
    assert [name for name in REFUSED if name not in FIELDS] == []
    assert all(field_label(words, name) for name in REFUSED)


@pytest.mark.parametrize("form", [Person, ContactDetails, Organisation, Mentor, Newcomer])
def test_what_an_import_may_change_has_a_label(form: type[Record]) -> None:
    inner = {field.name for field in fields(Record)} | {
        "number",
        "person_id",
        "household_id",
        "organisation_id",
    }

    assert {field.name for field in fields(form)} - inner - set(FIELDS) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_kinds_of_record_and_of_number_have_a_word(language: str) -> None:
    words = Words(language)

    for number in NumberKind:
        assert kind_label(words, number.name.lower())
    for record in all_records():
        assert kind_label(words, kind_of(record))


def all_records() -> list[type[Record]]:
    for module in iter_modules(domain.__path__):
        import_module(f"{domain.__name__}.{module.name}")
    return [one for one in Record.__subclasses__() if one.__module__.startswith(domain.__name__)]


STATUSES: dict[str, Any] = {
    "mentor": MentorStatus,
    "newcomer": NewcomerStatus,
    "proposal": ProposalStatus,
    "pairing": PairingStatus,
}


@pytest.mark.parametrize("kind", STATUSES)
def test_a_status_is_said_by_its_stored_code(kind: str) -> None:
    for status in STATUSES[kind]:
        assert role_status(Words("nb"), kind, status.value)


@pytest.mark.parametrize("part", [EVENT_FIELDS, DRIVING_FIELDS, OUTCOME_FIELDS])
def test_no_field_takes_the_word_of_another_with_its_name(part: dict[str, str]) -> None:
    assert {name: FIELDS[name] for name in part} == part


@pytest.mark.parametrize("language", LANGUAGES)
def test_any_name_of_a_field_or_kind_in_the_log_is_told_without_an_error(language: str) -> None:
    """Names that no form shows, too: the answer of a guest has the name of a question's kind."""
    words = Words(language)
    stored = {column.name for table in MIRRORS.values() for column in table.columns}
    unknown = {"", ".", "answer.", "item.", "answer.of another version", "item.x", "gone"}

    assert "answer" in stored
    assert all(field_label(words, name) for name in stored)
    assert [field_label(words, name) for name in sorted(unknown)] == sorted(unknown)
    assert field_label(words, "answer") != field_label(words, f"answer.{Question.GOOD}")
    assert kind_label(words, "gone") == "gone"
