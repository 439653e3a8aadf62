"""What the map tells, in words: for the command line, the lists beside it, and whoever hears it."""

from mentorapp.words import Words


def say_missing(words: Words, people: int, pairs: int) -> str:
    """How many are not on the map, and no more than that; empty when everybody is."""
    if not people:
        return ""
    said = words.plural("%(n)d person is not on the map", "%(n)d people are not on the map", people)
    if pairs:
        more = words.plural("nor is %(n)d pair", "nor are %(n)d pairs", pairs)
        said = words.text("%(people)s, %(pairs)s") % {"people": said, "pairs": more}
    why = words.text("an address is protected or the postal code is not known.")
    return words.text("%(what)s: %(why)s") % {"what": said, "why": why}


def say_counts(words: Words, waiting: int, free: int, pairs: int, proposals: int) -> str:
    """What there is of each in a place; what there is none of is left out."""
    parts = [
        words.plural("%(n)d newcomer waits", "%(n)d newcomers wait", waiting) if waiting else "",
        words.plural("%(n)d mentor has room", "%(n)d mentors have room", free) if free else "",
        words.plural("%(n)d pair", "%(n)d pairs", pairs) if pairs else "",
        words.plural("%(n)d proposal", "%(n)d proposals", proposals) if proposals else "",
    ]
    return ", ".join(part for part in parts if part)


def say_km(words: Words, km: int, *, same: bool) -> str:
    """How far two places are apart."""
    if same:
        return words.text("the same postal place")
    return words.text("%(km)s km") % {"km": words.number(km)}
