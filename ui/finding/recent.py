"""What was opened in this session, for the field in which nothing is typed yet."""

from uuid import UUID

from mentorapp.domain.finding import Found, FoundKind
from mentorapp.operations.finding import Finder

_KEPT = 30
SHOWN = 6


class Recent:
    """Ids alone, newest first; gone with the window."""

    def __init__(self) -> None:
        self._opened: dict[tuple[FoundKind, UUID], None] = {}

    def note(self, kind: FoundKind, id_: UUID) -> None:
        """Something was opened."""
        self._opened.pop((kind, id_), None)
        self._opened[kind, id_] = None
        while len(self._opened) > _KEPT:
            del self._opened[next(iter(self._opened))]

    def found(self, finder: Finder) -> list[Found]:
        """As they are called now; what was deleted and whoever is protected is left out."""
        found = (finder.with_id(kind, id_) for kind, id_ in reversed(self._opened))
        return [one for one in found if one is not None and not one.protected][:SHOWN]
