import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime
from enum import Enum
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest

from mentorapp import domain
from mentorapp.domain import errors
from mentorapp.domain.audit_chain import Break, Fault
from mentorapp.domain.errors import (
    CannotWriteFile,
    FileTrouble,
    InvalidField,
    NumberOfAnotherKind,
    OfficeUnavailable,
    Problem,
    Refused,
)
from mentorapp.domain.imports import FileRefused
from mentorapp.domain.schemes import Scheme
from mentorapp.words import LANGUAGES, Words
from mentorapp.words.refusals import explain
from tests.factories import a_scheme

for module in iter_modules(domain.__path__, "mentorapp.domain."):
    import_module(module.name)  # whatever is refused is defined in one of them

#: Codes that stand in a text field: what a refusal names by it.
CODES: dict[str, Any] = {
    "field": "given_name",
    "kind": "mentor",
    "by": "pairing",
    "found": "person",
    "wanted": "pairing",
    "role": "mentor",
    "status": "approved",
    "now": "approved",
    "to": "ended",
    "obstacles": ("too_far",),
    "reason": "full",
    "fields": ("given_name",),
}
#: Those of a proposal speak of its own statuses.
OTHER_CODES: dict[Any, dict[str, Any]] = {errors.ProposalDecided: {"status": "declined"}}


def refusals(kind: type[Refused] = Refused) -> Iterator[type[Refused]]:
    for one in kind.__subclasses__():
        if one.__module__.startswith("mentorapp.domain"):
            yield one
            yield from refusals(one)


#: The classes that gather others are never raised themselves.
ALL = [kind for kind in refusals() if kind not in {OfficeUnavailable, FileRefused}]


def example(kind: type[Refused]) -> Refused:
    """An instance with something in every field that must show up in the sentence."""
    hints = get_type_hints(kind)
    codes = CODES | OTHER_CODES.get(kind, {})
    names = [f.name for f in fields(kind)]  # type: ignore[arg-type]
    return kind(**{name: sample(hints[name], name, codes) for name in names})


def sample(hint: Any, name: str, codes: dict[str, Any]) -> Any:
    if get_origin(hint) in {Union, UnionType}:
        hint = next(one for one in get_args(hint) if one is not type(None))
    if get_origin(hint) is tuple:
        return codes.get(name) or (sample(get_args(hint)[0], name, {}),)
    if get_origin(hint) is frozenset:
        return frozenset()
    if isinstance(hint, type) and issubclass(hint, Enum):
        return next(iter(hint))
    usual: dict[Any, Any] = {
        int: 4711,
        bool: False,
        str: codes.get(name, f"<{name}>"),
        date: date(2026, 11, 23),
        datetime: datetime(2026, 11, 23, 9, 30, tzinfo=UTC),
        Path: Path("/x/office.db"),
        Scheme: a_scheme(),
        Break: Break(Fault.CHANGED, 3, 7),
    }
    return usual[hint]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.__name__)
def test_every_refusal_is_a_sentence(kind: type[Refused], language: str) -> None:
    said = explain(Words(language), example(kind))

    assert len(said) > 15
    assert said[-1] in ".:?", said
    assert not re.search(r"%\(|\{|None|datetime|<class|Enum", said), said


@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.__name__)
def test_every_refusal_has_words_of_its_own_in_bokmal(kind: type[Refused]) -> None:
    refused = example(kind)

    assert explain(Words("nb"), refused) != explain(Words("en"), refused)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("problem", Problem)
def test_every_problem_of_a_field_names_the_field(problem: Problem, language: str) -> None:
    words = Words(language)

    said = explain(words, InvalidField("birth_year", problem, "<1062>", "1–5"))

    assert words.text("Year of birth") in said
    assert said.endswith(".")
    assert "%(" not in said


def test_what_is_out_of_range_is_told_with_what_is_possible() -> None:
    words = Words("en")

    with_limit = InvalidField("usual_months", Problem.OUT_OF_RANGE, "0", "1–60")
    without = InvalidField("birth_year", Problem.OUT_OF_RANGE, "2062")

    assert explain(words, with_limit) == ("Usual length (months) cannot be “0”. Possible is 1–60.")
    assert explain(words, without) == "Year of birth cannot be “2062”."


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("trouble", FileTrouble)
def test_every_trouble_with_a_file_names_it_and_says_why(
    trouble: FileTrouble, language: str
) -> None:
    words = Words(language)

    said = explain(words, CannotWriteFile("letters.pdf", trouble))

    assert "letters.pdf" in said
    assert len({explain(words, CannotWriteFile("x", one)) for one in FileTrouble}) == len(
        FileTrouble
    )


def test_the_data_stand_in_the_sentence_in_the_users_form() -> None:
    nb, en = Words("nb"), Words("en")

    assert "23.11.2026" in explain(nb, errors.MeetingInFuture(date(2026, 11, 23)))
    assert "23 Nov 2026" in explain(en, errors.MeetingInFuture(date(2026, 11, 23)))
    assert "30017" in explain(en, errors.PairingClosed(30017))
    assert "Buddy, Work mentor" in explain(
        en, errors.NotFound("scheme", "Bddy", ("Buddy", "Work mentor"))
    )
    assert explain(en, NumberOfAnotherKind("10017", "person", "pairing")) == (
        "10017 is a number for “person”, not for “pairing”."
    )
    assert explain(en, NumberOfAnotherKind("90017", "", "pairing")) == (
        "90017 is not a number for “pairing”."
    )
    assert "pc7, 4711" in explain(en, errors.ReadOnlyOffice("pc7, 4711"))
    assert explain(en, errors.ReadOnlyOffice()) != explain(en, errors.ReadOnlyOffice("?"))


def test_percent_signs_and_markup_of_the_user_stay_as_they_are() -> None:
    said = explain(Words("nb"), InvalidField("email", Problem.NOT_AN_EMAIL, "100%(x)s <b>@"))

    assert "100%(x)s <b>@" in said


def test_a_refusal_nobody_put_into_words_is_a_bug() -> None:
    @dataclass(eq=False)
    class Unheard(Refused):
        pass

    with pytest.raises(KeyError):
        explain(Words("en"), Unheard())
