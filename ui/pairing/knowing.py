"""What the set at hand tells of both lists, asked anew as the office or the choice changes."""

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from mentorapp.operations.without_pair import WithoutPair, without_pair
from mentorapp.words import Words
from mentorapp.words.refusals import explain
from ui.pairing.answers import Answers
from ui.pairing.blocking import BlockingBar
from ui.pairing.choosing import Choosing, From
from ui.pairing.fits import Fits
from ui.pairing.lists import Lists
from ui.pairing.seen import Seen


class Knowing(QObject):
    """Keeps `Seen` and shows it: who has nobody and why, and scores with whom one looks from."""

    known = Signal()
    """It is another answer than before who has nobody, and why."""

    def __init__(
        self,
        words: Words,
        answers: Answers,
        home: QWidget,
        seen: Seen,
        choosing: Choosing,
        lists: Lists,
        blocking: BlockingBar,
    ) -> None:
        super().__init__(home)
        self._words, self._answers, self._home = words, answers, home
        self._seen, self._choosing, self._blocking = seen, choosing, blocking
        self._lists = lists
        self._fits = Fits(answers, home, self._show_fits)

    def begin(self) -> None:
        """Another scheme is shown: nothing is known of it."""
        self._seen.without = None
        self._blocking.show_waiting()

    def forget(self) -> None:
        """The office has changed: the scores are asked for anew."""
        self._fits.forget()

    def rest(self) -> None:
        """The page is hidden."""
        self._fits.rest()

    def look(self) -> None:
        """Ask who has nobody in the best set as the office is now, and why."""
        self._answers.ask(
            "board",
            self._home,
            without_pair,
            self._show_without,
            lambda why: self._blocking.show_refused(explain(self._words, why)),
        )

    def look_from(self) -> None:
        """Ask for the scores with whoever is looked from now."""
        who = self._choosing.view_of
        self._fits.look_from(who.role_id if who is not None else None)

    def _show_without(self, found: WithoutPair) -> None:
        if found == self._seen.without:
            return
        self._seen.without = found
        self._choosing.again(self._lists.arrange_again)
        self._blocking.show_reasons(found)
        self.known.emit()

    def _show_fits(self, percents: Mapping[UUID, int] | None) -> None:
        if percents is not None or self._seen.percents is not None:
            self._seen.percents = percents
            self._seen.from_newcomer = self._choosing.view is not From.MENTOR
            self._choosing.again(self._lists.arrange_again)
        who, view = self._choosing.view_of, self._choosing.view
        name = who.name if who is not None and percents is not None else ""
        with self._choosing.quiet():
            self._lists.look_from(
                name if view is From.NEWCOMER else "", name if view is From.MENTOR else ""
            )
