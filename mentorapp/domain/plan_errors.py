"""Refusals about plans; see ``errors``."""

from dataclasses import dataclass

from mentorapp.domain.errors import Refused


@dataclass(eq=False)
class PlanProtected(Refused):
    """On paper it would tell where a protected person is, now or soon."""
