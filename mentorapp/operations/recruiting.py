"""Which organisation to ask for which kinds of mentors, and whom to call there."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from uuid import UUID

from mentorapp.domain.mentors import Mentor, MentorStatus
from mentorapp.domain.organisations import ContactPerson, Organisation, OrganisationKind
from mentorapp.domain.shortages import (
    Ask,
    MentorKind,
    OrganisationToAsk,
    RecruitmentList,
    Shortage,
)
from mentorapp.matching.criteria import municipality
from mentorapp.operations.places import place_name
from mentorapp.reference.places import Place, distance_km, place
from mentorapp.storage import records
from mentorapp.storage.database import Transaction

if TYPE_CHECKING:
    from mentorapp.matching.recruits import Waiting

#: So far from the kind's place an organisation's people can be thought to live; in the same
#: municipality they may live farther.
_NEAR_KM = 30
#: More kinds than these nobody asks for in one call.
_ASKS = 5


@dataclass(frozen=True, slots=True)
class Organisations:
    """All organisations with their mentors who have not ended, free of the database."""

    organisations: tuple[Organisation, ...]
    registered: Mapping[UUID, int]
    approved: Mapping[UUID, int]


def gather_organisations(tx: Transaction) -> Organisations:
    """What ``recruitment_list`` looks at."""
    registered: dict[UUID, int] = {}
    approved: dict[UUID, int] = {}
    for mentor in records.find(tx, Mentor):
        home = mentor.organisation_id
        if home is not None and mentor.status is not MentorStatus.ENDED:
            registered[home] = registered.get(home, 0) + 1
            if mentor.status is MentorStatus.APPROVED:
                approved[home] = approved.get(home, 0) + 1
    return Organisations(tuple(records.find(tx, Organisation)), registered, approved)


def recruitment_list(
    gathered: Organisations, waiting: "Waiting", shortages: Sequence[Shortage]
) -> RecruitmentList:
    """Organisations that could have such mentors: who owes promised ones first, then by the rank
    of the first kind they fit, then by how near they are.
    """
    from mentorapp.matching.recruits import helped_from

    asked = []
    counts = helped_from(waiting, shortages, gathered.organisations)
    for organisation, helps in zip(gathered.organisations, counts, strict=True):
        asks = tuple(_asks(organisation, shortages, helps))
        if asks:
            asked.append(_to_ask(gathered, organisation, asks))
    fitted = {ask.rank for one in asked for ask in one.asks}
    return RecruitmentList(
        organisations=tuple(sorted(map(_shortened, asked), key=_in_order)),
        anywhere=tuple(rank for rank in range(1, len(shortages) + 1) if rank not in fitted),
    )


def _asks(
    organisation: Organisation, shortages: Sequence[Shortage], helps: Sequence[int]
) -> Iterator[Ask]:
    """``helps`` is for each shortage how many of those it helps the organisation's mentors meet."""
    at = place(organisation.country, organisation.postal_code)
    for rank, (shortage, meets) in enumerate(zip(shortages, helps, strict=True), 1):
        kind, km = shortage.kind, _km(at, shortage.kind)
        fits = _has_the_work(organisation, kind) and _is_near(at, kind, km)
        if fits and (meets or not shortage.helps):
            yield Ask(rank=rank, kind=kind, helps=meets, km=km)


def _has_the_work(organisation: Organisation, kind: MentorKind) -> bool:
    """Volunteers come from every field, unless their organisation has named its own."""
    if not kind.occupation_group:
        return True
    if not organisation.occupations:
        return organisation.kind in (OrganisationKind.VOLUNTEER, OrganisationKind.ASSOCIATION)
    return kind.occupation_group in organisation.occupations


def _km(at: Place | None, kind: MentorKind) -> int | None:
    there = place(kind.country, kind.postal_code) if kind.postal_code else None
    return round(distance_km(at, there)) if at and there else None


def _is_near(at: Place | None, kind: MentorKind, km: int | None) -> bool:
    """An organisation that has no postal code is asked all the same: it may be next door."""
    there = place(kind.country, kind.postal_code) if kind.postal_code else None
    if at is None or there is None or km is None:
        return True
    return km <= _NEAR_KM or municipality(at) == municipality(there)


def _to_ask(
    gathered: Organisations, organisation: Organisation, asks: tuple[Ask, ...]
) -> OrganisationToAsk:
    return OrganisationToAsk(
        organisation_id=organisation.id,
        number=organisation.number,
        name=organisation.name,
        kind=organisation.kind,
        place=place_name(organisation.country, organisation.postal_code),
        contact=_whom_to_call(organisation.contact_persons),
        agreement_to=organisation.agreement_to,
        promised=organisation.promised_mentors,
        registered=gathered.registered.get(organisation.id, 0),
        approved=gathered.approved.get(organisation.id, 0),
        asks=asks,
    )


def _whom_to_call(contacts: Sequence[ContactPerson]) -> ContactPerson | None:
    """The first with a telephone, else the first."""
    return next((one for one in contacts if one.phone), next(iter(contacts), None))


def _shortened(asked: OrganisationToAsk) -> OrganisationToAsk:
    return replace(asked, asks=asked.asks[:_ASKS])


def _in_order(asked: OrganisationToAsk) -> tuple[int, int, int, bool, str, int]:
    first = asked.asks[0]
    km = min((ask.km for ask in asked.asks if ask.km is not None), default=0)
    return -asked.missing, first.rank, km, not asked.place, asked.name, asked.number
