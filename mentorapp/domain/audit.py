"""Who did what to which record: field names only, never the values."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditEntry:
    """One write. ``at`` is UTC; ``operation`` such as ``meetings.log``; ``record`` the table."""

    id: UUID
    at: datetime
    actor: str
    operation: str
    record: str
    record_id: UUID
    change: str
    fields: tuple[str, ...]
