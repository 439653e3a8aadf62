"""Letters: making them, keeping what was issued, and printing that again.

Making a letter and recording it are two intentions: a letter counts as issued when it was printed
or saved, not when somebody looked at it.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from uuid import UUID

from mentorapp.domain.accounts import Who
from mentorapp.domain.letter_errors import NotKept, ProtectedSince
from mentorapp.domain.letters import ABOUT_A_PAIR, LetterDue, LetterIssued
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.organisations import Organisation
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.people import Person
from mentorapp.domain.protection import Protection, strictest
from mentorapp.domain.schemes import Scheme
from mentorapp.operations import second_person
from mentorapp.operations.intention import intention
from mentorapp.operations.letter_papers import Prepared, prepare
from mentorapp.operations.letters_due import due, for_organisation, for_pairing, for_person
from mentorapp.storage import issued as issued_before
from mentorapp.storage import records, shields, stored_files
from mentorapp.storage.database import Transaction
from mentorapp.words import Words
from mentorapp.words.letter_languages import letter_words

__all__ = ["Prepared", "due", "for_organisation", "for_pairing", "for_person", "prepare"]


@dataclass(frozen=True, slots=True)
class IssuedRow:
    """A letter that was issued, with whose it was; ``is_kept`` when it can be printed again."""

    letter: LetterIssued
    receiver: str
    number: int
    is_kept: bool = False


@dataclass(frozen=True, slots=True)
class Rendered:
    """The letters in one PDF, and each in one of its own (``files``).

    ``files``, ``languages``, ``texts`` and ``levels`` belong to ``dues`` one by one. The name tells
    nobody.
    """

    pdf: bytes
    dues: tuple[LetterDue, ...]
    languages: tuple[str, ...]
    texts: tuple[str, ...]
    files: tuple[bytes, ...]
    levels: tuple[Protection, ...]
    file_name: str
    second: Who | None = None


def letter_sets(words: Words) -> tuple[tuple[str, str], ...]:
    """Key and name of the sets of letter texts a scheme can have, the standard one first."""
    from mentorapp.reports.letter_sets import letter_sets

    return letter_sets(words)


def letter_set_of(scheme: Scheme) -> str:
    """The set its letters are printed with: the standard one where its own does not ship."""
    from mentorapp.reports.letter_sets import known_set

    return known_set(scheme.letter_set)


def again(tx: Transaction, letter: LetterIssued, today: date) -> list[LetterDue]:
    """The same letter once more, as it would be written today."""
    if letter.organisation_id is not None:
        return for_organisation(tx, letter.organisation_id, today)
    if letter.pairing_id is not None and letter.kind in ABOUT_A_PAIR:
        both = for_pairing(tx, letter.pairing_id, [letter.kind])
        return [one for one in both if one.person_id == letter.person_id]
    return for_person(tx, letter.person_id, [letter.kind]) if letter.person_id else []


def issued(tx: Transaction, limit: int = 500, also: UUID | None = None) -> list[IssuedRow]:
    """Letters that left the office, newest first; ``also`` is told however old it is.

    What a letter said is left out, and it cannot be printed again, when somebody of whom it tells
    is protected now: it may tell an address from before.
    """
    every = sorted(
        records.find(tx, LetterIssued), key=lambda letter: letter.issued_at, reverse=True
    )
    letters = [*every[:limit], *(one for one in every[limit:] if one.id == also)]
    people = records.by_id(records.find(tx, Person, id={one.person_id for one in letters}))
    pairings = records.by_id(records.find(tx, Pairing, id={one.pairing_id for one in letters}))
    organisations = records.by_id(
        records.find(tx, Organisation, id={one.organisation_id for one in letters})
    )
    hidden = _hidden(tx, letters, pairings)
    kept = stored_files.which(tx, {one.id for one in letters})

    def row(one: LetterIssued) -> IssuedRow:
        to: Person | Organisation | None = people.get(one.person_id) if one.person_id else None
        if one.organisation_id:
            to = organisations.get(one.organisation_id)
        pairing = pairings.get(one.pairing_id) if one.pairing_id else None
        about = pairing or to
        return IssuedRow(
            letter=replace(one, text="") if one.id in hidden else one,
            receiver=to.name if to else "",
            number=about.number if about else 0,
            is_kept=one.id in kept and one.id not in hidden,
        )

    return [row(one) for one in letters]


def make(
    prepared: Prepared,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Rendered:
    """The letters as one PDF and each as its own; touches no database, for a thread of its own.

    A run is set twice, as a whole and letter by letter: what is kept of it must be one letter's,
    so that it can be printed, and removed, without the others. What was cancelled comes back
    empty.
    """
    from mentorapp.reports.letters import Stopped, print_letters

    words_for = partial(letter_words, lists=prepared.word_lists)
    letters, many = prepared.letters, len(prepared.letters)
    steps = many if many == 1 else 2 * many

    def goes_on(before: int, done: int) -> bool:
        if progress is not None:
            progress(before + done, steps)
        return cancelled is None or not cancelled()

    try:
        made = print_letters(letters, words_for, partial(goes_on, 0))
        files = (
            [made.pdf]
            if many == 1
            else [
                print_letters([one], words_for, partial(goes_on, many + at)).pdf
                for at, one in enumerate(letters)
            ]
        )
    except Stopped:
        return Rendered(b"", (), (), (), (), (), "")
    numbers = sorted({one.number for one in letters})
    span = f"{numbers[0]}" if len(numbers) == 1 else f"{numbers[0]}-{numbers[-1]}"
    return Rendered(
        pdf=made.pdf,
        dues=prepared.dues,
        languages=tuple(letter.language for letter in letters),
        texts=made.texts,
        files=tuple(files),
        levels=prepared.levels,
        file_name=f"letters-{letters[0].written_on:%Y%m%d}-{span}.pdf",
        second=prepared.second,
    )


def make_apart(
    prepared: Prepared,
    rendered: Rendered,
    progress: Callable[[int, int], None] | None = None,
) -> dict[str, bytes]:
    """A file for each receiver with all of his letters in it, by a name that tells nobody.

    ``rendered`` is what ``make`` gave for the same letters; touches no database either.
    """
    from mentorapp.reports.letters import print_letters

    words_for = partial(letter_words, lists=prepared.word_lists)
    of_receiver: dict[tuple[UUID | None, UUID | None], list[int]] = {}
    for at, one in enumerate(prepared.dues):
        of_receiver.setdefault((one.person_id, one.organisation_id), []).append(at)
    files: dict[str, bytes] = {}
    for done, (_receiver, places) in enumerate(of_receiver.items(), start=1):
        first = prepared.dues[places[0]]
        stem = rendered.file_name.partition("-")[2].partition("-")[0]
        name = f"letter-{stem}-{done:03}-{first.number}.pdf"
        mine = [prepared.letters[at] for at in places]
        files[name] = (
            rendered.files[places[0]] if len(mine) == 1 else print_letters(mine, words_for).pdf
        )
        if progress is not None:
            progress(done, len(of_receiver))
    return files


def render(tx: Transaction, dues: Sequence[LetterDue], today: date) -> Rendered:
    """Prepare and make in one go, for the command line."""
    return make(prepare(tx, dues, today))


@intention
def record(tx: Transaction, rendered: Rendered) -> list[LetterIssued]:
    """The letters were printed or saved: keep them as they are; they are no longer due."""
    batch = issued_before.last_batch(tx) + 1
    letters = [
        LetterIssued(
            kind=one.kind,
            person_id=one.person_id,
            pairing_id=one.pairing_id,
            organisation_id=one.organisation_id,
            language=language,
            issued_at=tx.now,
            issued_by=tx.actor,
            text=text,
            batch=batch,
            protection=level,
        )
        for one, language, text, level in zip(
            rendered.dues, rendered.languages, rendered.texts, rendered.levels, strict=True
        )
    ]
    records.add_all(tx, letters)
    if strictest(rendered.levels) is Protection.STRICT:
        shields.note_second(tx, rendered.second)
    pages = zip(letters, rendered.files, strict=True)
    stored_files.keep(tx, {letter.id: pdf for letter, pdf in pages})
    return letters


@intention
def unrecord(tx: Transaction, letters: Sequence[LetterIssued]) -> None:
    """Undo ``record``: the printer had no paper, the letters are due again."""
    for letter in letters:
        records.remove(tx, letter)
    stored_files.remove(tx, {one.id for one in letters})


@intention
def mark_failed(tx: Transaction, ids: Collection[UUID], today: date) -> list[LetterIssued]:
    """The printer spoilt these: they are due again, and stay on record as spoilt."""
    wanted = [one for one in records.find(tx, LetterIssued, id=ids) if one.failed_on is None]
    return [records.amend(tx, replace(one, failed_on=today)) for one in wanted]


def as_printed(tx: Transaction, letter_id: UUID) -> bytes:
    """The letter as it left the office, byte by byte.

    Raises ProtectedSince when somebody of whom it tells has become protected, or more strictly so,
    NotKept when it is from before letters were kept, and SecondPersonNeeded.
    """
    letter = records.get(tx, LetterIssued, letter_id)
    second_person.check_print(tx, (letter.protection,))
    pairings = records.by_id(records.find(tx, Pairing, id={letter.pairing_id}))
    if letter.id in _hidden(tx, [letter], pairings):
        raise ProtectedSince
    pdf = stored_files.read(tx, letter.id)
    if pdf is None:
        raise NotKept
    return pdf


def _hidden(
    tx: Transaction, letters: Sequence[LetterIssued], pairings: Mapping[UUID, Pairing]
) -> set[UUID]:
    """The letters that tell of somebody who is protected more strictly now than then.

    Of a pair it is kept how strictly one of them was protected, not who: where both are now, either
    may have been open when it was printed.
    """
    levels = shields.protections(tx)
    mentors = records.by_id(
        records.find(tx, Mentor, id={one.mentor_id for one in pairings.values()})
    )
    newcomers = records.by_id(
        records.find(tx, Newcomer, id={one.newcomer_id for one in pairings.values()})
    )

    def told_of(letter: LetterIssued) -> set[UUID]:
        people = {letter.person_id} if letter.person_id else set()
        pairing = pairings.get(letter.pairing_id) if letter.pairing_id else None
        if pairing is not None:
            people |= {
                mentors[pairing.mentor_id].person_id,
                newcomers[pairing.newcomer_id].person_id,
            }
        return people

    def level(letter: LetterIssued) -> Protection:
        return strictest(levels.get(one, Protection.NONE) for one in told_of(letter))

    def both_are(letter: LetterIssued) -> bool:
        return len(told_of(letter) & levels.keys()) > 1

    return {one.id for one in letters if level(one).rank > one.protection.rank or both_are(one)}
