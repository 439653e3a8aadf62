"""Refusals about reports; see ``errors``."""

from dataclasses import dataclass

from mentorapp.domain.errors import Refused


@dataclass(eq=False)
class QuotedNoMore(Refused):
    """Somebody who is quoted in the kept report has taken the consent back since, or is protected
    or no longer registered.
    """
