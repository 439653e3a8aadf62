"""What the pages and tabs are handed of the window that they stand in."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from mentorapp.domain.imports import ImportKind
from mentorapp.words import Words
from ui.work import Worker

if TYPE_CHECKING:
    from ui.backups.keeper import BackupKeeper
    from ui.security.desk import Desk


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a tab needs of the window: where to ask, in which words, on which day, how to go on."""

    worker: Worker
    words: Words
    today: Callable[[], date]
    open_person: Callable[[UUID], object]
    """All that is known of one, where a call is answered from."""
    edit_person: Callable[[UUID], object]
    """The form of one."""
    open_organisation: Callable[[UUID], object]
    open_pairing: Callable[[UUID], object]
    pair_newcomer: Callable[[UUID], object]
    make_placement: Callable[[UUID, UUID | None], object]
    """Of a person, at an organisation if one is known."""
    import_list: Callable[[ImportKind], object]
    backups: "BackupKeeper | None" = None
    """Of the office that is open."""
    security: "Desk | None" = None
