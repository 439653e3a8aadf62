"""Whom to recruit: kinds of mentors who are short, and which organisation to ask for them.

A kind is what one would say on the telephone, and no more than that: what nobody who waits asks
for is left open. The places in it are those of people whose address is open, never of anybody with
a protected address, though such people are helped by the kind and counted.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mentorapp.domain.availability import Slot
from mentorapp.domain.households import ChildBand
from mentorapp.domain.organisations import ContactPerson, OrganisationKind
from mentorapp.domain.people import AgeBand, Gender
from mentorapp.domain.proposals import Obstacle
from mentorapp.domain.schemes import Scheme

#: Stands for a mentor who is not there yet where a mentor's id is told; no record has it.
RECRUIT = UUID(int=0)

#: The share is told for so many kinds: what one can bear in mind on the telephone.
_FIRST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class MentorKind:
    """A mentor as one would ask for; the defaults ask for nothing.

    ``languages`` are codes beside the country's own, which every recruit is taken to speak;
    ``postal_code`` and ``country`` stand for ``place``, ``interests`` and ``occupation_group`` are
    keys of the reference lists.
    """

    gender: Gender | None = None
    age_band: AgeBand | None = None
    languages: tuple[str, ...] = ()
    country: str = ""
    postal_code: str = ""
    place: str = ""
    municipality: str = ""
    slots: tuple[Slot, ...] = ()
    occupation_group: str = ""
    interests: tuple[str, ...] = ()
    child_band: ChildBand | None = None
    certificate: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortage:
    """A kind that is short. One such mentor added to the set gives exactly ``gain_pairs`` more
    pairs and ``gain_total`` more score.

    ``newcomers`` are the role ids of those without a pair whom such a mentor could take, of whom
    one mentor takes one. None of them and a gain all the same: the recruit takes somebody who has a
    mentor, and that mentor becomes free for one who waits. ``causes`` counts those newcomers by
    what keeps most mentors from them now, the most frequent first; MENTOR_FULL stands for mentors
    who would do and are taken.
    """

    kind: MentorKind
    newcomers: tuple[UUID, ...]
    gain_pairs: int
    gain_total: int
    causes: tuple[tuple[Obstacle, int], ...] = ()

    @property
    def helps(self) -> int:
        """How many who wait such a mentor could be paired with."""
        return len(self.newcomers)


def helped_by_first(shortages: Iterable[Shortage]) -> tuple[int, ...]:
    """How many different newcomers the first, the first two, the first three … kinds would help."""
    seen: set[UUID] = set()
    counts = []
    for one in shortages:
        seen.update(one.newcomers)
        counts.append(len(seen))
    return tuple(counts)


def share_of_first(shortages: Sequence[Shortage]) -> tuple[int, int]:
    """Of how many kinds from the top the share is told, and how many newcomers they would help."""
    helped = helped_by_first(shortages[:_FIRST])
    return len(helped), helped[-1] if helped else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """A kind that an organisation could be asked for; ``rank`` is its place in the list, from 1.

    ``helps`` leaves out whom the organisation's mentors would not meet or must not, its own
    employees for one. ``km`` is None for a kind without a place and for an organisation whose
    postal code is missing.
    """

    rank: int
    kind: MentorKind
    helps: int
    km: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationToAsk:
    """An organisation to call: whom to ask for, what it promised and whom it has given.

    ``registered`` are its mentors who have not ended, ``approved`` those of them who are approved.
    """

    organisation_id: UUID
    number: int
    name: str
    kind: OrganisationKind
    place: str = ""
    contact: ContactPerson | None = None
    agreement_to: date | None = None
    promised: int = 0
    registered: int = 0
    approved: int = 0
    asks: tuple[Ask, ...] = ()

    @property
    def missing(self) -> int:
        """Promised and not there yet."""
        return max(self.promised - self.registered, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecruitmentList:
    """Organisations in the order of calling, and the ranks of kinds that none of them fits."""

    organisations: tuple[OrganisationToAsk, ...] = ()
    anywhere: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Recruitment:
    """Whom to recruit for a scheme, as it is told on the screen and on paper.

    ``waiting`` are those without a pair, the strictly confidential left out; ``free_places`` is the
    room that mentors have left beside the pairs found. ``more_pairs`` tells for each shortage what
    ``recruits`` such mentors would give.
    """

    scheme: Scheme
    waiting: int
    free_places: int
    shortages: tuple[Shortage, ...]
    recruits: int
    more_pairs: tuple[int, ...]
    to_call: RecruitmentList
