"""People who live together, for whom one pairing or one protection counts for all."""

from dataclasses import dataclass
from enum import StrEnum

from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.records import Record
from mentorapp.domain.statistics import Share
from mentorapp.domain.text import NAME_LIMIT, check_length


class ChildBand(StrEnum):
    """Children's ages in the bands of nursery and school."""

    UNDER_1 = "0"
    NURSERY = "1_5"
    PRIMARY = "6_12"
    YOUTH = "13_17"


@dataclass(frozen=True, slots=True, kw_only=True)
class Household(Record):
    """``label`` is the office's own word for it, often a family name; members point here.

    ``near_school`` is a wish to live near a school or nursery (Bodø seminar, group 4).
    """

    label: str
    child_bands: frozenset[ChildBand] = frozenset()
    childcare_needed: bool = False
    near_school: bool = False

    @property
    def has_minors(self) -> bool:
        """Children live here, so that a mentor needs a certificate."""
        return bool(self.child_bands)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildcareFigures:
    """Who needs somebody to mind the children to be able to meet: a barrier, counted as one.

    - ``pairs``: running pairs with such a household on the newcomer's side, of all running pairs.
    - ``waiting``: newcomers to be paired who live in such a household, of all to be paired.
    - ``households``: such households behind these pairs and newcomers, each counted once.
    """

    pairs: Share
    waiting: Share
    households: int


_BAND_ENDS = (
    (0, ChildBand.UNDER_1),
    (5, ChildBand.NURSERY),
    (12, ChildBand.PRIMARY),
    (17, ChildBand.YOUTH),
)


def child_band(age: int) -> ChildBand | None:
    """The band of an age in whole years; None from eighteen on."""
    return next((band for end, band in _BAND_ENDS if age <= end), None)


def check_household(household: Household) -> None:
    """Raise InvalidField when there is no label or one too long."""
    if not household.label.strip():
        raise InvalidField("label", Problem.MISSING)
    check_length("label", household.label, NAME_LIMIT)
