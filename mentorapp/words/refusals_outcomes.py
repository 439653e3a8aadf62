"""Refusals about outcomes, series and goals as sentences; see ``refusals``."""

from collections.abc import Callable

from mentorapp.domain import outcome_errors
from mentorapp.domain.errors import Refused
from mentorapp.words import N_, Words
from mentorapp.words.labels import label
from mentorapp.words.saying import says


def _answered(words: Words, e: outcome_errors.AlreadyAnswered) -> str:
    message = words.text(
        "There is an answer about %(name)s %(point)s already. Change that one instead."
    )
    return message % {"name": e.name, "point": label(words, e.point)}


def _not_ended(words: Words, e: outcome_errors.NotEnded) -> str:
    scheme = e.scheme.name(words.language)
    values = {"name": e.name, "scheme": scheme, "date": words.date(e.exit_on)}
    if e.exit_on is None:
        message = words.text(
            "%(name)s has not ended in the scheme %(scheme)s. Outcomes are asked for after the "
            "last pairing has ended."
        )
        return message % values
    return words.text("%(name)s did not end in the scheme %(scheme)s on %(date)s.") % values


OUTCOME_SENTENCES: dict[type[Refused], Callable[..., str]] = {
    outcome_errors.NotForStatistics: says(
        N_(
            "%(name)s has withdrawn the consent to statistics, so that nothing is asked or kept "
            "about what has become of him or her."
        )
    ),
    outcome_errors.AlreadyAnswered: _answered,
    outcome_errors.NotEnded: _not_ended,
    outcome_errors.PointNotReached: says(
        N_("That can be asked from %(day)s on. Choose an earlier point.")
    ),
    outcome_errors.NotASeries: says(
        N_(
            "Line %(line)d, “%(text)s”, is no year with a percentage. Write it like 2013;65 or, "
            "with the number of people, 2013;65;120."
        )
    ),
}
