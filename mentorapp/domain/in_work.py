"""What "in work" means: the office's own definition, chosen once."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from mentorapp.domain.office import Office
from mentorapp.domain.outcomes import WORKING, Outcome, OutcomeStatus

#: Work whose hours nobody knows is at least this much.
AN_HOUR = 60


class Definition(Protocol):
    """What has to be known to say what "in work" means; an office has it."""

    @property
    def work_least_minutes(self) -> int:
        """From so many minutes of paid work a week."""

    @property
    def subsidised_counts(self) -> bool:
        """Whether work on a wage subsidy counts."""


@dataclass(frozen=True, slots=True)
class OfficeDefinition:
    """The definition of an office of which nothing else is known here."""

    work_least_minutes: int
    subsidised_counts: bool


class Reading(StrEnum):
    """Which share is read: in work alone, or as the national goal has it."""

    WORK = "work"
    WORK_OR_EDUCATION = "work_or_education"


def in_work(outcome: Outcome, office: Office) -> bool:
    """Whether the answer says "in work" as the office defines it.

    Work on a wage subsidy counts if the office says so. Work without a number of hours counts only
    where an hour a week is enough: whoever works does so for an hour.
    """
    if outcome.status not in WORKING:
        return False
    if outcome.status is OutcomeStatus.SUBSIDISED and not office.subsidised_counts:
        return False
    return (outcome.weekly_minutes or AN_HOUR) >= office.work_least_minutes


def counts(outcome: Outcome, office: Office, reading: Reading) -> bool:
    """Whether the answer counts for the share; a course is no education."""
    studies = outcome.status is OutcomeStatus.EDUCATION
    return in_work(outcome, office) or (reading is Reading.WORK_OR_EDUCATION and studies)
