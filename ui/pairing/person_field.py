"""A field to choose one of many people by typing part of a name or the number."""

from collections.abc import Sequence
from typing import Protocol
from uuid import UUID

from PySide6.QtWidgets import QWidget

from mentorapp.words import Words
from ui.widgets.record_field import RecordField


class Offered(Protocol):
    """Somebody who can be chosen; `free` is how many more newcomers a mentor can take."""

    @property
    def role_id(self) -> UUID: ...
    @property
    def number(self) -> int: ...
    @property
    def name(self) -> str: ...
    @property
    def free(self) -> int: ...


class PersonField(RecordField):
    """Name and number as text."""

    def __init__(
        self,
        words: Words,
        people: Sequence[Offered],
        *,
        free: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """With `free` it stands beside each how many newcomers the person can still take."""
        choices = []
        for one in sorted(people, key=lambda person: person.name.casefold()):
            text = f"{one.name} ({one.number})"
            if free:
                room = words.plural("room for %(n)d", "room for %(n)d", max(0, one.free))
                text = f"{text} · {room}"
            choices.append((one.role_id, text))
        super().__init__(words, choices, parent=parent)
