"""What each of several offices means by in work, where their figures stand side by side."""

from collections.abc import Iterable

from mentorapp.domain.comparisons import ComparedQuarter
from mentorapp.words import Words
from mentorapp.words.outcomes import say_definition


def say_in_work(words: Words, quarters: Iterable[ComparedQuarter]) -> list[str]:
    """What each office means by in work; once where all mean the same."""
    said = {one.name: say_definition(words, one.in_work) if one.in_work else "" for one in quarters}
    if len(set(said.values())) == 1:
        return [text for text in {*said.values()} if text]
    return [
        words.text("%(office)s: %(definition)s") % {"office": name, "definition": text}
        for name, text in said.items()
        if text
    ]
