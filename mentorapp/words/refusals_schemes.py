"""Refusals of schemes as sentences; see ``refusals``."""

from collections.abc import Callable

from mentorapp.domain import run_errors
from mentorapp.domain.errors import Refused
from mentorapp.words import N_
from mentorapp.words.saying import says

SCHEME_SENTENCES: dict[type[Refused], Callable[..., str]] = {
    run_errors.SchemeCompleted: says(
        N_(
            "%(name)s has completed the scheme “%(scheme)s”. For a second time, let the present "
            "pairs end and take the other schemes off the wishes."
        )
    ),
}
