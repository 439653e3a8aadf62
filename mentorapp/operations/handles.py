"""Short handles for records without a number, as the command line shows and takes them.

The end of the id: its last digits are random, so that six tell thousands apart.
"""

from collections.abc import Iterable
from typing import TypeVar
from uuid import UUID

from mentorapp.domain.errors import NotFound
from mentorapp.domain.office_errors import NotUnique
from mentorapp.domain.records import Record
from mentorapp.storage.records import kind_of

R = TypeVar("R", bound=Record)


def handle(record_id: UUID) -> str:
    """The last six hexadecimal digits."""
    return record_id.hex[-6:]


def by_handle(records: Iterable[R], kind: type[R], text: str) -> R:
    """The record whose id ends so. Raises NotFound, or NotUnique when there are several."""
    wanted = text.strip().lower()
    found = [one for one in records if wanted and one.id.hex.endswith(wanted)]
    if not found:
        raise NotFound(kind_of(kind), text)
    if len(found) > 1:
        raise NotUnique(text)
    return found[0]
