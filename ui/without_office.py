"""A worker for what is computed before an office is open."""

from contextlib import AbstractContextManager

from PySide6.QtCore import QObject

from mentorapp.domain.accounts import EVERYBODY
from mentorapp.operations import Transaction
from ui.work import Worker


class _NoOffice:
    """There is no database to ask yet."""

    who = EVERYBODY

    def read(self) -> AbstractContextManager[Transaction]:
        raise LookupError

    def write(self, actor: str) -> AbstractContextManager[Transaction]:
        raise LookupError(actor)


def computing(parent: QObject) -> Worker:
    """It computes, and can neither read nor write."""
    return Worker(_NoOffice(), "", parent)
