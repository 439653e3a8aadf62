"""Whom to recruit, as one would say it on the telephone.

What a kind leaves open is left unsaid, so that every part of a sentence is one that matters.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from mentorapp.domain.availability import DayPart, Slot, Weekday
from mentorapp.domain.organisations import ContactPerson
from mentorapp.domain.people import Gender
from mentorapp.domain.shortages import Ask, MentorKind, OrganisationToAsk, Shortage
from mentorapp.reference.languages import languages
from mentorapp.reference.phones import printed
from mentorapp.reference.word_lists import Named
from mentorapp.words import N_, Words
from mentorapp.words.labels import label
from mentorapp.words.reasons import name_of, say_cause

_WHO = {
    None: N_("A mentor"),
    Gender.NOT_GIVEN: N_("A mentor"),
    Gender.WOMAN: N_("A woman"),
    Gender.MAN: N_("A man"),
    Gender.OTHER: N_("A mentor of another gender than woman or man"),
}
_WHO_SPEAKS = {
    None: N_("A mentor who speaks %(languages)s"),
    Gender.NOT_GIVEN: N_("A mentor who speaks %(languages)s"),
    Gender.WOMAN: N_("A woman who speaks %(languages)s"),
    Gender.MAN: N_("A man who speaks %(languages)s"),
    Gender.OTHER: N_(
        "A mentor of another gender than woman or man, who speaks %(languages)s",
    ),
}
#: Said of three or more working days, with the days behind it.
_WEEKDAY_PARTS = {
    DayPart.MORNING: N_("free on weekday mornings (%(days)s)"),
    DayPart.AFTERNOON: N_("free on weekday afternoons (%(days)s)"),
    DayPart.EVENING: N_("free on weekday evenings (%(days)s)"),
}
_SOME_DAYS = 3
_NAMED_CAUSES = 3


def say_kind(words: Words, kind: MentorKind) -> str:
    """As "A woman who speaks Dari, in or near Fauske, free Monday and Tuesday evening"."""
    return ", ".join(_parts(words, kind))


def say_shortage(words: Words, shortage: Shortage) -> str:
    """The kind and how many it would help, in a sentence without a full stop."""
    return words.text("%(kind)s: %(helps)s") % {
        "kind": say_kind(words, shortage.kind),
        "helps": say_helps(words, shortage.helps),
    }


def say_helps(words: Words, count: int) -> str:
    """As "would help 7 who wait"."""
    if not count:
        return words.text("would free another mentor for somebody who waits")
    return words.plural("would help %(n)d who waits", "would help %(n)d who wait", count)


def say_gain(words: Words, shortage: Shortage) -> str:
    """What one such mentor gives, exactly."""
    return say_recruits(words, 1, shortage.gain_pairs)


def say_recruits(words: Words, recruits: int, more_pairs: int) -> str:
    """As "5 such mentors: 4 more pairs"."""
    who = words.plural("%(n)d such mentor", "%(n)d such mentors", recruits)
    if more_pairs:
        what = words.plural("%(n)d more pair", "%(n)d more pairs", more_pairs)
    else:
        what = words.text("no more pairs, at most better ones")
    return words.text("%(kind)s: %(helps)s") % {"kind": who, "helps": what}


def say_causes(words: Words, shortage: Shortage) -> str:
    """What keeps mentors from them now: "language (5), distance (2)"; empty when nothing does."""
    told: dict[str, int] = {}
    for obstacle, count in shortage.causes:
        cause = say_cause(words, obstacle)
        told[cause] = told.get(cause, 0) + count
    most = sorted(told.items(), key=lambda item: -item[1])[:_NAMED_CAUSES]
    return ", ".join(f"{cause} ({count})" for cause, count in most)


def say_share(words: Words, kinds: int, helped: int, waiting: int) -> str:
    """What the first kinds would do together, with the base beside the percentage."""
    if not waiting:
        return words.text("Nobody waits without a pair.")
    share = words.text("%(helped)d of %(waiting)s (%(percent)d %%)") % {
        "helped": helped,
        "waiting": words.plural("%(n)d who waits", "%(n)d who wait", waiting),
        "percent": round(100 * helped / waiting),
    }
    return words.text("%(kinds)s from the top of the list would help %(share)s.") % {
        "kinds": words.plural("%(n)d kind", "%(n)d kinds", kinds),
        "share": share,
    }


def say_ask(words: Words, ask: Ask) -> str:
    """The kind as one asks this organisation for it, with how far it is from the kind's place."""
    said = words.text("%(kind)s: %(helps)s") % {
        "kind": say_kind(words, ask.kind),
        "helps": say_helps(words, ask.helps),
    }
    if ask.km is None:
        return said
    where = (
        words.text("%(km)d km away") % {"km": ask.km} if ask.km else words.text("in the same place")
    )
    return f"{said} ({where})"


