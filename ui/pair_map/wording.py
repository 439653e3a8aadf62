"""The map's sentences: beside it, under the mouse, and for whoever hears it."""

from html import escape

from mentorapp.operations.pair_map import Bound, Dweller, Shown, Spot
from mentorapp.words import N_, Words
from mentorapp.words.pair_map import say_counts, say_km
from ui.format import isolated
from ui.pair_map.lines import Chosen, MapLine
from ui.pair_map.scene import Scene

KINDS = {
    Shown.WAITING: N_("Newcomers who wait"),
    Shown.FREE: N_("Mentors with room"),
    Shown.PAIRS: N_("Pairs"),
    Shown.PROPOSALS: N_("Proposals"),
}


def say_place(spot: Spot) -> str:
    """The postal place, with its municipality where that has another name."""
    name, municipality = spot.place.place, spot.place.municipality
    return name if not municipality or municipality == name else f"{name} ({municipality})"


def say_spot(words: Words, spot: Spot, shown: frozenset[Shown] = frozenset(Shown)) -> str:
    """A place with the counts of what is shown."""
    many = {kind: len(spot.of(kind)) if kind in shown else 0 for kind in Shown}
    counts = say_counts(
        words, many[Shown.WAITING], many[Shown.FREE], many[Shown.PAIRS], many[Shown.PROPOSALS]
    )
    return words.text("%(what)s: %(why)s") % {"what": say_place(spot), "why": counts}


def say_line(words: Words, scene: Scene, line: MapLine) -> str:
    """Two places, how far they are apart, and how many pairs there are between them."""
    spots = scene.found.spots
    many = len(line.bounds)
    pairs, proposals = (many, 0) if line.kind is Shown.PAIRS else (0, many)
    return words.text("%(one)s – %(other)s, %(km)s: %(counts)s") % {
        "one": say_place(spots[line.one]),
        "other": say_place(spots[line.other]),
        "km": say_km(words, line.km, same=line.within),
        "counts": say_counts(words, 0, 0, pairs, proposals),
    }


def say_chosen(words: Words, scene: Scene, chosen: Chosen, shown: frozenset[Shown]) -> str:
    """What is chosen; empty when nothing is."""
    if chosen.line is not None:
        return say_line(words, scene, chosen.line)
    if chosen.spot is not None:
        return say_spot(words, scene.found.spots[chosen.spot], shown)
    return ""


def say_tip(words: Words, scene: Scene, chosen: Chosen) -> str:
    """The same for under the mouse: text stays text."""
    said = say_chosen(words, scene, chosen, frozenset(Shown))
    return f"<p>{escape(said)}</p>" if said else ""


def say_bar(words: Words, km: float) -> str:
    """The length of the scale bar."""
    if km < 1:
        return words.text("%(n)s m") % {"n": words.number(round(km * 1000))}
    return words.text("%(km)s km") % {"km": words.number(km)}


def say_dweller(words: Words, one: Dweller, kind: Shown) -> str:
    """What somebody is here for."""
    if kind is Shown.WAITING:
        return words.plural(
            "Newcomer, has waited %(n)d day", "Newcomer, has waited %(n)d days", one.days
        )
    return words.plural("Mentor, room for %(n)d", "Mentor, room for %(n)d", one.room)


def say_bound(words: Words, scene: Scene, bound: Bound, seen_from: int | None) -> str:
    """A pair's number or that it is proposed, and how far it goes: from a place, or on a line."""
    what = (
        words.text("Pair %(number)s") % {"number": bound.number}
        if bound.kind is Shown.PAIRS
        else words.text("Proposal")
    )
    spots = scene.found.spots
    same = bound.mentor_at == bound.newcomer_at
    km = say_km(words, bound.km, same=same)
    if same:
        return words.text("%(what)s, %(where)s") % {"what": what, "where": km}
    if seen_from is None:
        there = spots[bound.mentor_at].place.place
        return words.text("%(what)s, mentor in %(place)s") % {"what": what, "place": there}
    other = bound.newcomer_at if bound.mentor_at == seen_from else bound.mentor_at
    return words.text("%(what)s, %(km)s to %(place)s") % {
        "what": what,
        "km": km,
        "place": spots[other].place.place,
    }


def say_two(bound: Bound) -> str:
    """Both names, newcomer first as everywhere."""
    return f"{isolated(bound.newcomer.name)} – {isolated(bound.mentor.name)}"
