"""Schemes: which there are, finding one by the name a user types, changing them."""

import re
from collections.abc import Mapping

from mentorapp.domain.accounts import Right
from mentorapp.domain.errors import NotFound
from mentorapp.domain.office_errors import NameTaken
from mentorapp.domain.schemes import Criterion, Scheme, Weight, check_scheme, in_language
from mentorapp.domain.text import folded
from mentorapp.operations.intention import intention
from mentorapp.storage import records
from mentorapp.storage.database import Transaction


def all_schemes(tx: Transaction, *, active_only: bool = False) -> list[Scheme]:
    """Every scheme, the oldest first."""
    found = sorted(records.find(tx, Scheme), key=lambda scheme: scheme.id)
    return [scheme for scheme in found if scheme.active or not active_only]


def names(tx: Transaction, language: str) -> dict[str, str]:
    """What each scheme is called, by its key."""
    return {one.key: one.name(language) for one in all_schemes(tx)}


def find(tx: Transaction, text: str) -> Scheme:
    """The scheme by key or by its name in any language; NotFound tells which there are."""
    every = all_schemes(tx)
    for scheme in every:
        if _is_called(scheme, text):
            return scheme
    raise NotFound("scheme", text, tuple(scheme.key for scheme in every))


def new_scheme(tx: Transaction, names: Mapping[str, str]) -> Scheme:
    """A scheme to fill in, not stored: everything is weighed a little, a common language is a must.

    Its key is made from the English name, else from any.
    """
    weights = {criterion.value: Weight.MEDIUM.value for criterion in Criterion}
    weights[Criterion.LANGUAGE.value] = Weight.MUST.value
    return Scheme(
        key=new_key(tx, in_language(names, "en")),
        names=names,
        mentor_titles={},
        newcomer_titles={},
        weights=weights,
    )


@intention(needs=Right.SETTINGS)
def save(tx: Transaction, scheme: Scheme) -> Scheme:
    """Change a scheme or add a new one, whose key is made from its name. Raises NameTaken: what
    is typed and chosen by name could be either.
    """
    check_scheme(scheme)
    every = all_schemes(tx)
    for name in scheme.names.values():
        if any(_is_called(other, name) for other in every if other.id != scheme.id):
            raise NameTaken(name)
    if any(other.id == scheme.id for other in every):
        return records.amend(tx, scheme)
    return records.add(tx, scheme)


def new_key(tx: Transaction, name: str) -> str:
    """A stable key for a scheme with this name that no other has."""
    base = re.sub(r"[^a-z0-9]+", "_", folded(name)).strip("_") or "scheme"
    taken = {scheme.key for scheme in all_schemes(tx)}
    counter = 2
    key = base
    while key in taken:
        key = f"{base}_{counter}"
        counter += 1
    return key


def _is_called(scheme: Scheme, text: str) -> bool:
    return _plain(text) in {_plain(one) for one in (scheme.key, *scheme.names.values()) if one}


def _plain(text: str) -> str:
    return re.sub(r"[\s_-]+", "", folded(text))
