"""Languages with levels in one cell: "norsk, arabisk og litt engelsk", "Dari - mother tongue"."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from mentorapp.domain.imports import NoteReason, Reason
from mentorapp.domain.languages import LOCAL_LANGUAGE, LetterLanguage, Level, Spoken
from mentorapp.domain.text import clean, folded
from mentorapp.exchange.cells import Context, Partly, Unreadable
from mentorapp.exchange.tables import Cell, shown
from mentorapp.reference.languages import find_language

#: Who writes that he speaks a language and not how well, speaks it; a note says what was assumed.
ASSUMED: Final = Level.B2

_LEVEL_WORDS: Final[Mapping[Level, str]] = MappingProxyType(
    {
        Level.NATIVE: "morsmal|modersmal|mother tongue|native speaker|native|first language"
        r"|forstesprak|forstesprog|1\. sprak",
        Level.C1: "flytende|flytande|flydende|fluently|fluent|veldig godt|meget godt|svaert godt"
        "|saers godt|very good|very well|svaert bra|veldig bra|meget god|advanced|avansert",
        Level.A1: "nybegynnere?|nybegynnar|begynder|begynner|beginner|veldig lite|svaert lite"
        "|meget lidt|noen ord",
        Level.A2: "litt|noe|noko|lite|lidt|grunnleggende|grunnleggjande|basic|a little|little|some"
        "|begrenset|darlig|skoleengelsk|grundlaeggende",
        Level.B1: "middels|mellem|ok|greit|ganske bra|hverdagslig|conversational|intermediate"
        "|ganske godt|nokolunde|noenlunde|mellomniva",
        Level.B2: "godt|god|bra|good|gode|well|rimelig godt",
    }
)
_CEFR: Final = re.compile(
    r"(?<![a-z0-9])(a1|a2|b1|b2|c1|c2)(?:\s*[-/]\s*(a1|a2|b1|b2|c1|c2))?\+?(?![a-z0-9])"
)
_WORDS: Final = tuple(
    (level, re.compile(rf"(?<!\w)(?:{words})(?!\w)")) for level, words in _LEVEL_WORDS.items()
)
_CUT: Final = re.compile(r"[,;\n•|]+|\s(?:og|and|&|samt|\+)\s|/(?![abc][12])|\.\s")
_FILLER: Final = re.compile(
    r"(?<!\w)(?:snakker|snakkar|taler|speak|speaks|jeg|eg|i|min|mitt|niva|niveau|level|er|is|pa|"
    r"muntlig|skriftlig|kan|og|ogsa|also|har|kunnskaper|ferdigheter|sprak|sprog|language|"
    r"languages|the|som)(?!\w)"
)


def languages(cell: Cell, context: Context) -> frozenset[Spoken] | Partly | Unreadable:
    """Every language once, at its highest level; words that name none are left over."""
    text = clean(shown(cell))
    if len(text) > 1000:
        return Unreadable(Reason.TOO_LONG, "1000")
    usual = Level.NATIVE if _LEVEL_IN_HEADING.search(context.heading) else None
    found: dict[str, Level | None] = {}
    unknown: list[str] = []
    last: list[str] = []
    for part in _parts(text):
        level, rest = take_level(part)
        codes = _codes(rest)
        if codes:
            last = codes
            for code in codes:
                found[code] = _higher(found.get(code), level)
        elif level is not None and not _FILLER.sub(" ", rest).strip(" -:()."):
            for code in last:
                found[code] = _higher(found.get(code), level)
        elif rest.strip(" -:()."):
            unknown.append(part.strip())
    spoken = frozenset(Spoken(code, level or usual or ASSUMED) for code, level in found.items())
    if not spoken or unknown:
        return Partly(spoken or None, tuple(unknown) or (text,))
    if usual is None and any(level is None for level in found.values()):
        return Partly(spoken, (text,), NoteReason.LEVEL_ASSUMED)
    return spoken


_LEVEL_IN_HEADING: Final = re.compile(
    r"morsmal|modersmal|mother tongue|native|first lang|forstespr"
)


def _parts(text: str) -> Iterator[str]:
    """Between commas and "og"; what stands in brackets belongs to the word before it."""
    joined = re.sub(r"\(([^)]*)\)", lambda m: " " + re.sub(r"[,;/]", " ", m.group(1)), text)
    yield from (part for part in _CUT.split(joined) if part and part.strip())


def take_level(text: str) -> tuple[Level | None, str]:
    """The level said in a part of the text, and the part without it. Of B1-B2 the lower."""
    plain = folded(text)
    if match := _CEFR.search(plain):
        return Level(match.group(1).upper()), plain[: match.start()] + " " + plain[match.end() :]
    for level, words in _WORDS:
        if match := words.search(plain):
            return level, plain[: match.start()] + " " + plain[match.end() :]
    return None, plain


def _codes(text: str) -> list[str]:
    """The language a part names, or several when nothing but blanks or hyphens is between them."""
    plain = _FILLER.sub(" ", text).strip(" -:().")
    if not plain:
        return []
    if code := find_language(plain):
        return [code]
    pieces = [piece for piece in re.split(r"\s*-\s*|\s+", plain) if piece]
    codes = [find_language(piece) for piece in pieces]
    return [code for code in codes if code] if len(pieces) > 1 and all(codes) else []


def _higher(one: Level | None, other: Level | None) -> Level | None:
    if one is None or other is None:
        return one or other
    return max(one, other, key=lambda level: level.rank)


def local_level(cell: Cell, context: Context) -> frozenset[Spoken] | Unreadable:
    """The level in the country's own language, from a column of its own."""
    level, _ = take_level(shown(cell))
    if level is None:
        return Unreadable(Reason.NOT_ONE_OF)
    return frozenset({Spoken(LOCAL_LANGUAGE.get(context.country, "no"), level)})


def one_language(cell: Cell, _context: Context) -> str | Unreadable:
    """A language code, for the interpreter."""
    return find_language(clean(shown(cell))[:200]) or Unreadable(Reason.NOT_ONE_OF)


def letter_language(cell: Cell, _context: Context) -> LetterLanguage | Unreadable:
    """One of the languages letters are written in; plain "norsk" is Bokmål."""
    code = find_language(clean(shown(cell))[:200])
    if code in {"fa", "fas"}:
        code = "prs"
    code = {"no": "nb"}.get(code or "", code or "")
    return LetterLanguage(code) if code in set(LetterLanguage) else Unreadable(Reason.NOT_ONE_OF)
