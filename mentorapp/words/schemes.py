"""A scheme's rhythm in words."""

from mentorapp.words import Words


def say_rhythm(words: Words, meetings_per_month: int) -> str:
    """As one says it: four meetings a month are one a week."""
    _ = words.text
    said = {
        0: _("as the two agree"),
        1: _("once a month"),
        2: _("twice a month"),
        4: _("once a week"),
        8: _("twice a week"),
    }
    return said.get(meetings_per_month) or words.plural(
        "%(n)d time a month", "%(n)d times a month", meetings_per_month
    )
