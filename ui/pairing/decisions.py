"""What a coordinator decides about a proposal: one write each, told in the message bar."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from mentorapp.domain.errors import Refused
from mentorapp.domain.pairings import PERSONS, Pairing, Sides
from mentorapp.domain.proposals import Proposal
from mentorapp.operations import Transaction, households, pairing, schemes
from mentorapp.operations.pairing import PersonChoice, ProposalRow
from mentorapp.words import Words
from mentorapp.words.acceptance import say_not_agreed
from mentorapp.words.refusals import explain
from ui.format import isolated
from ui.pairing.dialogs import AcceptDialog, AnswerDialog, ByHandDialog, Homes
from ui.pairing.follower import Follower
from ui.pairing.why_not import WhyNotDialog
from ui.widgets.form_dialog import FormDialog
from ui.widgets.message_bar import MessageBar
from ui.widgets.taking_back import undo_by
from ui.work import Worker

#: More refusals than these do not fit on a bar; their drafts are still in the list.
_TOLD = 3

Choices = tuple[list[PersonChoice], list[PersonChoice]]


class Decisions:
    """Opens its dialogs over `home`; `opened` is asked to show a pairing that began."""

    def __init__(
        self,
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        home: QWidget,
        bar: MessageBar,
        follower: Follower,
        opened: Callable[[UUID], object],
    ) -> None:
        self._follower = follower
        self._worker, self._words, self._today = worker, words, today
        self._home, self._bar, self._opened = home, bar, opened

    def accept(self, row: ProposalRow) -> None:
        """Both said yes: the pairing begins; first asked for whom, if a household may come."""

        def ask(homes: Homes) -> None:
            if not any(homes):
                self._accept(row, PERSONS)
                return
            dialog = AcceptDialog(self._words, _who(row), homes, self._home)
            dialog.submitted.connect(lambda: self._accept(row, dialog.sides(), dialog))
            dialog.open()

        self._worker.read(self._home, lambda tx: _homes(tx, row), ask)

    def _accept(self, row: ProposalRow, sides: Sides, dialog: FormDialog | None = None) -> None:
        today = self._today()
        self._write(
            lambda tx: pairing.accept(tx, row.proposal.id, today, sides=sides), self._began, dialog
        )

    def accept_all(self, scheme_id: UUID) -> None:
        """Every draft of the scheme becomes a pairing."""
        today = self._today()

        def told(accepted: pairing.AcceptedAll) -> None:
            count = len(accepted.agreed)
            begun = self._words.plural("%(n)d pair has begun.", "%(n)d pairs have begun.", count)
            refused = say_not_agreed(
                self._words, [(row.who, why) for row, why in accepted.refused], _TOLD
            )
            if refused:
                self._bar.warning("\n".join([begun, *refused]))
            else:
                self._bar.success(begun)

        self._write(lambda tx: pairing.accept_all(tx, scheme_id, today), told)

    def lock(self, row: ProposalRow) -> None:
        """Keep the draft in later runs, or let go of it."""
        one = row.proposal
        if not one.locked:
            self._follower.lock(one.scheme_id, one.newcomer_id, one.mentor_id, one.id)
            return
        self._write(
            lambda tx: pairing.lock(tx, one.id, locked=False),
            lambda _done: self._bar.success(
                self._words.text("Unlocked: a later run may choose otherwise.")
            ),
        )

    def propose(self, scheme_id: UUID, newcomer: UUID, mentor: UUID) -> None:
        """Propose two who are not proposed to each other; later runs keep them."""
        self._follower.lock(
            scheme_id, newcomer, mentor, None, said=self._words.text("Proposed and locked.")
        )

    def lock_instead(self, dialog: WhyNotDialog, newcomer: UUID, mentor: UUID) -> None:
        """Make two people a pair who are not proposed to each other, and keep it."""
        self._follower.lock(
            dialog.scheme_id, newcomer, mentor, None, done=dialog.accept, refused=dialog.refuse
        )

    def send(self, row: ProposalRow) -> None:
        """The two are being asked."""
        self._write(
            lambda tx: pairing.send(tx, row.proposal.id),
            lambda _done: self._bar.success(
                self._words.text("Marked as sent. Today reminds of the answer.")
            ),
        )

    def discard(self, row: ProposalRow) -> None:
        """Drop the proposal; a later run may make it again."""
        today, _ = self._today(), self._words.text

        def told(discarded: Proposal) -> None:
            self._bar.info(
                _("Discarded: %(who)s.") % {"who": _who(row)},
                undo_by(
                    self._words,
                    self._worker,
                    lambda: self._write(
                        lambda tx: pairing.undo_discard(tx, discarded),
                        lambda _done: self._bar.success(_("The proposal is back.")),
                    ),
                ),
            )

        self._write(lambda tx: pairing.discard(tx, row.proposal.id, today), told)

    def answer(self, row: ProposalRow) -> None:
        """What the two answered."""

        def ask(homes: Homes) -> None:
            dialog = AnswerDialog(self._words, _who(row), homes, self._home)
            dialog.submitted.connect(lambda: self._answered(row, dialog))
            dialog.open()

        self._worker.read(self._home, lambda tx: _homes(tx, row), ask)

    def _answered(self, row: ProposalRow, dialog: AnswerDialog) -> None:
        if dialog.accepted_by_both():
            self._accept(row, dialog.sides(), dialog)
            return
        _, today = self._words.text, self._today()
        by, reason = dialog.decided_by(), dialog.reason()
        self._write(
            lambda tx: pairing.decline(tx, row.proposal.id, today, by, reason),
            lambda _done: self._bar.info(_("The no is recorded: %(who)s.") % {"who": _who(row)}),
            dialog,
        )

    def by_hand(self, scheme_id: UUID, *chosen: UUID) -> None:
        """Choose two people, some of them `chosen` already; what speaks for and against them is
        shown before it is saved.
        """

        def ask(choices: Choices) -> None:
            dialog = ByHandDialog(self._words, *choices, chosen, self._home)
            dialog.wanted.connect(lambda one, other: self._check(dialog, scheme_id, one, other))
            dialog.submitted.connect(lambda: self._pair(dialog, scheme_id))
            self._open(dialog, scheme_id)

        self._worker.read(self._home, lambda tx: pairing.choices(tx, scheme_id), ask)

    def by_hand_for(self, role_id: UUID) -> None:
        """Choose the other half for somebody known by the id of his role."""

        def ask(found: tuple[UUID, Choices] | None) -> None:
            if found is None:
                self._bar.warning(
                    self._words.text(
                        "Nobody can be paired before the person is ready or approved, in a scheme "
                        "that is in use, and has room for one more."
                    )
                )
                return
            scheme_id, choices = found
            dialog = ByHandDialog(self._words, *choices, [role_id], self._home)
            dialog.wanted.connect(lambda one, other: self._check(dialog, scheme_id, one, other))
            dialog.submitted.connect(lambda: self._pair(dialog, scheme_id))
            self._open(dialog, scheme_id)

        self._worker.read(self._home, lambda tx: _choices_with(tx, role_id), ask)

    def _open(self, dialog: ByHandDialog, scheme_id: UUID) -> None:
        """Open the dialog, with whole households to choose where the scheme pairs them."""

        def show(offered: object) -> None:
            if offered:
                dialog.offer_households()
            dialog.open()

        self._worker.read(self._home, lambda tx: households.pairs_households(tx, scheme_id), show)

    def _check(self, dialog: ByHandDialog, scheme_id: UUID, mentor: UUID, newcomer: UUID) -> None:
        today = self._today()

        def then(check: pairing.PairCheck) -> None:
            if dialog.chosen() == (mentor, newcomer):
                dialog.show_check(check)

        self._worker.read(
            dialog,
            lambda tx: pairing.check_by_hand(tx, scheme_id, mentor, newcomer, today),
            then,
            lambda refused: dialog.refuse(explain(self._words, refused)),
        )

    def _pair(self, dialog: ByHandDialog, scheme_id: UUID) -> None:
        if not dialog.complete():
            return
        mentor, newcomer = dialog.chosen()
        today, sides = self._today(), dialog.sides()
        if mentor is not None and newcomer is not None:
            self._write(
                lambda tx: pairing.pair_by_hand(
                    tx, scheme_id, mentor, newcomer, today, sides=sides
                ),
                self._began,
                dialog,
            )

    def _began(self, pair: Pairing) -> None:
        _ = self._words.text
        self._bar.success(
            _("Pairing %(number)s has begun; its letters are due.") % {"number": pair.number},
            (_("Open"), lambda: self._opened(pair.id)),
        )

    def _write(
        self,
        job: Callable[[Transaction], Any],
        told: Callable[[Any], object],
        dialog: FormDialog | None = None,
    ) -> None:
        def then(done: object) -> None:
            if dialog is not None:
                dialog.accepted_by_office()
            told(done)

        def refused(why: Refused) -> None:
            text = explain(self._words, why)
            if dialog is not None:
                dialog.refuse(text)
            else:
                self._bar.warning(text)

        self._worker.write(dialog or self._home, job, then, refused)


def _who(row: ProposalRow) -> str:
    return f"{isolated(row.newcomer_name)} – {isolated(row.mentor_name)}"


def _homes(tx: Transaction, row: ProposalRow) -> Homes:
    mentor, newcomer = households.may_stand(tx, row.proposal)
    return row.newcomer_name if newcomer else "", row.mentor_name if mentor else ""


def _choices_with(tx: Transaction, role_id: UUID) -> tuple[UUID, Choices] | None:
    """The first scheme in which this mentor or newcomer can be paired, with who can be."""
    for scheme in schemes.all_schemes(tx, active_only=True):
        mentors, newcomers = pairing.choices(tx, scheme.id)
        if any(one.role_id == role_id for one in (*mentors, *newcomers)):
            return scheme.id, (mentors, newcomers)
    return None
