"""Free times as people write them: "tirsdag kveld, onsdag", "hverdager etter 16", "kvelder".

The words are read from left to right into groups of days and parts of the day. Where two readings
are possible the smaller is taken: a pair that cannot meet is worse than a missed hour.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, TypeVar

from mentorapp.domain.availability import ALL_SLOTS, DayPart, Slot, Weekday
from mentorapp.domain.imports import Reason
from mentorapp.domain.text import clean, folded
from mentorapp.exchange.cells import Context, Partly, Unreadable
from mentorapp.exchange.tables import Cell, shown

_EVERY_DAY: Final = frozenset(Weekday)
_WORKDAYS: Final = frozenset(Weekday) - {Weekday.SATURDAY, Weekday.SUNDAY}
_WEEKEND: Final = frozenset({Weekday.SATURDAY, Weekday.SUNDAY})
_ALL_PARTS: Final = frozenset(DayPart)
_DAYTIME: Final = frozenset({DayPart.MORNING, DayPart.AFTERNOON})


T = TypeVar("T")


def _table(entries: Mapping[T, str]) -> dict[str, T]:
    return {word: value for value, words in entries.items() for word in words.split()}


_DAYS: Final = _table(
    {
        frozenset({Weekday.MONDAY}): "mandag mandager mandagar mandage man ma monday mondays mon",
        frozenset({Weekday.TUESDAY}): "tirsdag tirsdager tirsdage tysdag tysdagar tir ti tirs tys"
        " tuesday tuesdays tue tues",
        frozenset({Weekday.WEDNESDAY}): "onsdag onsdager onsdagar onsdage ons wednesday"
        " wednesdays wed",
        frozenset({Weekday.THURSDAY}): "torsdag torsdager torsdagar torsdage tor tors thursday"
        " thursdays thu thur thurs",
        frozenset({Weekday.FRIDAY}): "fredag fredager fredagar fredage fre friday fridays fri",
        frozenset({Weekday.SATURDAY}): "lordag lordager lordage laurdag laurdagar lor lau saturday"
        " saturdays sat",
        frozenset({Weekday.SUNDAY}): "sondag sondager sondage sondagar sundag sundagar son sunday"
        " sundays sun",
        _WORKDAYS: "hverdag hverdager hverdage kvardag kvardagar ukedag ukedager vekedag vekedagar"
        " weekday weekdays workdays arbeidsdager hverdagene",
        _WEEKEND: "helg helger helgene helga helgen weekend weekends weekender weekenden",
        _EVERY_DAY: "alltid always anytime fleksibel fleksibelt fleksibelt flexible naar",
    }
)
_PARTS: Final = _table(
    {
        frozenset({DayPart.MORNING}): "morgen morgener morgon morning mornings formiddag"
        " formiddager formiddagen formiddagar fm morgenen",
        frozenset({DayPart.AFTERNOON}): "ettermiddag ettermiddager ettermiddagen ettermiddagar"
        " eftermiddag eftermiddage afternoon afternoons em",
        frozenset({DayPart.EVENING}): "kveld kvelder kvelden kveldar kveldstid kveldane aften"
        " aftener aftenen evening evenings ettermiddagstid",
        _DAYTIME: "dagtid daytime dagen dag",
    }
)
_SHORT_DAY: Final = "man|tir|tys|ons|tor|fre|lor|lau|son|sun|mon|tue|wed|thu|fri|sat"
_JOINED: Final = (
    r"\b(man|tirs|tys|ons|tors|fre|lor|laur|son|sun)dags?"
    r"(kveld|kvelder|ettermiddag|morgen|formiddag)"
)
_ALWAYS: Final = (
    r"\b(?:alle|hver|kvar|every|all|hele|heile) (?:dager|dagar|dag|days?|uka|veka|ugen)\b"
    r"|\b(?:hvor)?nar som helst\b|\bany time\b|\bhele tiden\b|\bnar det passer\b"
)
_PHRASES: Final = (
    (_ALWAYS, " alltid "),
    (rf"\b({_SHORT_DAY})[a-z]*\s*(?:-|–|til|to)\s*({_SHORT_DAY})[a-z]*", r" \1..\2 "),
    (_JOINED, r" \1dag \2 "),
)
_EXCEPT: Final = re.compile(
    r"\b(?:ikke|ikkje|unntatt|unnateke|utenom|undtagen|undtaget|not|except|bortsett fra)\b"
)
_FILLER: Final = frozenset(
    "og and eller or helst passer best kan jeg eg er pa i om on in the at kl klokka ca fra til"
    " etter for fore hver kvar alle all de fleste most ledig available free bare kun only"
    " gjerne".split()
)
_HOUR: Final = r"(?:kl\.?|klokka|klokken)?\s*([0-9]{1,2})(?:[:.][0-9]{2})?"
_RANGE: Final = re.compile(rf"{_HOUR}\s*(?:-|–|til|to)\s*{_HOUR}")
_AFTER: Final = re.compile(rf"(?:etter|efter|fra|fra og med|after|from)\s*{_HOUR}\s*(pm|am)?")
_BEFORE: Final = re.compile(rf"(?:for|fore|inntil|before|until|til)\s*{_HOUR}\s*(pm|am)?")
#: Beginning and end of each part, in hours.
_HOURS: Final = {DayPart.MORNING: (8, 12), DayPart.AFTERNOON: (12, 17), DayPart.EVENING: (17, 21)}


@dataclass(slots=True)
class _Segment:
    days: set[Weekday] = field(default_factory=set)
    parts: set[DayPart] = field(default_factory=set)


def availability(cell: Cell, _context: Context) -> frozenset[Slot] | Partly | Unreadable:
    """The slots; words of a length that could matter and were not understood are left over."""
    text = clean(shown(cell))
    if len(text) > 1000:
        return Unreadable(Reason.TOO_LONG, "1000")
    plain = " ".join(folded(text).split())
    for pattern, replacement in _PHRASES:
        plain = re.sub(pattern, replacement, plain)
    wanted, *refused = _EXCEPT.split(plain, maxsplit=1)
    slots, unknown = _slots(wanted)
    if refused:
        taken_out, more = _slots(refused[0])
        slots = (slots or set(ALL_SLOTS)) - taken_out if taken_out else slots
        unknown += more if taken_out else [refused[0].strip()]
    if not slots or unknown:
        return Partly(frozenset(slots) or None, tuple(unknown) if slots else (text,))
    return frozenset(slots)


def _slots(text: str) -> tuple[set[Slot], list[str]]:
    segments: list[_Segment] = []
    unknown: list[str] = []
    for piece in re.split(r"[,;/\n+&]|\bog\b|\band\b|\bsamt\b|\beller\b|\bor\b", text):
        segment = _segment(piece, unknown)
        if segment.days or segment.parts:
            segments.append(segment)
    slots: set[Slot] = set()
    for index, segment in enumerate(segments):
        days, parts = segment.days, segment.parts
        follower = segments[index + 1] if index + 1 < len(segments) else _Segment()
        if days and not parts:
            parts = _parts_that_follow(segments[index + 1 :])
            if not follower.days and days != _WEEKEND:
                segments[index + 1 : index + 2] = []  # "hverdager, kvelder" is one statement
        slots |= {Slot(day, part) for day in days or _EVERY_DAY for part in parts or _ALL_PARTS}
    return slots, unknown


def _parts_that_follow(later: list[_Segment]) -> set[DayPart]:
    """Of "tirsdag og torsdag kveld" both days are evenings."""
    for segment in later:
        if segment.parts:
            return segment.parts
        if segment.days >= _WEEKEND:
            break
    return set()


def _segment(piece: str, unknown: list[str]) -> _Segment:
    segment = _Segment()
    piece = _take_hours(piece, segment)
    for word in re.findall(r"[a-z]+\.\.[a-z]+|[^\W\d_]+", piece):
        if ".." in word:
            first, last = word.split("..")
            if first in _DAYS and last in _DAYS:
                segment.days |= _between(first, last)
            else:
                unknown.append(word)
        elif word in _DAYS:
            segment.days |= _DAYS[word]
        elif word in _PARTS:
            segment.parts |= _PARTS[word]
        elif len(word) > 2 and word not in _FILLER:
            unknown.append(word)
    return segment


def _between(one: str, other: str) -> set[Weekday]:
    first, last = min(_DAYS[one]), min(_DAYS[other])
    count = (last - first) % 7 + 1
    return {Weekday((first + step) % 7) for step in range(count)}


def _take_hours(piece: str, segment: _Segment) -> str:
    for pattern in (_RANGE, _AFTER, _BEFORE):
        match = pattern.search(piece)
        if match is None:
            continue
        if pattern is _RANGE:
            start, end = int(match.group(1)), int(match.group(2))
        else:
            hour = int(match.group(1)) + (12 if match.group(2) == "pm" else 0)
            start, end = (hour, 24) if pattern is _AFTER else (0, hour)
        segment.parts |= {
            part
            for part, (begins, ends) in _HOURS.items()
            if min(end, ends) - max(start, begins) >= 2
        }
        return piece[: match.start()] + " " + piece[match.end() :]
    return piece
