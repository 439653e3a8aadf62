"""Which column holds which field, from its heading and a look at its cells.

A heading is compared with the phrases of ``vocabulary`` word by word: all words of the phrase must
be there (inflected, as part of a compound, or with a slip), and the more of the heading they make
up, the better. Each column takes one field and each field one column, best first.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from types import MappingProxyType
from typing import Final

from mentorapp.domain.imports import Columns, ColumnsMissing, Dropped, ImportKind
from mentorapp.domain.text import folded
from mentorapp.exchange.cells import is_no_entry
from mentorapp.exchange.sensitive import dropped_by_content, dropped_by_heading
from mentorapp.exchange.tables import Cell, SourceTable
from mentorapp.exchange.vocabulary import NOTHING, PHRASES

#: Below this a likeness is left for the coordinator to decide.
THRESHOLD: Final = 0.6
#: A column whose best field is taken takes another only when that is as good as named.
_SURE: Final = 0.9
_WHOLE: Final = 0.99
_LIGHT: Final = 0.2
_IN_BRACKETS: Final = 0.6
#: Words that help nobody tell one column from another.
_LIGHT_WORDS: Final = (
    "a an the of for to in on at i å at av af du de dere deg dig din ditt dine your you my mitt min"
    " is are was er var har have do did does what which who when where how why hva hvad kva hvilken"
    " hvilke hvilket når hvornår hvor kor hvem kven hvorfor kvifor hvordan korleis og and eller or"
    " kan can vil will would like ønsker på med with by best helst gerne det den we vi bør"
    " nr no number nummer num"
    " person personlig personal evt eventuelt ev"
)
_LIGHT_FOLDED: Final = frozenset(folded(word) for word in _LIGHT_WORDS.split())
#: One of each set must have a column, or nothing can be read.
_NEEDED: Final[Mapping[ImportKind, tuple[tuple[str, ...], ...]]] = MappingProxyType(
    {
        ImportKind.ORGANISATIONS: (("name",),),
        ImportKind.MENTORS: (("name", "given_name", "family_name"),),
        ImportKind.NEWCOMERS: (("name", "given_name", "family_name"),),
        ImportKind.PAIRINGS: (("mentor",), ("newcomer",)),
        ImportKind.MEETINGS: (("held_on",), ("pairing", "mentor", "newcomer")),
        ImportKind.COMPETENCES: (("person",),),
    }
)


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    weight: float


@dataclass(frozen=True, slots=True)
class _Phrase:
    field: str
    words: tuple[_Word, ...]
    alone: bool


def fields(kind: ImportKind) -> tuple[str, ...]:
    """The fields a column of this kind of file can be assigned to, in the order of a form."""
    return tuple(field for field in PHRASES[kind] if field != NOTHING)


def recognise(
    kind: ImportKind,
    headings: Sequence[str],
    samples: Mapping[int, Sequence[Cell]] | None = None,
) -> Columns:
    """The columns whose meaning is clear; all others stay out and can be assigned by hand.

    ``samples`` are some filled cells by column index. An empty sequence says that the column is
    empty; no entry, that nobody looked.
    """
    samples = samples or {}
    dropped: dict[int, Dropped] = {}
    candidates: list[tuple[float, int, str]] = []
    for index, heading in enumerate(headings):
        if reason := dropped_by_heading(heading):
            dropped[index] = reason
            continue
        scores = _scores(kind, heading)
        cells = samples.get(index, ())
        is_number = max(scores, key=scores.__getitem__, default="") in _NUMBER_FIELDS
        if reason := dropped_by_content(cells, is_phone=is_number):
            dropped[index] = reason
            continue
        best_nothing = scores.get(NOTHING, 0.0)
        fitting = {
            field: score * _fitting(field, samples.get(index))
            for field, score in scores.items()
            if field != NOTHING
        }
        best = max(fitting, key=fitting.__getitem__, default="")
        for field, score in fitting.items():
            if score >= max(THRESHOLD, best_nothing) and (field == best or score >= _SURE):
                candidates.append((score, index, field))
    return Columns(MappingProxyType(dict(_taken(candidates))), MappingProxyType(dropped))


_NUMBER_FIELDS: Final = frozenset({"phone", "contact_phone", "registration_number"})


def _taken(candidates: list[tuple[float, int, str]]) -> Iterator[tuple[int, str]]:
    """Best first; among equals the column further to the left."""
    columns: set[int] = set()
    used: set[str] = set()
    pairs: list[tuple[int, str]] = []
    for _, index, field in sorted(candidates, key=lambda c: (-c[0], c[1])):
        if index not in columns and field not in used:
            columns.add(index)
            used.add(field)
            pairs.append((index, field))
    yield from sorted(pairs)


def recognise_table(kind: ImportKind, table: SourceTable) -> Columns:
    """`recognise` with samples taken from the table."""
    samples = {index: table.samples(index) for index in range(len(table.headings))}
    return recognise(kind, table.headings, samples)


def assign(columns: Columns, by_hand: Mapping[int, str | None]) -> Columns:
    """What was recognised with the coordinator's choices over it; None takes a column out.

    A field given to another column by hand leaves the one it was recognised in. A column that was
    dropped stays dropped: that is not the coordinator's to decide.
    """
    chosen = {i: f for i, f in by_hand.items() if f is not None and i not in columns.dropped}
    kept = {
        index: field
        for index, field in columns.fields.items()
        if index not in by_hand and field not in chosen.values()
    }
    return Columns(MappingProxyType(dict(sorted((kept | chosen).items()))), columns.dropped)


def check_columns(kind: ImportKind, columns: Columns, headings: Sequence[str]) -> None:
    """Raise ColumnsMissing when nothing could be read with these columns."""
    found = set(columns.fields.values())
    missing = tuple(choice[0] for choice in _NEEDED[kind] if not found.intersection(choice))
    if missing:
        raise ColumnsMissing(kind=kind, fields=missing, headings=tuple(headings))


def _fitting(field: str, cells: Sequence[Cell] | None) -> float:
    """1 when the cells may well hold the field, less when they hardly do."""
    if cells is None:
        return 1.0
    told = [cell for cell in cells if not is_no_entry(cell)]
    if not told:
        return 0.8
    with_at = sum(1 for cell in told if "@" in str(cell)) / len(told)
    if field in {"email", "contact_email"}:
        return 1.0 if with_at > 0.3 else 0.5
    return 0.5 if with_at > 0.7 else 1.0


def _words(heading: str) -> tuple[_Word, ...]:
    """The words of a heading, joined at single letters (e-post), with their weights."""
    text = re.sub(r"\be (?=post|mail)", "e", folded(heading).replace("_", " "))
    text = re.sub(r"\b([a-z])-(?=[a-z])", r"\1", text)
    text = re.sub(r"\b([a-z])\.(?=[a-z])", r"\1", text)
    words: list[_Word] = []
    depth = 0
    for part in re.findall(r"\w+|[()\[\]]", text):
        if part in "([":
            depth += 1
        elif part in ")]":
            depth = max(depth - 1, 0)
        else:
            weight = _LIGHT if part in _LIGHT_FOLDED else 1.0
            words.append(_Word(part, weight * _IN_BRACKETS if depth else weight))
    return tuple(words)


@cache
def _phrases(kind: ImportKind) -> tuple[_Phrase, ...]:
    return tuple(
        _Phrase(field, _words(phrase.removeprefix("=")), phrase.startswith("="))
        for field, phrases in PHRASES[kind].items()
        for phrase in phrases
    )


def _scores(kind: ImportKind, heading: str) -> dict[str, float]:
    """Field → likeness from 0 to 1; a field named in brackets alone is nearly certain."""
    words = _words(heading)
    scores: dict[str, float] = {}
    for phrase in _phrases(kind):
        score = _likeness(words, phrase.words)
        if score > scores.get(phrase.field, 0.0) and (score >= _WHOLE or not phrase.alone):
            scores[phrase.field] = score
    bracket = re.search(r"[(\[]([^)\]]+)[)\]]", heading)
    if bracket:
        inner = _words(bracket.group(1))
        for phrase in _phrases(kind):
            if phrase.field == NOTHING or phrase.alone:
                continue
            if _likeness(inner, phrase.words) >= _WHOLE:
                scores[phrase.field] = max(scores.get(phrase.field, 0.0), 0.95)
    return scores


def _likeness(heading: tuple[_Word, ...], phrase: tuple[_Word, ...]) -> float:
    free = list(heading)
    wanted = matched = covered = 0.0
    for word in phrase:
        wanted += word.weight
        quality, best = max(
            ((_same(word.text, other.text), other) for other in free),
            key=lambda pair: pair[0],
            default=(0.0, None),
        )
        if not quality or best is None:
            if word.weight >= _IN_BRACKETS:
                return 0.0
            continue
        free.remove(best)
        matched += quality * word.weight
        covered += quality * best.weight
    total = sum(word.weight for word in heading)
    if not wanted or not total:
        return 0.0
    return (matched / wanted) * (0.5 + 0.5 * covered / total)


@cache
def _same(known: str, found: str) -> float:
    """How surely ``found`` is the known word: itself, inflected, in a compound, misspelt."""
    if known == found:
        return 1.0
    shorter = min(len(known), len(found))
    if shorter < 4:
        return 0.0
    if found.startswith(known):
        return 0.9 if len(found) - len(known) <= 3 else 0.6
    if found.endswith(known):
        return 0.7
    if shorter >= 5 and known[0] == found[0]:
        ratio = SequenceMatcher(None, known, found, autojunk=False).ratio()
        if ratio >= 0.87:
            return 0.85
    return 0.0
