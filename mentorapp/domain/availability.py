"""When somebody can meet: weekdays by three parts of the day."""

from dataclasses import dataclass
from enum import IntEnum
from typing import Self


class Weekday(IntEnum):
    """As ``date.weekday()``: Monday is 0."""

    MONDAY = 0
    TUESDAY = 1
    WEDNESDAY = 2
    THURSDAY = 3
    FRIDAY = 4
    SATURDAY = 5
    SUNDAY = 6


class DayPart(IntEnum):
    """Until noon, noon to about 17, after that."""

    MORNING = 0
    AFTERNOON = 1
    EVENING = 2


@dataclass(frozen=True, slots=True, order=True)
class Slot:
    """One cell of the weekly grid; written ``tuesday-evening``."""

    weekday: Weekday
    part: DayPart

    def __str__(self) -> str:
        return f"{self.weekday.name}-{self.part.name}".lower()

    @classmethod
    def parse(cls, text: str) -> Self:
        """The value of ``str(slot)``."""
        weekday, _, part = text.upper().partition("-")
        return cls(Weekday[weekday], DayPart[part])


ALL_SLOTS = frozenset(Slot(weekday, part) for weekday in Weekday for part in DayPart)
