"""Lock and Never: the set is solved anew at once, the drafts follow, and what changed is told."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from mentorapp.domain.errors import Refused
from mentorapp.domain.proposals import Proposal
from mentorapp.operations import Transaction, following
from mentorapp.operations.explaining import Solved
from mentorapp.operations.following import Followed, Following
from mentorapp.words import Words
from mentorapp.words.refusals import explain
from ui.pairing.answers import Answers
from ui.pairing.wording import say_followed
from ui.widgets.message_bar import MessageBar
from ui.widgets.taking_back import undo_by
from ui.work import Worker

_Job = Callable[[Solved, list[Proposal]], Following]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decision about two people: how the set takes it, how it is written, what is told."""

    scheme_id: UUID
    newcomer_id: UUID
    solve: _Job
    write: Callable[[Transaction, Following], Followed]
    said: str
    done: Callable[[], object] | None = None
    refused: Callable[[Refused], object] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RuledOut:
    """Two who are never to be proposed; ``proposal_id`` is their draft, if there is one."""

    scheme_id: UUID
    newcomer_id: UUID
    mentor_id: UUID
    proposal_id: UUID | None
    who: str


class Follower:
    """One decision after the other: each begins with the drafts that the one before has left."""

    def __init__(
        self,
        worker: Worker,
        words: Words,
        home: QWidget,
        bar: MessageBar,
        answers: Answers,
        followed: Callable[[Following], object],
    ) -> None:
        """`followed` is told what moved, before the page is read anew."""
        self._worker, self._words, self._home = worker, words, home
        self._bar, self._answers, self._followed = bar, answers, followed
        self._waiting: list[Decision] = []
        self.deciding = False

    def lock(
        self,
        scheme_id: UUID,
        newcomer: UUID,
        mentor: UUID,
        proposal: UUID | None,
        done: Callable[[], object] | None = None,
        refused: Callable[[Refused], object] | None = None,
        said: str = "",
    ) -> None:
        """Keep this pair; without a `proposal` it is made one."""
        self._decide(
            Decision(
                scheme_id=scheme_id,
                newcomer_id=newcomer,
                solve=lambda solved, drafts: following.after_lock(solved, drafts, newcomer, mentor),
                write=lambda tx, found: following.lock(tx, found, proposal),
                said=said or self._words.text("Locked: later runs keep this pair."),
                done=done,
                refused=refused,
            )
        )

    def forbid(
        self,
        pair: RuledOut,
        today: date,
        reason: str,
        done: Callable[[], object],
        refused: Callable[[Refused], object],
    ) -> None:
        """Never these two."""
        newcomer, mentor = pair.newcomer_id, pair.mentor_id

        def write(tx: Transaction, found: Following) -> Followed:
            if pair.proposal_id is None:
                return following.rule_out(tx, found, newcomer, mentor, today, reason)
            return following.forbid(tx, found, pair.proposal_id, today, reason)

        self._decide(
            Decision(
                scheme_id=pair.scheme_id,
                newcomer_id=newcomer,
                solve=lambda solved, drafts: following.after_forbid(
                    solved, drafts, newcomer, mentor
                ),
                write=write,
                said=self._words.text("Ruled out."),
                done=done,
                refused=refused,
            )
        )

    def _decide(self, decision: Decision) -> None:
        self._waiting.append(decision)
        if not self.deciding:
            self._next()

    def _next(self) -> None:
        self.deciding = bool(self._waiting)
        if not self._waiting:
            return
        decision = self._waiting.pop(0)
        self._worker.read(
            self._home,
            lambda tx: following.open_drafts(tx, decision.scheme_id),
            lambda drafts: self._solve(decision, drafts),
            lambda why: self._refuse(decision, why),
        )

    def _solve(self, decision: Decision, drafts: list[Proposal]) -> None:
        def job(solved: Solved) -> Any:
            found = decision.solve(solved, drafts)
            return found, solved.names

        self._answers.ask(
            "",
            self._home,
            job,
            lambda answer: self._write(decision, *answer),
            lambda why: self._refuse(decision, why),
        )

    def _write(self, decision: Decision, found: Following, names: dict[UUID, str]) -> None:
        def then(written: Followed) -> None:
            self._answers.keep()
            self._followed(found)
            if decision.done is not None:
                decision.done()
            told = say_followed(self._words, decision.said, decision.newcomer_id, found, names)
            self._bar.info(told, undo_by(self._words, self._worker, lambda: self._undo(written)))

        self._worker.write(
            self._home,
            lambda tx: decision.write(tx, found),
            then,
            lambda why: self._tell(decision, why),
            always=self._next,
        )

    def _undo(self, written: Followed) -> None:
        def then(_done: object) -> None:
            self._bar.success(self._words.text("Everything is as it was before."))

        self._worker.write(
            self._home,
            lambda tx: following.undo(tx, written),
            then,
            lambda why: self._bar.warning(explain(self._words, why)),
        )

    def _refuse(self, decision: Decision, why: Refused) -> None:
        self._tell(decision, why)
        self._next()

    def _tell(self, decision: Decision, why: Refused) -> None:
        # The set at hand may have taken a decision that was not written.
        self._answers.forget()
        if decision.refused is not None:
            decision.refused(why)
        else:
            self._bar.warning(explain(self._words, why))
