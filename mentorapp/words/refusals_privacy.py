"""Refusals of removing somebody as sentences; see ``refusals``."""

from collections.abc import Callable

from mentorapp.domain import retention_errors
from mentorapp.domain.errors import Refused
from mentorapp.words import N_, Words
from mentorapp.words.saying import says


def _on_hold(words: Words, e: retention_errors.OnHold) -> str:
    return words.text("It was decided to keep this for now: %(reason)s. Lift the hold first.") % {
        "reason": e.reason
    }


PRIVACY_SENTENCES: dict[type[Refused], Callable[..., str]] = {
    retention_errors.OnHold: _on_hold,
    retention_errors.KeptLonger: says(
        N_("It was decided to keep this until %(until)s: %(reason)s. End that decision first.")
    ),
    retention_errors.LogStillKept: says(
        N_(
            "Nothing was removed: the oldest lines of the log are kept until %(until)s. What "
            "counts is the last day before today on which the office was used, so that a clock "
            "set ahead removes nothing."
        )
    ),
    retention_errors.HasNotLeft: says(
        N_(
            "Only somebody who has left can be made anonymous. Set the status to ended, completed "
            "or withdrawn first."
        )
    ),
    retention_errors.NotInStatistics: says(
        N_(
            "This person does not want to be in statistics, so nothing may be left for them. "
            "Erase the person instead."
        )
    ),
    retention_errors.NotConfirmed: says(
        N_(
            "This cannot be undone, and nobody is there to type the number again. A script says "
            "%(option)s."
        )
    ),
    retention_errors.OtherNumber: says(
        N_("This is not the number of the person: it is %(number)s.")
    ),
    retention_errors.AlreadyAnonymous: says(
        N_("This person is anonymous already: there is nothing left that tells who it was.")
    ),
}
