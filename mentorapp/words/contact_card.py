"""What the card "Who helps me with what" says beside the sentences of ``contact_points``."""

from datetime import date
from uuid import UUID

from mentorapp.domain.contact_points import ContactPoint, ContactRole, ContactTask
from mentorapp.words import N_, Words
from mentorapp.words.contact_points import say_help
from mentorapp.words.labels import label

_NOBODY = UUID(int=0)

TITLE = N_("Who helps me with what")
#: To the reader, and below it to whoever reads the office's language.
NOT_APPROVED = N_("No native reader has approved this translation yet. The small text counts.")
_URGENT = N_("When it is urgent")
_WHOM_ELSE = N_("If you do not know whom to call: %(office)s, phone %(phone)s")
_INTERPRETER = N_("Do you need an interpreter? Say so when you call us.")
#: The numbers that everybody in the country has.
_EMERGENCIES = {
    "NO": (
        (N_("Fire"), "110"),
        (N_("Police"), "112"),
        (N_("Ambulance"), "113"),
        (N_("Doctor, when it cannot wait"), "116 117"),
    ),
    "DK": (
        (N_("Fire, police, ambulance"), "112"),
        (N_("Police, when nobody is in danger"), "114"),
    ),
}
_SMALL_PRINT = (
    N_("Phone"),
    N_("E-mail"),
    N_("If nobody answers"),
    N_("Name (you may write it yourself): %(line)s"),
    N_("Handed over in person. Not to be sent."),
    N_("Printed %(date)s"),
)


def role_of(words: Words, contact: ContactPoint) -> str:
    """What the contact is, as a heading."""
    said = label(words, contact.role)
    return said[:1].upper() + said[1:]


def whom_else(words: Words, office: str, phone: str) -> str:
    """Whom to call when one does not know."""
    return words.text(_WHOM_ELSE) % {"office": office, "phone": phone}


def interpreter(words: Words) -> str:
    """How one gets an interpreter."""
    return words.text(_INTERPRETER)


def emergencies(words: Words, country: str) -> list[tuple[str, str]]:
    """What for, and the number; those of Norway for an office elsewhere."""
    numbers = _EMERGENCIES.get(country, _EMERGENCIES["NO"])
    return [(words.text(what), number) for what, number in numbers]


def wording(words: Words) -> str:
    """All that the card can say, to be read through by somebody who knows the language."""
    lines = [words.text(one) for one in (TITLE, *_SMALL_PRINT)]
    for role in ContactRole:
        tasks = frozenset(ContactTask) if role is ContactRole.OTHER else frozenset()
        contact = ContactPoint(
            id=_NOBODY, person_id=_NOBODY, role=role, name="", tasks=tasks, since=date.min
        )
        lines.append(role_of(words, contact))
        told = [say_help(words, contact, country) for country in _EMERGENCIES]
        lines += [f"  {one}" for one in dict.fromkeys(told) if one]
    lines += [words.text(one) for one in (_WHOM_ELSE, _INTERPRETER, _URGENT, NOT_APPROVED)]
    for country in _EMERGENCIES:
        lines += [f"  {what}: {number}" for what, number in emergencies(words, country)]
    return "\n".join(lines) + "\n"
