"""Clearances: police certificate seen, confidentiality signed, training done."""

from datetime import date, timedelta

from mentorapp.domain.errors import InvalidField, Problem

#: No certificate is accepted for longer; offices ask again after one to three years.
LONGEST_VALIDITY = timedelta(days=10 * 366)


def check_clearances(
    seen_on: date | None,
    valid_to: date | None,
    confidentiality_on: date | None,
    training_on: date | None,
    today: date,
) -> None:
    """Raise InvalidField when something was done in the future or holds unbelievably long."""
    for field, done in (
        ("certificate_seen_on", seen_on),
        ("confidentiality_signed_on", confidentiality_on),
        ("training_done_on", training_on),
    ):
        if done is not None and done > today:
            raise InvalidField(field, Problem.IN_FUTURE, done.isoformat())
    if valid_to is not None:
        if seen_on is not None and valid_to < seen_on:
            raise InvalidField("certificate_valid_to", Problem.BEFORE_START, valid_to.isoformat())
        if valid_to > today + LONGEST_VALIDITY:
            raise InvalidField("certificate_valid_to", Problem.TOO_FAR_AHEAD, valid_to.isoformat())


def certificate_holds(seen_on: date | None, valid_to: date | None, today: date) -> bool:
    """Whether a certificate was seen and has not run out; without an end date it counts on."""
    return seen_on is not None and (valid_to is None or valid_to >= today)
