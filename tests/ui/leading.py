"""Surroundings of a tab that lead only where a test expects it."""

from dataclasses import fields
from typing import Any

from mentorapp.words import Words
from tests.ui.pairs_office import TODAY
from ui.wiring_around import Surroundings
from ui.work import Worker


def leading(worker: Worker, words: Words, **ways: Any) -> Surroundings:
    """`ways` by the names of `Surroundings`; to be led anywhere else fails the test."""

    def nowhere(*_where: object) -> None:
        raise AssertionError("this is not where it leads")

    given: dict[str, Any] = {"worker": worker, "words": words, "today": lambda: TODAY, **ways}
    others: dict[str, Any] = {
        field.name: nowhere for field in fields(Surroundings) if field.name not in given
    }
    return Surroundings(**given, **others)
