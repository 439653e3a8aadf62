"""What a list of people in one role is told by: its columns, filters, words and steps."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, Protocol, TypeVar
from uuid import UUID

from mentorapp.domain.protection import Protection
from mentorapp.operations import Transaction
from mentorapp.operations.people import PersonFile
from ui.people.card import Facts
from ui.people.submission import Role
from ui.theme import Tone
from ui.widgets.list_page import EmptyList
from ui.widgets.table import Column


class PersonRow(Protocol):
    """What every row of these lists has."""

    @property
    def person_id(self) -> UUID: ...
    @property
    def number(self) -> int: ...
    @property
    def name(self) -> str: ...
    @property
    def languages(self) -> tuple[str, ...]: ...
    @property
    def municipality(self) -> str: ...
    @property
    def schemes(self) -> frozenset[str]: ...
    @property
    def status(self) -> Any: ...
    @property
    def protection(self) -> Protection: ...
    @property
    def registered_on(self) -> date: ...
    @property
    def coordinators(self) -> tuple[str, ...]: ...


P = TypeVar("P", bound=PersonRow)


@dataclass(frozen=True, slots=True)
class RoleList(Generic[P]):
    """All in which the two lists differ; texts are translated already."""

    role: Role
    title: str
    new: str
    empty: EmptyList
    columns: Sequence[Column[P]]
    search: Callable[[P], str]
    rows: Callable[[Transaction, date], list[P]]
    statuses: Iterable[Any]
    steps: Callable[[P], Sequence[Any]]
    set_status: Callable[[Transaction, P, Any, date], object]
    set_statuses: Callable[..., int]
    """As `batches.set_mentor_status`."""
    hand_over: Callable[..., int]
    """As `batches.hand_over_of_mentors`."""
    tone: Callable[[P], Tone]
    subtitle: Callable[[P], str]
    facts: Callable[[P, PersonFile | None], Facts]
    count: Callable[[list[P]], str]
    role_id: Callable[[P], UUID]
