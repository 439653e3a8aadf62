"""What was typed into a form that has not been saved yet.

It is kept in the office file, never in a file beside it: what coordinators type is about people who
must not lie about in a temporary folder.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from mentorapp.domain.contact_details import WHERE
from mentorapp.domain.free_text import FREE_TEXT, OF_PEOPLE
from mentorapp.domain.named_places import Places, place_in
from mentorapp.domain.protection import Protection
from mentorapp.domain.records import Record


class FormKind(StrEnum):
    """The forms that are kept; a person's is named by the role it was opened for."""

    MENTOR = "mentor"
    NEWCOMER = "newcomer"
    ORGANISATION = "organisation"
    PAIRING = "pairing"
    MEETING = "meeting"
    PLACEMENT = "placement"
    COMPETENCE_CARD = "competence_card"
    PLAN_GOAL = "plan_goal"
    CONTACT_POINT = "contact_point"
    INTERVIEW = "interview"
    DEMAND = "demand"
    EVENT = "event"
    QUESTIONNAIRE = "questionnaire"


#: The name in the contents under which ``part`` stands.
PART = "part"


@dataclass(frozen=True, slots=True, kw_only=True)
class UnfinishedForm(Record):
    """``form`` is a ``FormKind``, ``subject_id`` the record that was being changed.

    ``subject_id`` is None for a new one; for one that belongs to a pairing, a person or an
    organisation it is theirs. ``contents`` is what
    stood in each field that was changed, in the field's own writing; ``seen_version`` the version
    of the record that the form was opened with, 0 for a new one.
    """

    form: str
    subject_id: UUID | None = None
    seen_version: int = 0
    contents: Mapping[str, str] = field(default_factory=dict)
    kept_at: datetime
    typed_by: str = ""

    @property
    def part(self) -> str:
        """Which of several forms of one record it is; "" where there is one."""
        return self.contents.get(PART, "")


#: What is not stored of a strictly confidential person, whatever it says.
_WHEREABOUTS = frozenset({"phone", "email", "address", "postal_code", "service", "stand_in_phone"})
#: What is not stored of a pair with any protection.
_MEETING_PLACES = frozenset({"place", "start_meeting_place"})
#: Names of form fields that hold free text; the label of a household is often an address.
_FREE = frozenset(name for shown in FREE_TEXT.values() for name in shown.values()) | {"label"}


def storable(
    contents: Mapping[str, str],
    level: Protection,
    places: Places | None = None,
    *,
    seals: bool = False,
) -> dict[str, str]:
    """What of a form may be kept about people with this protection; ``places`` only for STRICT.

    The same as when the form is saved, where it would be refused: here it is left out. Where the
    office ``seals``, what a save would seal is left out too.
    """
    if level is Protection.NONE:
        return dict(contents)
    kept = {name: text for name, text in contents.items() if _last(name) not in _MEETING_PLACES}
    if level is Protection.CONFIDENTIAL:
        return {name: text for name, text in kept.items() if not (seals and _last(name) in WHERE)}
    return {
        name: text
        for name, text in kept.items()
        if _last(name) not in _WHEREABOUTS and not _tells_place(name, text, places)
    }


def _tells_place(name: str, text: str, places: Places | None) -> bool:
    free = _FREE.intersection(name.split("."))
    if not free:
        return False
    return places is None or bool(place_in(text, places, of_people=bool(free & OF_PEOPLE)))


def _last(name: str) -> str:
    """The field's own name: both roles of a person have fields of the same name."""
    return name.rpartition(".")[2]
