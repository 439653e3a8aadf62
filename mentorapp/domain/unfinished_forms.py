"""What was typed into a form that has not been saved yet.

It is kept in the office file, never in a file beside it: what coordinators type is about people who
must not lie about in a temporary folder.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from mentorapp.domain.records import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class UnfinishedForm(Record):
    """``form`` names the form (``newcomer``), ``subject_id`` the record that was being changed.

    ``subject_id`` is None for a new one. ``contents`` is what stood in each field, in the field's
    own writing, ``seen_version`` the version of the record that the form was opened with.
    """

    form: str
    subject_id: UUID | None = None
    seen_version: int = 0
    contents: Mapping[str, str] = field(default_factory=dict)
    kept_at: datetime
    typed_by: str = ""
