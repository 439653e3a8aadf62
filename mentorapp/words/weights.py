"""What the weights of a scheme mean, and what others would change."""

from collections.abc import Mapping
from uuid import UUID

from mentorapp.domain.schemes import Criterion
from mentorapp.domain.weight_examples import WeightExample
from mentorapp.words import Words
from mentorapp.words.labels import label

_NBSP = "\u00a0"


def say_shares(words: Words, shares: Mapping[Criterion, int]) -> str:
    """How much of the score each criterion gives, the weightiest first."""
    if not shares:
        return words.text("Nothing counts: everybody fits equally well.")
    ordered = sorted(shares.items(), key=lambda one: -one[1])
    return words.text("Of the score: %(shares)s.") % {
        "shares": ", ".join(f"{label(words, one)} {percent}{_NBSP}%" for one, percent in ordered)
    }


def say_example(words: Words, example: WeightExample, names: Mapping[UUID, str]) -> str:
    """Whose best mentor would be another, or how much better or worse the same one would fit."""
    _ = words.text
    before, after = example.before, example.after
    values = {
        "newcomer": names.get(example.newcomer_id, ""),
        "mentor": names.get(after.mentor_id, "") if after.mentor_id else "",
        "other": names.get(before.mentor_id, "") if before.mentor_id else "",
        "percent": after.percent,
        "was": before.percent,
    }
    if after.mentor_id is None:
        said = _(
            "With these weights nobody fits %(newcomer)s. Without the change %(other)s fits best "
            "(%(was)d %%)."
        )
    elif before.mentor_id is None:
        said = _(
            "With these weights %(mentor)s fits %(newcomer)s best (%(percent)d %%). Without the "
            "change nobody fits."
        )
    elif example.other_mentor:
        said = _(
            "With these weights %(mentor)s fits %(newcomer)s best (%(percent)d %%), instead of "
            "%(other)s (%(was)d %%)."
        )
    elif before.percent == after.percent:
        said = _("%(mentor)s fits %(newcomer)s best (%(percent)d %%).")
    else:
        said = _(
            "With these weights %(mentor)s still fits %(newcomer)s best: %(percent)d %%, without "
            "the change %(was)d %%."
        )
    return _together(said % values)


def _together(said: str) -> str:
    """A number and its sign stay in one line."""
    return said.replace(" %", f"{_NBSP}%")
