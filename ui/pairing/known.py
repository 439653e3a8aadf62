"""Who is offered to be asked about."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from mentorapp.operations.explaining import Solved


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person of a run, as a field offers him."""

    role_id: UUID
    number: int
    name: str
    free: int = 0


@dataclass(frozen=True, slots=True)
class Known:
    """Everybody of a run by name.

    Strictly confidential people are in neither list, but in `hidden`: only their own line asks.
    """

    scheme_id: UUID
    names: Mapping[UUID, str]
    mentors: tuple[Somebody, ...]
    newcomers: tuple[Somebody, ...]
    hidden: tuple[Somebody, ...]


def known_of(solved: Solved) -> Known:
    """For a thread of its own: with thousands of people it takes a moment."""
    gathered, names = solved.pairing_input, solved.names

    strict = {one.role_id for one in gathered.mentors if one.by_hand}
    strict |= {one.role_id for one in gathered.newcomers if one.by_hand}

    def some(role_ids: Iterable[UUID], *, hidden: bool) -> tuple[Somebody, ...]:
        return tuple(
            Somebody(one, solved.numbers[one], names[one])
            for one in role_ids
            if (one in strict) == hidden
        )

    mentors = [one.role_id for one in gathered.mentors]
    newcomers = [one.role_id for one in gathered.newcomers]
    return Known(
        gathered.scheme.id,
        names,
        some(mentors, hidden=False),
        some(newcomers, hidden=False),
        some([*mentors, *newcomers], hidden=True),
    )