def say_given(words: Words, asked: OrganisationToAsk) -> str:
    """What the organisation promised against whom it has given, and what that lacks."""
    if not asked.promised and not asked.registered:
        return words.text("no mentors yet, none promised")
    parts = []
    if asked.promised:
        parts.append(words.text("promised %(count)d") % {"count": asked.promised})
    parts.append(
        words.plural("%(n)d mentor registered", "%(n)d mentors registered", asked.registered)
    )
    if asked.registered:
        parts.append(
            words.text("%(count)d of them approved") % {"count": asked.approved}
            if asked.approved
            else words.text("none of them approved yet")
        )
    if asked.missing:
        parts.append(
            words.plural(
                "%(n)d promised mentor is missing",
                "%(n)d promised mentors are missing",
                asked.missing,
            )
        )
    return ", ".join(parts)


def say_contact(words: Words, contact: ContactPerson | None) -> str:
    """Whom to call and on which number; says so when the office has not noted anybody."""
    if contact is None or not (contact.name or contact.phone or contact.email):
        return words.text("no contact person registered")
    name = f"{contact.name} ({contact.role})" if contact.name and contact.role else contact.name
    reach = printed(contact.phone) if contact.phone else contact.email
    return ", ".join(part for part in (name, reach or words.text("no phone number")) if part)


def _parts(words: Words, kind: MentorKind) -> Iterator[str]:
    _ = words.text
    if kind.languages:
        named = _named(words, languages(), kind.languages)
        yield _(_WHO_SPEAKS[kind.gender]) % {"languages": named}
    else:
        yield _(_WHO[kind.gender])
    if kind.age_band is not None:
        yield _("aged %(band)s") % {"band": label(words, kind.age_band)}
    if kind.occupation_group:
        work = name_of(words, words.lists.occupations, kind.occupation_group)
        yield _("field of work: %(what)s") % {"what": work}
    if kind.interests:
        yield _("likes %(what)s") % {"what": _named(words, words.lists.interests, kind.interests)}
    if kind.child_band is not None:
        yield _("with children: %(ages)s") % {"ages": label(words, kind.child_band)}
    if kind.place:
        yield _("in or near %(place)s") % {"place": _place(kind)}
    if kind.slots:
        yield _free(words, kind.slots)
    if kind.certificate:
        yield _("with a police certificate")


def _place(kind: MentorKind) -> str:
    """With the municipality where that is another name: two places can be called the same."""
    place, municipality = kind.place, kind.municipality
    if not municipality or municipality.casefold() == place.casefold():
        return place
    return f"{place} ({municipality})"


def _named(words: Words, table: Mapping[str, Named], keys: Sequence[str]) -> str:
    return words.join([name_of(words, table, key) for key in keys])


def _free(words: Words, slots: Sequence[Slot]) -> str:
    """As ``say_slots``, shorter where it is working days all through."""
    days = sorted(set(slots))
    same_part = len({slot.part for slot in days}) == 1 and len(days) >= _SOME_DAYS
    if same_part and all(slot.weekday < Weekday.SATURDAY for slot in days):
        return words.text(_WEEKDAY_PARTS[days[0].part]) % {"days": _days(words, days)}
    return words.text("free %(when)s") % {"when": say_slots(words, slots)}


def say_slots(words: Words, slots: Collection[Slot]) -> str:
    """Days with the same part of the day are said together, or the parts of the same day, whichever
    is shorter: "Monday and Tuesday evening", "Monday morning and afternoon".
    """
    by_part = _grouped(sorted(set(slots), key=lambda slot: (slot.part, slot.weekday)), _part)
    by_day = _grouped(sorted(set(slots)), _weekday)
    groups = by_part if len(by_part) <= len(by_day) else by_day
    said = [
        words.text("%(weekday)s %(part)s")
        % {"weekday": _days(words, group), "part": _parts_of_day(words, group)}
        for group in groups
    ]
    return words.join(said)


def _part(slot: Slot) -> DayPart:
    return slot.part


def _weekday(slot: Slot) -> Weekday:
    return slot.weekday


def _grouped(slots: Sequence[Slot], key: Callable[[Slot], DayPart | Weekday]) -> list[list[Slot]]:
    return [list(group) for _, group in groupby(slots, key=key)]


def _days(words: Words, slots: Iterable[Slot]) -> str:
    days = dict.fromkeys(slot.weekday for slot in slots)
    return words.join([label(words, day) for day in days])


def _parts_of_day(words: Words, slots: Iterable[Slot]) -> str:
    parts = dict.fromkeys(slot.part for slot in slots)
    return words.join([label(words, part) for part in parts])


def say_no_kind(words: Words) -> str:
    """What is left to do where no mentor who could be asked for would help those who wait."""
    return words.text(
        "No kind of mentor that could be asked for would help them. See what is missing in their "
        "registrations: a postal code, free times, languages."
    )


def say_counts(words: Words, waiting: int, free_places: int) -> str:
    """How many wait without a pair, and the room that mentors have left."""
    wait = words.plural(
        "%(n)d newcomer waits without a pair.",
        "%(n)d newcomers wait without a pair.",
        waiting,
    )
    free = words.plural(
        "Mentors have %(n)d free place left.",
        "Mentors have %(n)d free places left.",
        free_places,
    )
    return f"{wait} {free}"
