"""Refusals about the records of work, belonging, outcomes and cooperation; see ``errors``."""

from dataclasses import dataclass

from mentorapp.domain.errors import Refused


@dataclass(eq=False)
class NotUnique(Refused):
    """What was typed fits several records."""

    text: str


@dataclass(eq=False)
class LeftTheHouse(Refused):
    """What was printed or handed to another office cannot be undone: it is out."""
