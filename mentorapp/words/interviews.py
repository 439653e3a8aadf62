"""Ratings and quotations as they are told: no average without the number of answers."""

from mentorapp.domain.interviews import Quote, RatingFigure
from mentorapp.words import Words


def say_rating(words: Words, figure: RatingFigure) -> str:
    """``4.2 of 5 (9 answers)``."""
    if figure.average is None:
        return words.text("nobody answered")
    answers = words.plural("%(n)d answer", "%(n)d answers", figure.answers)
    return words.text("%(average)s of 5 (%(answers)s)") % {
        "average": words.number(figure.average),
        "answers": answers,
    }


def say_consent(words: Words, quote: Quote, *, protected: bool) -> str:
    """Whether it may be printed, and if not, why."""
    _ = words.text
    if quote.withdrawn_on is not None:
        return _("Withdrawn on %(date)s: is not printed") % {"date": words.date(quote.withdrawn_on)}
    if quote.consent_on is None:
        return _("No consent: is not printed")
    if protected:
        return _("Protected address: is not printed")
    return _("May be printed since %(date)s") % {"date": words.date(quote.consent_on)}
