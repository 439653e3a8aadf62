"""Every operation of the program, and what it takes to call it about somebody."""

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import NoneType, SimpleNamespace
from typing import Any, get_args, get_origin, get_type_hints
from uuid import UUID

import mentorapp.operations
from mentorapp.domain.accounts import Right
from mentorapp.domain.organisations import Organisation
from mentorapp.domain.people import Person
from mentorapp.domain.quarters import Quarter, Year
from mentorapp.domain.records import Record
from mentorapp.domain.report_kinds import ReportKind
from mentorapp.operations import Transaction, people
from mentorapp.operations.registrations import Registration
from mentorapp.operations.report_gathering import Wish
from mentorapp.storage import records
from mentorapp.storage.tables import MIRRORS
from mentorapp.words import Words
from tests.factories import TODAY

#: What a parameter's name says where it is not the kind of record.
_MEANT = {
    "about": "person", "add": "person", "call": "call", "check": "barrier_check",
    "contact": "contact_point", "entry": "shared_entry", "figure": "background_figure",
    "first": "person", "form": "unfinished_form", "goal": "plan_goal", "letter": "letter_issued",
    "list": "shared_list", "offer": "offered_places", "other": "person", "own": "household",
    "printed": "printed_report", "record": "person", "second": "person", "step": "plan_step",
    "subject": "person", "view": "saved_view",
}  # fmt: skip
_MEANT_IN = {
    ("networks", "check"): "network_check",
    ("goals", "goal"): "office_goal",
    ("labels.for_organisations", "ids"): "organisation",
    ("batches.hand_over", "ids"): "pairing",
    ("batches.hand_over_of_mentors", "ids"): "mentor",
    ("batches.set_mentor_status", "ids"): "mentor",
    ("batches.hand_over_of_newcomers", "ids"): "newcomer",
    ("batches.set_newcomer_status", "ids"): "newcomer",
    ("invitations", "ids"): "invitation",
    ("letters", "ids"): "letter_issued",
    ("labels", "ids"): "person",
}
_TEXTS = {
    "person": ("people", "in_run", "likeness", "finding"),
    "pairing": ("pairings", "projects", "questionnaires"),
    "placement": ("placements",),
    "event": ("events",),
    "organisation": ("organisations",),
}
_KINDS = {records.kind_of(kind): kind for kind in MIRRORS if issubclass(kind, Record)}
_PLAIN: Mapping[Any, Any] = {
    date: TODAY, int: 2, bool: True, bytes: b"x", Words: Words("nb"), NoneType: None,
    Quarter: Quarter.of(TODAY), Year: Year.of(TODAY),
    Wish: Wish(kind=ReportKind.PERIOD, period=Quarter.of(TODAY)),
}  # fmt: skip


@dataclass(frozen=True, eq=False)
class Operation:
    """One of them, by its name as in the audit; ``right`` is what it asks for, if anything."""

    name: str
    call: Callable[..., Any]
    right: Right | None
    hints: Mapping[str, Any]

    @property
    def module(self) -> str:
        return self.name.partition(".")[0]


@cache
def every_operation() -> tuple[Operation, ...]:
    """Every public function that is handed a transaction."""
    return tuple(_operations())


def _operations() -> Iterator[Operation]:
    for module in iter_modules(mentorapp.operations.__path__):
        if module.name.startswith("example_"):
            continue  # they fill the office to play with, which is nobody's
        found = import_module(f"mentorapp.operations.{module.name}")
        for name, function in vars(found).items():
            if name.startswith("_") or not inspect.isfunction(function):
                continue
            if function.__module__ != found.__name__:
                continue
            parameters = list(inspect.signature(function).parameters.values())
            if not parameters or parameters[0].name != "tx":
                continue
            wanted = _wanted(inspect.unwrap(function), parameters[1:])
            right = getattr(function, "needs", None)
            yield Operation(f"{module.name}.{name}", function, right, wanted)


def _wanted(
    function: Callable[..., Any], parameters: Iterable[inspect.Parameter]
) -> Mapping[str, Any]:
    many = (inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD)
    needed = {one.name for one in parameters if one.default is one.empty and one.kind not in many}
    bare = SimpleNamespace(__annotations__={
        name: hint for name, hint in function.__annotations__.items() if name in needed
    })  # fmt: skip
    return get_type_hints(bare, function.__globals__)


@dataclass(frozen=True)
class About:
    """Somebody and one record of each kind about him, as it is stored."""

    registration: Registration
    of: Mapping[str, Record]

    @property
    def _plain(self) -> Mapping[Any, Any]:
        return {**_PLAIN, Registration: self.registration}

    def arguments(self, operation: Operation) -> dict[str, Any] | None:
        """To call the operation about him; None where it takes what only other ones give."""
        found = {name: self._value(operation, name, hint) for name, hint in operation.hints.items()}
        return None if any(value is _Unknown for value in found.values()) else found

    def _value(self, operation: Operation, name: str, hint: Any) -> Any:
        if hint is str:
            return self._text(operation)
        if hint is UUID or UUID in get_args(hint):
            ids = self._ids(operation, name)
            one = UUID is hint or type(None) in get_args(hint)
            return _Unknown if not ids else ids[0] if one else ids
        if hint in self._plain:
            return self._plain[hint]
        if isinstance(hint, type) and issubclass(hint, Enum):
            return next(iter(hint))
        if isinstance(hint, type) and issubclass(hint, Record):
            return self.of.get(records.kind_of(hint), _Unknown)
        if get_origin(hint) in (Mapping, Callable):
            return {} if get_origin(hint) is Mapping else _Unknown
        parts = [part for part in get_args(hint) if part is not Ellipsis]
        return self._part(operation, name, parts)

    def _part(self, operation: Operation, name: str, parts: Sequence[Any]) -> Any:
        """The first of what may be handed in, or a list of one."""
        values = [self._value(operation, name, part) for part in parts]
        known = next((value for value in values if value not in (_Unknown, None)), _Unknown)
        return known if known is _Unknown or len(parts) > 1 else [known]

    def _ids(self, operation: Operation, name: str) -> list[UUID]:
        asked = name.removesuffix("s").removesuffix("_id")
        meant = (
            _MEANT_IN.get((operation.name, name))
            or _MEANT_IN.get((operation.module, name))
            or _MEANT_IN.get((operation.module, asked))
            or _MEANT.get(asked, asked)
        )
        if name in ("people", "person_ids"):
            meant = "person"
        return [self.of[meant].id] if meant in self.of else []

    def _text(self, operation: Operation) -> str:
        for kind, modules in _TEXTS.items():
            if operation.module in modules and kind in self.of:
                record: Any = self.of[kind]
                return str(record.number)
        return self.registration.person.given_name


class _Unknown:
    """No value is known."""


def about(tx: Transaction, person: Person, theirs: Mapping[str, set[UUID]]) -> About:
    """``theirs`` are the ids of records that are about somebody hidden, by table."""
    of: dict[str, Record] = {}
    for name, kind in _KINDS.items():
        table = MIRRORS[kind].name
        stored = records.stored(tx, kind, theirs.get(table, set()))
        if not stored and kind is not Person:
            stored = records.find(tx, kind)[:1]
        if stored:
            of[name] = next((one for one in stored if _is_of(one, person)), stored[0])
    of["person"] = person
    if "organisation" not in of:
        of["organisation"] = records.find(tx, Organisation)[0]
    return About(people.registration(tx, person.id), of)


def _is_of(record: Any, person: Person) -> bool:
    return getattr(record, "person_id", None) == person.id
