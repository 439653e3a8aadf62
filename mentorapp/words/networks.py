"""How networks went and what is still to be asked, in sentences."""

from datetime import date

from mentorapp.domain.networks import Development, NetworkStage
from mentorapp.words import N_, Words

_DUE = {
    NetworkStage.START: N_(
        "The network has not been asked about at the start (due %(date)s): %(name)s (%(number)s)"
    ),
    NetworkStage.MIDWAY: N_(
        "The network has not been asked about midway (due %(date)s): %(name)s (%(number)s)"
    ),
    NetworkStage.END: N_(
        "The network has not been asked about at the end (due %(date)s): %(name)s (%(number)s)"
    ),
}


def say_due(words: Words, stage: NetworkStage, due: date, name: str, number: int) -> str:
    """Which question is open since when, about which pairing."""
    return words.text(_DUE[stage]) % {"date": words.date(due), "name": name, "number": number}


def say_development(words: Words, what: str, one: Development) -> str:
    """``Days a week …: from 2.1 to 5.4 on average (9 pairs: 7 more, 1 the same, 1 fewer)``."""
    if one.before is None or one.after is None:
        return words.text("%(what)s: no pair was asked both at the start and at the end") % {
            "what": what
        }
    pairs = words.plural("%(n)d pair", "%(n)d pairs", one.pairs)
    return words.text(
        "%(what)s: from %(before)s to %(after)s on average (%(pairs)s: %(more)d more, "
        "%(same)d the same, %(fewer)d fewer)"
    ) % {
        "what": what,
        "before": words.number(one.before),
        "after": words.number(one.after),
        "pairs": pairs,
        "more": one.more,
        "same": one.same,
        "fewer": one.fewer,
    }
