"""Which letter texts in newcomers' languages somebody who speaks them has approved.

A text in a language that the office does not read is printed beside the office's own until it is
approved. An approval holds for exactly the wording that was read: whatever changes the text, the
office's hand or a new version of the program, takes it away.
"""

from dataclasses import dataclass
from datetime import date

from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.letter_errors import NoSuchText
from mentorapp.domain.letter_texts import TextApproval, digest_of
from mentorapp.domain.letters import STANDARD_SET, LetterKind
from mentorapp.domain.text import NAME_LIMIT, check_length, clean
from mentorapp.operations import letter_texts, own_texts
from mentorapp.operations.intention import intention
from mentorapp.storage import records
from mentorapp.storage.database import Transaction
from mentorapp.words.letter_languages import LETTER_LANGUAGES


@dataclass(frozen=True, slots=True, kw_only=True)
class TextState:
    """A letter text that is in force. ``is_own``: in the office's wording. ``is_beside``: it is
    printed beside the office's language, as nobody has approved it; the four languages of the
    program never are.
    """

    kind: LetterKind
    language: str
    letter_set: str
    is_own: bool
    is_beside: bool
    approval: TextApproval | None


def states(tx: Transaction) -> list[TextState]:
    """Every text there is, by kind, language and set."""
    approvals = {
        (one.kind, one.language, one.digest): one
        for one in sorted(records.find(tx, TextApproval), key=lambda one: one.approved_on)
    }
    found, texts = [], letter_texts.read(tx)
    for row in own_texts.rows(tx):
        text = texts.text(row.kind, row.language, row.letter_set)
        approval = approvals.get((row.kind, row.language, digest_of(text)))
        found.append(
            TextState(
                kind=row.kind,
                language=row.language,
                letter_set=row.letter_set,
                is_own=row.own is not None,
                is_beside=row.language in LETTER_LANGUAGES and approval is None,
                approval=approval,
            )
        )
    return found


@intention
def approve(
    tx: Transaction,
    kind: LetterKind,
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
    text = own_texts.in_force(tx, kind, language, letter_set)
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


@intention
def withdraw(
    tx: Transaction, kind: LetterKind, language: str, letter_set: str = STANDARD_SET
) -> None:
    """Nobody has approved the text that is in force: it is printed beside the office's again."""
    digest = digest_of(own_texts.in_force(tx, kind, language, letter_set))
    for one in records.find(tx, TextApproval, kind=kind.value, language=language):
        if one.digest == digest:
            records.remove(tx, one)
