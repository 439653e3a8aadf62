"""How what is typed about a scheme is read."""

from argparse import ArgumentTypeError

from mentorapp.domain.languages import LetterLanguage
from mentorapp.domain.schemes import FollowUpKind, FollowUpPoint
from mentorapp.operations import letters
from mentorapp.words import Words


def by_language(text: str) -> tuple[str, str]:
    """A text and the language it is in; an empty language where none is named."""
    language, equals, said = text.partition("=")
    if not equals:
        return "", text.strip()
    if language.strip() not in {one.value for one in LetterLanguage}:
        raise ArgumentTypeError(f"not a language and a text like nb=fadder: {text!r}")
    return language.strip(), said.strip()


def letter_set(text: str) -> str:
    """The folder of a set of letters."""
    known = [key for key, _name in letters.letter_sets(Words("en"))]
    if text not in known:
        raise ArgumentTypeError(f"no set of letters: {text!r}; there are {', '.join(known)}")
    return text


def follow_up_point(text: str) -> FollowUpPoint:
    """Days after the agreement and the kind of follow-up."""
    try:
        return FollowUpPoint.parse(text)
    except ValueError:
        raise ArgumentTypeError(
            f"not days and a kind like 14:first_meeting: {text!r}; kinds are "
            f"{', '.join(FollowUpKind)}"
        ) from None
