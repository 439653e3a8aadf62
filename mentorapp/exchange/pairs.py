"""Who is meant by a cell in a list of pairs or meetings."""

import re

from mentorapp.domain.errors import NumberMistyped, NumberOfAnotherKind
from mentorapp.domain.imports import PersonReference, Reason
from mentorapp.domain.numbers import NumberKind, read_number
from mentorapp.exchange import cells
from mentorapp.exchange.cells import Context, Unreadable
from mentorapp.exchange.rows import Draft
from mentorapp.exchange.tables import Cell, shown


def person(cell: Cell, context: Context) -> PersonReference | Unreadable:
    """By short number, by e-mail, else by name; "Ola Hansen (10014)" by its number."""
    text = shown(cell).strip()
    if "@" in text:
        address = cells.email(cell, context)
        return address if isinstance(address, Unreadable) else PersonReference(email=address)
    digits = re.fullmatch(r"[0-9][0-9 -]*", text) or re.search(r"\(([0-9 -]{5,})\)", text)
    number = 0
    if digits:
        try:
            number = read_number(digits.group(digits.lastindex or 0), NumberKind.PERSON)
        except (NumberMistyped, NumberOfAnotherKind):
            return Unreadable(Reason.BAD_NUMBER)
        if digits.lastindex is None:
            return PersonReference(number=number)
        text = text[: digits.start()].strip()
    name = cells.full_name(text, context)
    if isinstance(name, Unreadable):
        return PersonReference(number=number) if number else name
    return PersonReference(number=number, given_name=name[0], family_name=name[1])


def need(draft: Draft, *names: str) -> None:
    """A problem when none of the fields has a value or a problem of its own."""
    if not any(name in draft.values for name in names) and not any(
        problem.field in names for problem in draft.problems
    ):
        draft.refuse(
            next((name for name in names if name in draft.texts), names[0]), Reason.MISSING
        )
