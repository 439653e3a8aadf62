"""Refusals about the records of work, belonging, outcomes and cooperation; see ``errors``."""

from dataclasses import dataclass
from datetime import date

from mentorapp.domain.errors import Refused


@dataclass(eq=False)
class NotUnique(Refused):
    """What was typed fits several records."""

    text: str


@dataclass(eq=False)
class LeftTheHouse(Refused):
    """What was printed or handed to another office cannot be undone: it is out."""


@dataclass(eq=False)
class ConsentWithdrawn(Refused):
    """The consent is dated before the day on which it was taken back."""

    withdrawn_on: date


@dataclass(eq=False)
class NameTaken(Refused):
    """Another record that is found by its name is called so already."""

    name: str


@dataclass(eq=False)
class WordListFull(Refused):
    """The office has as many words of its own as the engine can tell apart."""

    limit: int
