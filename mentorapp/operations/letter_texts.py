"""Which text a letter is printed with: the office's own wording, else the shipped one.

The text of a questionnaire or a card is all that it says: nobody fills it in, but it is approved as
others are.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType

from mentorapp.domain.letter_texts import LetterText, TextApproval, TextKind, digest_of
from mentorapp.domain.letters import STANDARD_SET, LetterKind
from mentorapp.domain.questionnaires import MOMENTS
from mentorapp.storage import records
from mentorapp.storage.database import Transaction
from mentorapp.words import LANGUAGES, Words, contact_card, questionnaires
from mentorapp.words.letter_languages import LETTER_LANGUAGES, letter_words

_Where = tuple[TextKind, str, str]

#: Sheets that no office words anew, and all that each says.
FIXED: Mapping[TextKind, Callable[[Words], str]] = MappingProxyType(
    {
        LetterKind.WHO_IS_WHO: contact_card.wording,
        **{kind: partial(questionnaires.wording, moment=when) for kind, when in MOMENTS.items()},
    }
)


@dataclass(frozen=True, slots=True)
class Texts:
    """The office's own wordings in force, by kind, language and set, and the digests of those
    that a native reader has approved, with kind and language.
    """

    own: Mapping[_Where, str]
    approved: frozenset[_Where] = frozenset()

    def chosen(
        self, kind: TextKind, wished: str, office_language: str, letter_set: str
    ) -> tuple[str, str, tuple[str, str] | None]:
        """What a letter is printed in: language and text (``best``), and what stands ``beside``."""
        language, text = self.best(kind, wished, office_language, letter_set)
        return language, text, self.beside(kind, language, text, office_language, letter_set)

    def best(
        self, kind: TextKind, wished: str, office_language: str, letter_set: str
    ) -> tuple[str, str]:
        """The language that a letter is printed in, and its text in it: the wished language if
        there is a text in it, else the office's, else English.

        Slips come in the wished language, if the program speaks it.
        """
        if kind is LetterKind.SLIPS:
            return wished if wished in LANGUAGES else office_language, ""
        for language in (wished, office_language):
            text = self.text(kind, language, letter_set)
            if text:
                return language, text
        return "en", self.text(kind, "en", letter_set)

    def text(self, kind: TextKind, language: str, letter_set: str) -> str:
        """The text in force: of the set, the office's own before the shipped one, else likewise of
        the standard set. Empty when there is none in this language.
        """
        return self._found(kind, language, letter_set)[1]

    def beside(
        self, kind: TextKind, language: str, text: str, office_language: str, letter_set: str
    ) -> tuple[str, str] | None:
        """The office's own language and its text, to stand beside ``text``; None when that can
        stand alone: the office reads its language, or somebody who does has approved it.
        """
        if language not in LETTER_LANGUAGES or (kind, language, digest_of(text)) in self.approved:
            return None
        where, _text = self._found(kind, language, letter_set)
        return self.best(kind, office_language, office_language, where)

    def _found(self, kind: TextKind, language: str, letter_set: str) -> tuple[str, str]:
        """The set in which the text stands, and the text."""
        from mentorapp.reports.letter_sets import known_set, shipped

        if kind in FIXED:
            known = language in LANGUAGES or language in LETTER_LANGUAGES
            return STANDARD_SET, FIXED[kind](letter_words(language)) if known else ""
        for name in dict.fromkeys((known_set(letter_set), STANDARD_SET)):
            found = self.own.get((kind, language, name)) or shipped(language, name, kind.value)
            if found:
                return name, found
        return STANDARD_SET, ""


def read(tx: Transaction) -> Texts:
    """The newest wording of each; an empty one puts the shipped text in force again."""
    every = sorted(records.find(tx, LetterText), key=lambda one: (one.saved_at, one.id))
    return Texts(
        own={(one.kind, one.language, one.letter_set): one.text for one in every},
        approved=frozenset(
            (one.kind, one.language, one.digest) for one in records.find(tx, TextApproval)
        ),
    )
