"""Never these two: the reason is asked, and what it would do is told before it is decided."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QLabel, QWidget

from mentorapp.domain.proposals import ProposalStatus
from mentorapp.operations import explaining, pairing
from mentorapp.operations.explaining import Solved
from mentorapp.operations.following import check_in_run
from mentorapp.operations.pairing import ProposalRow
from mentorapp.words import Words
from mentorapp.words.refusals import explain
from ui.format import isolated, plain_label
from ui.pairing.answers import Answers
from ui.pairing.board import MentorRow, NewcomerRow
from ui.pairing.follower import Follower, RuledOut
from ui.pairing.wording import say_without
from ui.widgets.message_bar import MessageBar
from ui.widgets.note_dialog import NoteDialog
from ui.widgets.taking_back import undo_by
from ui.work import Worker


class RulingOut:
    """Opens its dialog over `home`; the drafts follow at once where one can be ruled out of them.

    A proposal that was sent is in no set: it is dropped, and nothing else moves.
    """

    def __init__(
        self,
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        home: QWidget,
        bar: MessageBar,
        follower: Follower,
        answers: Answers,
    ) -> None:
        self._worker, self._words, self._today = worker, words, today
        self._home, self._bar, self._follower, self._answers = home, bar, follower, answers

    def forbid(self, row: ProposalRow) -> None:
        """Two who are proposed to each other."""
        one = row.proposal
        pair = RuledOut(
            scheme_id=one.scheme_id,
            newcomer_id=one.newcomer_id,
            mentor_id=one.mentor_id,
            proposal_id=one.id,
            who=f"{isolated(row.newcomer_name)} – {isolated(row.mentor_name)}",
        )
        self._ask(pair, sent=one.status is not ProposalStatus.DRAFT)

    def forbid_pair(self, scheme_id: UUID, one: NewcomerRow, other: MentorRow) -> None:
        """Two who are not."""
        self._ask(
            RuledOut(
                scheme_id=scheme_id,
                newcomer_id=one.role_id,
                mentor_id=other.role_id,
                proposal_id=None,
                who=f"{isolated(one.name)} – {isolated(other.name)}",
            )
        )

    def _ask(self, pair: RuledOut, *, sent: bool = False) -> None:
        _ = self._words.text
        dialog = NoteDialog(
            self._words,
            _("Never propose these two again"),
            pair.who,
            _("Reason"),
            self._home,
            save_text=_("Rule out"),
        )

        def save() -> None:
            # The price stands in line before what is decided.
            self._answers.drop("price")
            if sent:
                self._drop(pair, dialog)
            else:
                self._follower.forbid(
                    pair,
                    self._today(),
                    dialog.note(),
                    dialog.accepted_by_office,
                    lambda why: dialog.refuse(explain(self._words, why)),
                )

        price = plain_label(_("Working it out …"), "muted")
        price.setWordWrap(True)
        dialog.add_wide(price)
        dialog.submitted.connect(save)
        dialog.open()
        self._tell_price(pair, dialog, price)

    def _tell_price(self, pair: RuledOut, dialog: NoteDialog, price: QLabel) -> None:
        """What it would do to rule the two out, as soon as it is known."""

        def job(solved: Solved) -> str:
            check_in_run(solved, pair.newcomer_id, pair.mentor_id)
            effect = explaining.try_forbid(solved, pair.newcomer_id, pair.mentor_id)
            return say_without(self._words, effect, solved.names)

        self._answers.ask("price", dialog, job, price.setText, lambda _why: price.hide())

    def _drop(self, pair: RuledOut, dialog: NoteDialog) -> None:
        _, reason, today = self._words.text, dialog.note(), self._today()
        proposal_id = pair.proposal_id

        def again() -> None:
            self._worker.write(
                self._home,
                lambda tx: pairing.allow_again(tx, pair.mentor_id, pair.newcomer_id),
                lambda _done: self._bar.success(_("A later run may propose them again.")),
                lambda why: self._bar.warning(explain(self._words, why)),
            )

        def told(_done: object) -> None:
            dialog.accepted_by_office()
            self._bar.info(
                _("%(who)s will not be proposed again.") % {"who": pair.who},
                undo_by(self._words, self._worker, again),
            )

        if proposal_id is not None:
            self._worker.write(
                dialog,
                lambda tx: pairing.forbid(tx, proposal_id, today, reason),
                told,
                lambda why: dialog.refuse(explain(self._words, why)),
            )
