"""Refusals of schemes as sentences; see ``refusals``."""

from collections.abc import Callable

from mentorapp.domain import driving_errors, run_errors
from mentorapp.domain.errors import Refused
from mentorapp.words import N_
from mentorapp.words.saying import says

SCHEME_SENTENCES: dict[type[Refused], Callable[..., str]] = {
    driving_errors.NotADrivingPair: says(
        N_(
            "The scheme of pairing %(number)s has no practice driving. Tick it in the scheme’s "
            "form first."
        )
    ),
    run_errors.SchemeCompleted: says(
        N_(
            "%(name)s has completed the scheme “%(scheme)s”. For a second time, let the present "
            "pairs end and take the other schemes off the wishes."
        )
    ),
}
