"""Refusals about letters; see ``errors``."""

from dataclasses import dataclass

from mentorapp.domain.errors import Refused


@dataclass(eq=False)
class ProtectedSince(Refused):
    """The letter tells of somebody whose address has become protected since it was printed."""


@dataclass(eq=False)
class NotKept(Refused):
    """The letter is from before letters were kept, or was removed with its person."""


@dataclass(eq=False)
class TextNotRight(Refused):
    """A letter text cannot be printed; ``said`` is the sentence about the first fault."""

    said: str


@dataclass(eq=False)
class NoSuchText(Refused):
    """There is no letter text of this kind in this language."""


@dataclass(eq=False)
class NotAText(Refused):
    """A file that should hold a letter text is not text in UTF-8."""

    name: str
