"""The evaluation of a scheme in words: answers, changes, and what the numbers are of."""

from mentorapp.domain.evaluation import Back, Band, Change
from mentorapp.domain.questionnaires import Asked, Respondent, Scale
from mentorapp.words import N_, Words
from mentorapp.words.questionnaires import ends, steps
from mentorapp.words.small_numbers import HIDDEN

_WHO = {
    Respondent.NEWCOMER: N_("What newcomers answered"),
    Respondent.MENTOR: N_("What mentors answered"),
}
_CHANGED = {
    Respondent.NEWCOMER: N_("Newcomers, from the start to the end"),
    Respondent.MENTOR: N_("Mentors, from the start to the end"),
}


def say_who(words: Words, who: Respondent) -> str:
    """The heading above one half's answers."""
    return words.text(_WHO[who])


def say_change_heading(words: Words, who: Respondent) -> str:
    """The heading above what changed."""
    return words.text(_CHANGED[who])


def say_band(words: Words, asked: Asked, band: Band) -> str:
    """A row of a table: ``Yes``, ``1–2``, ``6 or more``, ``5 (very much)``."""
    low, high = band
    told = steps(words, asked.scale)
    if told:
        return told[low - 1]
    if high == asked.scale.steps[-1] and low < high and asked.scale is Scale.NUMBER:
        return words.text("%(n)d or more") % {"n": low}
    if low < high:
        return f"{low}–{high}"
    first, last = ends(words, asked.scale)
    beside = {asked.scale.steps[0]: first, asked.scale.steps[-1]: last}.get(low, "")
    return f"{low} ({beside})" if beside else str(low)


def say_number(words: Words, number: float | None) -> str:
    """A number, or the sign for one that is hidden."""
    return HIDDEN if number is None else words.number(number)


def say_back(words: Words, back: Back) -> str:
    """``9 of 12``: pages that came back of those given out."""
    return words.text("%(n)d of %(most)d") % {"n": back.answered, "most": back.given}


def say_change(words: Words, change: Change) -> str:
    """``From the start to the end, the same 14 persons: 9 better, 5 the same, 0 worse …``."""
    _ = words.text
    if change.people is None:
        return _("From the start to the end: too few answered both times to be told.")
    values = {
        name: say_number(words, getattr(change, name)) for name in ("better", "same", "worse")
    }
    said = words.plural(
        "From the start to the end, the same %(n)d person",
        "From the start to the end, the same %(n)d persons",
        change.people,
    )
    said = f"{said}: " + _("%(better)s better, %(same)s the same, %(worse)s worse") % values
    if change.before is None or change.after is None:
        return f"{said}."
    means = {"before": words.number(change.before), "after": words.number(change.after)}
    return f"{said}; " + _("on average from %(before)s to %(after)s.") % means


def say_definitions(words: Words) -> tuple[str, ...]:
    """What the numbers are of; stands below them."""
    _ = words.text
    return (
        _(
            "Given out: pages printed in the period, and pages answered in it that were not "
            "printed here. Each person counts once for each question and moment, with the newest "
            "answer. Who left a question open is not in its numbers."
        ),
        _(
            "The change is of those who answered the question both at the start and at the end of "
            "the same pair, the end in the period. A mean is told only where no number is hidden."
        ),
        _("What was written in somebody’s own words is in no report."),
    )
