"""In which order mixed text stands on paper: the bidirectional algorithm of Unicode (UAX 9).

Whoever joins letters has to know each run's direction before lines are broken, and the library
with wheels for every system (python-bidi) tells nothing but the finished line; the tests hold this
module against it on random text. Isolates are obeyed, for they stand round every value that is
put into a sentence. Embeddings and overrides (LRE, RLO and their like) are not: ``clean`` takes
them out of everything that people write.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import takewhile

LEFT, RIGHT = 0, 1

_ISOLATES = {"\u2066": "LRI", "\u2067": "RLI", "\u2068": "FSI", "\u2069": "PDI"}
_OPENING = frozenset({"LRI", "RLI", "FSI"})
_UNHEARD = frozenset({"BN", "LRE", "RLE", "LRO", "RLO", "PDF"})
_NEUTRAL = frozenset({"B", "S", "WS", "ON"})
_DEEPEST = 125
#: BidiBrackets.txt, as far as any font of ours or of an office could have it.
_PAIRS = (
    "()[]{}⁅⁆⁽⁾₍₎⌈⌉⌊⌋⟦⟧⟨⟩⟪⟫⟬⟭⟮⟯⦃⦄⦅⦆〈〉「」『』【】〔〕〖〗〘〙〚〛﹙﹚﹛﹜﹝﹞（）［］｛｝｟｠｢｣"
)
_CLOSED_BY = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True))
_CLOSING = frozenset(_CLOSED_BY.values())


def direction_of(text: str) -> int:
    """LEFT or RIGHT, by the first letter that has a direction outside isolates; LEFT for none."""
    return _first_strong(text, [_class_of(one) for one in text], 0) or LEFT


def levels_of(text: str, base: int) -> list[int]:
    """The level of each character of one paragraph: even runs from the left, odd from the right.

    ``base`` is the paragraph's own direction. Ask ``line_levels`` before putting a line in order.
    """
    classes = [_class_of(one) for one in text]
    levels = _explicit(text, classes, base)
    for sequence in _sequences(classes, levels):
        _resolve(text, classes, levels, sequence, base)
    for at, kind in enumerate(classes):
        if kind in _UNHEARD:
            levels[at] = levels[at - 1] if at else base
    return levels


def line_levels(text: str, levels: Sequence[int], base: int) -> list[int]:
    """The levels of one line (of ``text``, with its part of ``levels``): white space at its end
    falls back to the paragraph's direction (rule L1).
    """
    settled, trailing = list(levels), True
    for at in range(len(text) - 1, -1, -1):
        kind = _class_of(text[at])
        if kind in ("S", "B"):
            trailing = True
        elif kind not in ("WS", "BN", "PDI") and kind not in _OPENING:
            trailing = False
        if trailing:
            settled[at] = base
    return settled


def order_of(levels: Sequence[int]) -> list[int]:
    """Which of these stands where, from left to right (rule L2)."""
    order = list(range(len(levels)))
    odd = [level for level in levels if level % 2]
    if not odd:
        return order
    for level in range(max(levels), min(odd) - 1, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = max(end, start + 1)
    return order


@cache
def _class_of(character: str) -> str:
    return _ISOLATES.get(character) or unicodedata.bidirectional(character) or "L"


def _first_strong(text: str, classes: Sequence[str], start: int) -> int | None:
    """P2 and P3, up to the PDI that closes the isolate in which ``start`` is."""
    deep = 0
    for at in range(start, len(text)):
        kind = classes[at]
        if kind in _OPENING:
            deep += 1
        elif kind == "PDI":
            if deep == 0 and start:
                return None
            deep = max(0, deep - 1)
        elif deep == 0 and kind in ("L", "R", "AL"):
            return LEFT if kind == "L" else RIGHT
    return None


def _explicit(text: str, classes: Sequence[str], base: int) -> list[int]:
    """X1 to X8 for isolates: how deep each character stands."""
    levels, stack, too_deep = [], [base], 0
    closed = _closed(classes)
    for at, kind in enumerate(classes):
        if kind in _OPENING:
            levels.append(stack[-1])
            right = kind == "RLI" or (kind == "FSI" and bool(_first_strong(text, classes, at + 1)))
            deeper = (stack[-1] + 1) | 1 if right else (stack[-1] + 2) & ~1
            if deeper <= _DEEPEST and not too_deep:
                stack.append(deeper)
            else:
                too_deep += 1
        elif kind == "PDI" and at in closed:
            if too_deep:
                too_deep -= 1
            else:
                stack.pop()
            levels.append(stack[-1])
        else:
            levels.append(stack[-1])
    return levels


def _closed(classes: Sequence[str]) -> dict[int, int]:
    """Which isolate each PDI closes (BD9); one that closes nothing is not there."""
    found, open_ones = {}, []
    for at, kind in enumerate(classes):
        if kind in _OPENING:
            open_ones.append(at)
        elif kind == "PDI" and open_ones:
            found[at] = open_ones.pop()
    return found


def _sequences(classes: Sequence[str], levels: Sequence[int]) -> Iterator[list[int]]:
    """Isolating run sequences (BD13): what is read as one, with what is isolated left out."""
    closed = _closed(classes)
    ends: dict[int, list[int]] = {}
    found: list[list[int]] = []
    heard = [at for at, kind in enumerate(classes) if kind not in _UNHEARD]
    start = 0
    while start < len(heard):
        end = start
        while end < len(heard) and levels[heard[end]] == levels[heard[start]]:
            end += 1
        run = heard[start:end]
        opener = closed.get(run[0])
        if opener is not None and opener in ends:
            sequence = ends.pop(opener)
            sequence.extend(run)
        else:
            sequence = run
            found.append(sequence)
        if classes[run[-1]] in _OPENING:
            ends[run[-1]] = sequence
        start = end
    yield from found


def _resolve(
    text: str, classes: Sequence[str], levels: list[int], sequence: list[int], base: int
) -> None:
    """W1 to W7, N0 to N2, I1 and I2 for one sequence; writes into ``levels``."""
    level = levels[sequence[0]]
    before, after = _edges(classes, levels, sequence, base)
    kinds = [_heard_as(classes[at]) for at in sequence]
    _weak(kinds, [classes[at] for at in sequence], before)
    _brackets(text, sequence, kinds, level, before, [classes[at] for at in sequence])
    _neutral(kinds, level, before, after)
    for at, kind in zip(sequence, kinds, strict=True):
        if level % 2:
            levels[at] = level + (kind != "R")
        else:
            levels[at] = level + {"L": 0, "R": 1}.get(kind, 2)


def _heard_as(kind: str) -> str:
    return "ON" if kind in _OPENING or kind == "PDI" else kind


def _edges(
    classes: Sequence[str], levels: Sequence[int], sequence: Sequence[int], base: int
) -> tuple[str, str]:
    """The directions at both ends of a sequence (X10)."""
    first, last, level = sequence[0], sequence[-1], levels[sequence[0]]
    earlier = next(
        (levels[at] for at in range(first - 1, -1, -1) if classes[at] not in _UNHEARD), base
    )
    later = base
    if classes[last] not in _OPENING:
        later = next(
            (levels[at] for at in range(last + 1, len(levels)) if classes[at] not in _UNHEARD), base
        )
    return _letter(max(level, earlier)), _letter(max(level, later))


def _letter(level: int) -> str:
    return "R" if level % 2 else "L"


def _weak(kinds: list[str], original: Sequence[str], before: str) -> None:
    """W1 to W7: marks, digits and what stands between digits."""
    _marks(kinds, original, before)
    _digits_of_arabic(kinds, before)
    for at in range(1, len(kinds) - 1):
        around = kinds[at - 1]
        if around == kinds[at + 1] and (
            (kinds[at] == "ES" and around == "EN") or (kinds[at] == "CS" and around in ("EN", "AN"))
        ):
            kinds[at] = around
    for start, end in _stretches(kinds, frozenset({"ET"})):
        beside = (kinds[start - 1] if start else "", kinds[end] if end < len(kinds) else "")
        if "EN" in beside:
            kinds[start:end] = ["EN"] * (end - start)
    strong = before
    for at, kind in enumerate(kinds):
        if kind in ("ES", "ET", "CS"):
            kinds[at] = "ON"
        elif kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[at] = "L"


def _marks(kinds: list[str], original: Sequence[str], before: str) -> None:
    """W1: a mark goes with what it stands on."""
    for at, kind in enumerate(kinds):
        if kind == "NSM":
            isolate = at and (original[at - 1] in _OPENING or original[at - 1] == "PDI")
            kinds[at] = "ON" if isolate else (kinds[at - 1] if at else before)


def _digits_of_arabic(kinds: list[str], before: str) -> None:
    """W2 and W3."""
    strong = before
    for at, kind in enumerate(kinds):
        if kind in ("L", "R", "AL"):
            strong = kind
            kinds[at] = "R" if kind == "AL" else kind
        elif kind == "EN" and strong == "AL":
            kinds[at] = "AN"


def _brackets(
    text: str,
    sequence: Sequence[int],
    kinds: list[str],
    level: int,
    before: str,
    original: Sequence[str],
) -> None:
    """N0: both brackets of a pair run as what they hold."""
    own = _letter(level)
    for opened, closed in _pairs(text, sequence, kinds):
        inside = {_strong(kind) for kind in kinds[opened + 1 : closed]} - {""}
        if not inside:
            continue
        if own in inside:
            kind = own
        else:
            ahead = (_strong(one) for one in reversed(kinds[:opened]))
            earlier = next(filter(None, ahead), before)
            kind = earlier if earlier in inside else own
        for at in (opened, closed):
            # Marks on a bracket go where it goes.
            marks = takewhile(lambda one: one == "NSM", original[at + 1 :])
            end = at + 1 + len(list(marks))
            kinds[at:end] = [kind] * (end - at)


def _pairs(text: str, sequence: Sequence[int], kinds: Sequence[str]) -> list[tuple[int, int]]:
    """Which brackets belong together (BD16), by where the first stands."""
    waiting: list[tuple[str, int]] = []
    found: list[tuple[int, int]] = []
    for at, place in enumerate(sequence):
        character = text[place]
        if kinds[at] != "ON":
            continue
        if character in _CLOSED_BY:
            if len(waiting) == 63:
                return sorted(found)
            waiting.append((_CLOSED_BY[character], at))
        elif character in _CLOSING:
            for deep in range(len(waiting) - 1, -1, -1):
                if waiting[deep][0] == character:
                    found.append((waiting[deep][1], at))
                    del waiting[deep:]
                    break
    return sorted(found)


def _strong(kind: str) -> str:
    """The direction of a letter or number for what is neutral; empty for what has none."""
    return {"L": "L", "R": "R", "EN": "R", "AN": "R"}.get(kind, "")


def _neutral(kinds: list[str], level: int, before: str, after: str) -> None:
    """N1 and N2: what has no direction goes with its neighbours when they agree."""
    for start, end in _stretches(kinds, _NEUTRAL):
        left = _strong(kinds[start - 1]) if start else before
        right = _strong(kinds[end]) if end < len(kinds) else after
        kinds[start:end] = [left if left == right else _letter(level)] * (end - start)


def _stretches(kinds: Sequence[str], wanted: frozenset[str]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    start = 0
    while start < len(kinds):
        end = start
        while end < len(kinds) and kinds[end] in wanted:
            end += 1
        if end > start:
            found.append((start, end))
        start = max(end, start + 1)
    return found
