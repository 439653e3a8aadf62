"""What every letter has, whoever gets it and whatever it is about."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from datetime import date

from mentorapp.domain.absences import StandIn
from mentorapp.domain.letters import LetterKind, Reader
from mentorapp.domain.office import Office
from mentorapp.domain.office_pictures import NO_PICTURES, Pictures


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter(ABC):
    """``text`` is the letter text to fill, the office's own or the shipped one, in ``language``;
    empty for sheets without one (see ``letter_layouts``). ``coordinator`` has it signed, ``away``
    is who answers for the coordinator on the day it is written. ``beside`` is the office's language
    and the text in it, printed beside one that no native reader has approved.
    """

    kind: LetterKind
    language: str
    written_on: date
    office: Office
    text: str = ""
    beside: tuple[str, str] | None = None
    coordinator: str = ""
    away: StandIn | None = None
    pictures: Pictures = NO_PICTURES

    @property
    @abstractmethod
    def reader(self) -> Reader:
        """Who gets the letter."""

    @property
    @abstractmethod
    def number(self) -> int:
        """What it is filed under: the pairing's, else the person's or organisation's number."""

    @property
    @abstractmethod
    def address(self) -> tuple[str, ...]:
        """The lines in the envelope's window; empty when it is handed over."""

    @property
    @abstractmethod
    def is_protected(self) -> bool:
        """Whether anything that tells of a place must stay out."""

    @property
    def signed_by(self) -> str:
        """The coordinator's name, else the office's usual one."""
        return self.coordinator or next(iter(self.office.coordinators), "") or self.office.name
