"""What two people have in common, said to the two themselves.

The phrases of ``mentorapp.words.reasons`` speak of the pair to the coordinator ("Norwegian B1 is
enough"); a letter says "you". Distance, waiting time and what speaks against a pair are for the
office alone and never stand in a letter.
"""

from collections.abc import Callable, Iterable, Mapping

from mentorapp.domain.availability import Slot
from mentorapp.domain.languages import Spoken
from mentorapp.domain.proposals import Reason, ReasonKind
from mentorapp.reference.languages import languages
from mentorapp.words import Words
from mentorapp.words.labels import label

_MOST = 6


def shared_points(reasons: Iterable[Reason], words: Words, *, protected: bool) -> tuple[str, ...]:
    """A sentence for each reason that a letter may give, in the order of the reasons.

    With ``protected`` (either half) nothing is told of the family, which is easily recognised.
    """
    hidden = {ReasonKind.BOTH_WITH_CHILDREN} if protected else set()
    return tuple(
        _SENTENCES[reason.kind](reason, words)
        for reason in reasons
        if reason.kind in _SENTENCES and reason.kind not in hidden
    )


def spoken(known: Iterable[Spoken], words: Words) -> str:
    """Languages with their levels, the best known first: "arabisk (morsmål) og norsk (B1)"."""
    best_first = sorted(known, key=lambda one: (-one.level.rank, one.language))
    return words.join(
        [
            words.text("%(language)s (%(level)s)")
            % {"language": language_name(one.language, words), "level": label(words, one.level)}
            for one in best_first
        ]
    )


def language_name(code: str, words: Words) -> str:
    """The language's name for the reader; the code of one that is not known."""
    known = languages().get(code)
    return words.name_of(known) if known else code


def _interests(reason: Reason, words: Words) -> str:
    known = words.lists.interests
    names = [words.name_of(known[key]) if key in known else key for key in reason.values[:_MOST]]
    return words.text("You both like %(what)s.") % {"what": words.join(names)}


def _common_language(reason: Reason, words: Words) -> str:
    name = language_name(Spoken.parse(reason.values[0]).language, words)
    return words.text("You can speak %(language)s together.") % {"language": name}


def _times(reason: Reason, words: Words) -> str:
    slots = [Slot.parse(value) for value in reason.values[:_MOST]]
    names = [
        words.text("%(weekday)s %(part)s")
        % {"weekday": label(words, slot.weekday), "part": label(words, slot.part)}
        for slot in slots
    ]
    return words.text("You are both free %(when)s.") % {"when": words.join(names)}


def _occupation(reason: Reason, words: Words) -> str:
    key = reason.values[0]
    known = words.lists.occupations.get(key)
    name = words.name_of(known) if known else key
    return words.text("You know the same field of work: %(what)s.") % {"what": name}


def _age(_reason: Reason, words: Words) -> str:
    return words.text("You are about the same age.")


def _children(_reason: Reason, words: Words) -> str:
    return words.text("You both have children.")


_SENTENCES: Mapping[ReasonKind, Callable[[Reason, Words], str]] = {
    ReasonKind.COMMON_LANGUAGE: _common_language,
    ReasonKind.SHARED_INTERESTS: _interests,
    ReasonKind.SAME_OCCUPATION: _occupation,
    ReasonKind.COMMON_TIMES: _times,
    ReasonKind.SIMILAR_AGE: _age,
    ReasonKind.BOTH_WITH_CHILDREN: _children,
}
