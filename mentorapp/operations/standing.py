"""What mentors and newcomers were on an earlier day, for figures of periods that are over."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from uuid import UUID

from mentorapp.domain.mentors import Mentor
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.statistics import RoleFacts
from mentorapp.domain.statuses import StatusChange
from mentorapp.storage import records
from mentorapp.storage.database import Transaction


def role_facts(tx: Transaction, roles: Iterable[Mentor | Newcomer]) -> dict[UUID, RoleFacts]:
    """When each was registered and the status it went to on which day, by the role's id."""
    steps = defaultdict[UUID, list[tuple[date, str]]](list)
    for change in sorted(records.find(tx, StatusChange), key=lambda c: (c.changed_on, c.id)):
        steps[change.subject_id].append((change.changed_on, change.status))
    return {one.id: RoleFacts(one.registered_on, tuple(steps[one.id])) for one in roles}
