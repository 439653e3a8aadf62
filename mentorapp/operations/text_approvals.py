"""Which letter texts in newcomers' languages somebody who speaks them has approved.

A text in a language that the office does not read is printed beside the office's own until it is
approved. An approval holds for exactly the wording that was read: whatever changes the text, the
office's hand or a new version of the program, takes it away.
"""

from dataclasses import dataclass
from datetime import date

from mentorapp.domain.accounts import Right
from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.letter_errors import NoSuchText
from mentorapp.domain.letter_texts import (
    TEXT_KINDS,
    LetterText,
    OtherText,
    TextApproval,
    TextKind,
    digest_of,
)
from mentorapp.domain.letters import STANDARD_SET
from mentorapp.domain.text import NAME_LIMIT, check_length, clean
from mentorapp.operations import letter_texts, own_texts
from mentorapp.operations.intention import intention
from mentorapp.operations.own_texts import TextRow
from mentorapp.storage import records
from mentorapp.storage.database import Transaction
from mentorapp.words.letter_languages import LETTER_LANGUAGES

#: Texts in newcomers' languages of which an office has no wording of its own.
_FIXED: frozenset[tuple[TextKind, str, str]] = frozenset(
    (kind, language, STANDARD_SET)
    for kind in (*letter_texts.FIXED, *OtherText)
    for language in LETTER_LANGUAGES
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TextState:
    """A letter text that is in force. ``row`` is None where it comes with the program and no
    office rewrites it. ``is_beside``: it is printed beside the office's language, as nobody has
    approved it; the four languages of the program never are.
    """

    kind: TextKind
    language: str
    letter_set: str
    row: TextRow | None
    is_beside: bool
    approval: TextApproval | None

    @property
    def id(self) -> tuple[TextKind, str, str]:
        """What tells it from the others."""
        return self.kind, self.language, self.letter_set

    @property
    def own(self) -> LetterText | None:
        """The office's wording, where it has one."""
        return self.row.own if self.row else None


def states(tx: Transaction) -> list[TextState]:
    """Every text there is, by kind, language and set."""
    approvals = {
        (one.kind, one.language, one.digest): one
        for one in sorted(records.find(tx, TextApproval), key=lambda one: one.approved_on)
    }
    texts = letter_texts.read(tx)
    rows: dict[tuple[TextKind, str, str], TextRow] = {row.id: row for row in own_texts.rows(tx)}
    found = []
    for key in sorted({*rows, *_FIXED}, key=lambda key: (TEXT_KINDS.index(key[0]), *key)):
        kind, language, letter_set = key
        approval = approvals.get((kind, language, digest_of(texts.text(*key))))
        found.append(
            TextState(
                kind=kind,
                language=language,
                letter_set=letter_set,
                row=rows.get(key),
                is_beside=language in LETTER_LANGUAGES and approval is None,
                approval=approval,
            )
        )
    return found


def wording(tx: Transaction, kind: TextKind, language: str, letter_set: str = STANDARD_SET) -> str:
    """What whoever approves it has to read."""
    return letter_texts.read(tx).text(kind, language, letter_set)


@intention(needs=Right.SETTINGS)
def approve(
    tx: Transaction,
    kind: TextKind,
    language: str,
    letter_set: str = STANDARD_SET,
    *,
    approved_by: str,
    approved_on: date,
) -> TextApproval:
    """A native reader has read the text that is in force now and finds it right.

    From now on it stands alone on paper. Raises NoSuchText when there is no text in this language,
    and InvalidField when nobody is named.
    """
    name = clean(approved_by)
    if not name:
        raise InvalidField("approved_by", Problem.MISSING)
    check_length("approved_by", name, NAME_LIMIT)
    text = wording(tx, kind, language, letter_set)
    if not text:
        raise NoSuchText
    return records.add(
        tx,
        TextApproval(
            kind=kind,
            language=language,
            letter_set=letter_set,
            digest=digest_of(text),
            approved_on=approved_on,
            approved_by=name,
        ),
    )


@intention(needs=Right.SETTINGS)
def withdraw(
    tx: Transaction, kind: TextKind, language: str, letter_set: str = STANDARD_SET
) -> None:
    """Nobody has approved the text that is in force: it is printed beside the office's again."""
    digest = digest_of(wording(tx, kind, language, letter_set))
    for one in records.find(tx, TextApproval, kind=kind.value, language=language):
        if one.digest == digest:
            records.remove(tx, one)
