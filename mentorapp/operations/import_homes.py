"""Households in a list of people: which one a row means, and what the list says of it.

A household is known by the label in its column. Whoever tells of children without naming a
household has one of his own: two families with the same name must not become one, since whoever
lives together is never paired and shares an address protection.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from mentorapp.domain.households import Household
from mentorapp.domain.imports import RowReading
from mentorapp.domain.people import Person
from mentorapp.domain.protection import Protection, strictest
from mentorapp.domain.text import folded
from mentorapp.storage import records
from mentorapp.storage.database import Transaction


@dataclass(slots=True)
class _Said:
    """What all rows of the file that name a household say of it together."""

    about: dict[str, Any] = field(default_factory=dict)
    level: Protection = Protection.NONE

    def add(self, reading: RowReading) -> None:
        about, level = _about(reading), reading.values.get("protection")
        for name, value in about.items():
            before = self.about.get(name)
            self.about[name] = value if before is None else before | value
        if isinstance(level, Protection):
            self.level = strictest((self.level, level))


@dataclass(frozen=True, slots=True)
class Homes:
    """Households as they are stored and as the rows read so far leave them, with protections."""

    stored: Mapping[UUID, Household]
    by_id: dict[UUID, Household]
    by_label: dict[str, UUID]
    own: dict[int, UUID]
    levels: dict[UUID, Protection]
    said: Mapping[str, _Said]

    @staticmethod
    def of(
        tx: Transaction,
        people: Iterable[Person],
        levels: Mapping[UUID, Protection],
        readings: Sequence[RowReading],
    ) -> "Homes":
        """Read once for a whole file.

        A protected member further down the list protects the household from its first row on.
        """
        stored = records.by_id(records.find(tx, Household))
        said: dict[str, _Said] = {}
        for reading in readings:
            if label := _label(reading):
                said.setdefault(label, _Said()).add(reading)
        homes = Homes(
            stored=stored,
            by_id=dict(stored),
            by_label={folded(one.label): one.id for one in stored.values()},
            own={},
            levels={},
            said=said,
        )
        for person in people:
            homes.protect(person.household_id, levels.get(person.id, Protection.NONE))
        for label, one in said.items():
            homes.protect(homes.by_label.get(label), one.level)
        return homes

    def protect(self, home: UUID | None, level: Protection) -> None:
        """Somebody with this protection lives there."""
        if home is not None and level is not Protection.NONE:
            self.levels[home] = strictest((level, self.levels.get(home, Protection.NONE)))

    def level(self, home: UUID | None) -> Protection:
        """The protection of all who live there."""
        return self.levels.get(home, Protection.NONE) if home else Protection.NONE

    def meant(self, reading: RowReading, lives_in: UUID | None = None) -> Household | None:
        """The household of a row as it would be; None when the row tells of none.

        ``lives_in`` is where the person is stored to live already.
        """
        label = _label(reading)
        if label:
            home = self._labelled(reading, label)
            return replace(home, **self.said[label].about)
        about = _about(reading)
        if lives_in is not None:
            return replace(self.by_id[lives_in], **about)
        if not any(about.values()):
            return None
        return replace(self._own(reading), **about)

    def keep(self, home: Household) -> tuple[str, ...]:
        """Let later rows see the household like this; the field that changed, if it is stored."""
        before = self.by_id[home.id]
        self.by_id[home.id] = home
        return ("household",) if before != home and home.id in self.stored else ()

    def write(self, tx: Transaction, homes: Iterable[Household]) -> None:
        """Add the new ones and change the others."""
        wanted = {home.id: home for home in homes}
        records.add_all(tx, [home for key, home in wanted.items() if key not in self.stored])
        for key, home in wanted.items():
            if key in self.stored:
                records.amend(tx, home)

    def _labelled(self, reading: RowReading, label: str) -> Household:
        if label not in self.by_label:
            self.by_label[label] = self._new(str(reading.values["household"]))
            self.protect(self.by_label[label], self.said[label].level)
        return self.by_id[self.by_label[label]]

    def _own(self, reading: RowReading) -> Household:
        if reading.number not in self.own:
            names = (reading.values.get(name, "") for name in ("given_name", "family_name"))
            self.own[reading.number] = self._new(" ".join(map(str, names)).strip())
        return self.by_id[self.own[reading.number]]

    def _new(self, label: str) -> UUID:
        home = Household(label=label)
        self.by_id[home.id] = home
        return home.id


def _label(reading: RowReading) -> str:
    return folded(str(reading.values.get("household", "")))


def _about(reading: RowReading) -> dict[str, Any]:
    names = ("child_bands", "childcare_needed")
    return {name: reading.values[name] for name in names if name in reading.values}
