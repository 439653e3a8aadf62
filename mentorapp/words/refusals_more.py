"""Refusals of work, belonging, outcomes and cooperation as sentences; see ``refusals``."""

from collections.abc import Callable

from mentorapp.domain import networks, office_errors
from mentorapp.domain.errors import Refused
from mentorapp.words import N_
from mentorapp.words.refusals_outcomes import OUTCOME_SENTENCES
from mentorapp.words.saying import says

MORE_SENTENCES: dict[type[Refused], Callable[..., str]] = {
    office_errors.NotUnique: says(N_("“%(text)s” could be several. Write more of it.")),
    networks.AlreadyAsked: says(
        N_(
            "This was already asked about pairing %(number)s, on %(asked_on)s. Change that "
            "answer instead."
        )
    ),
    **OUTCOME_SENTENCES,
}
