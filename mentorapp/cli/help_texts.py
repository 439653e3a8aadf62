"""What ``--help`` says, in the user's language.

The texts stand where the options are made. They have a catalogue of their own, which is read when
somebody asks for help and never else.
"""

# argparse has no other way to its groups and actions.
# ruff: noqa: SLF001

import argparse
import gettext
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import resources
from mentorapp.words import LANGUAGES

#: The name of the catalogue.
DOMAIN = "commands"
_ASKS = frozenset({"-h", "--help"})
_Slot = tuple[object, str]


def texts(parser: ArgumentParser) -> list[str]:
    """Every text of the help, once, for whoever translates."""
    return list(dict.fromkeys(getattr(holder, name) for holder, name in _slots(parser)))


def speak(parser: ArgumentParser, arguments: Sequence[str], otherwise: str) -> None:
    """Where help is asked for, have it given in the language that is asked for."""
    language = _language(arguments) or otherwise
    if _ASKS.isdisjoint(arguments) or language not in LANGUAGES or language == "en":
        return
    folder = Path(resources.__file__).parent / "translations"
    catalogue = gettext.translation(DOMAIN, folder, [language])
    # Several commands share an option: all are found before the first is changed.
    for holder, name in list(_slots(parser)):
        setattr(holder, name, catalogue.gettext(getattr(holder, name)))


def _language(arguments: Sequence[str]) -> str:
    """As it is typed behind ``--language``: there is no other way to it before all is read."""
    found = ""
    for word, following in pairwise([*arguments, ""]):
        if word == "--language":
            found = following
        elif word.startswith("--language="):
            found = word.partition("=")[2]
    return found


def _slots(parser: ArgumentParser) -> Iterator[_Slot]:
    """Where a text of the help stands, each once: the object and its attribute."""
    seen: set[tuple[int, str]] = set()
    for holder, name in _every(parser):
        if (id(holder), name) not in seen:
            seen.add((id(holder), name))
            yield holder, name


def _every(parser: ArgumentParser) -> Iterator[_Slot]:
    if parser.description:
        yield parser, "description"
    yield from ((group, "title") for group in parser._action_groups if group.title)
    for action in parser._actions:
        if action.help and action.help != argparse.SUPPRESS:
            yield action, "help"
        if isinstance(action, argparse._SubParsersAction):
            yield from ((one, "help") for one in action._choices_actions if one.help)
            for step in action.choices.values():
                yield from _every(step)
