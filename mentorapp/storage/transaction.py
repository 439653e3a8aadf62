"""What is handed to everything that reads or writes the office: one transaction."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection

from mentorapp.domain.accounts import EVERYBODY, Who
from mentorapp.domain.audit_chain import Chain
from mentorapp.domain.looks import Look
from mentorapp.domain.protection import Shield
from mentorapp.storage.changes import Change


@dataclass(slots=True)
class Transaction:
    """One transaction with who and when. ``operation`` is set by the operation that runs in it.

    ``actor`` is written into the audit; ``who`` is the account and what it may do.

    ``changes`` grows with every write: whoever opened the transaction can have it undone. With
    ``hides_places`` no text that it changed is kept as it was: it told where somebody is. ``chain``
    is the end of the audit, once something was written.
    """

    connection: Connection
    actor: str
    now: datetime
    operation: str = ""
    changes: list[Change] = field(default_factory=list)
    hides_places: bool = False
    who: Who = EVERYBODY
    erased: list[tuple[str, UUID]] = field(default_factory=list)
    """What it removed for good: the table and the id."""
    chain: Chain | None = None
    looks: list[Look] = field(default_factory=list)
    """Protected people whom it showed: noted when it ends."""
    protected_key: bytes = field(default=b"", repr=False)
    """Opens where protected people live (``seals``); empty for who may not know."""
    second: Who | None = None
    """Who agreed with a passphrase of her own, where two are needed."""
    levels: Mapping[UUID, Shield] | None = None
    """How protected everybody was before the first write about people."""
    protected_now: Mapping[UUID, Shield] = field(default_factory=dict)
    """Whose protection it changed: known at its end."""
