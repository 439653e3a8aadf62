"""Refusals of work, belonging, outcomes and cooperation as sentences; see ``refusals``."""

from collections.abc import Callable

from mentorapp.domain import office_errors
from mentorapp.domain.errors import Refused
from mentorapp.words import N_
from mentorapp.words.saying import says

MORE_SENTENCES: dict[type[Refused], Callable[..., str]] = {
    office_errors.NotUnique: says(N_("“%(text)s” could be several. Write more of it.")),
}
