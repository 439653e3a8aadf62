"""Refusals about pairs of households; see ``errors``."""

from dataclasses import dataclass

from mentorapp.domain.errors import Refused


@dataclass(eq=False)
class SchemeWithoutHouseholds(Refused):
    """The scheme pairs persons alone."""


@dataclass(eq=False)
class NoHousehold(Refused):
    """Somebody is to be in a pair with all who live with him, and none is known."""

    name: str
