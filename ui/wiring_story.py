"""The first tabs of a person's file and of a pairing's page: now, and the whole story."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from mentorapp.domain.follow_up import Attention, AttentionKind
from mentorapp.operations import next_step, telephone
from mentorapp.operations.telephone import AtTelephone
from mentorapp.words import Words
from ui.widgets.message_bar import MessageBar
from ui.widgets.record_tab import RecordTab
from ui.widgets.steps import Step, Steps
from ui.widgets.tabs_page import TabSpec
from ui.wiring_around import Surroundings
from ui.work import Worker

Today = Callable[[], date]


def person_tabs(around: Surroundings, bar: MessageBar) -> list[TabSpec]:
    """The first tabs of a person's file."""
    _ = around.words.text
    return [
        TabSpec("now", _("Now"), lambda: _person_now(around, bar)),
    ]


def pairing_tabs(
    worker: Worker, words: Words, today: Today, bar: MessageBar, steps: Steps
) -> Sequence[tuple[str, RecordTab]]:
    """The first tabs of a pairing's page; `steps` are what the page does by itself."""
    from ui.story.now_tab import NowTab, Told

    told = Told(telephone.of_pairing, next_step.of_pairing, steps, None, is_pairing=True)
    return [(words.text("Now"), NowTab(worker, words, today, bar, told))]


def _person_now(around: Surroundings, bar: MessageBar) -> QWidget:
    from ui.story.now_tab import NowTab, Told

    told = Told(
        telephone.of_person,
        next_step.of_person,
        _person_steps(around),
        around.open_pairing,
        is_pairing=False,
    )
    return NowTab(around.worker, around.words, around.today, bar, told)


def _person_steps(around: Surroundings) -> Steps:
    _ = around.words.text

    def pairing(line: Attention, _at: AtTelephone) -> None:
        if line.pairing_id is not None:
            around.open_pairing(line.pairing_id)

    def find(_line: Attention, at: AtTelephone) -> None:
        if at.speakers[0].newcomer_id is not None:
            around.pair_newcomer(at.speakers[0].newcomer_id)

    def form(line: Attention, _at: AtTelephone) -> None:
        around.edit_person(line.subject_id)

    to_pairing = Step(_("Open the pairing"), "folder-open", pairing)
    return {
        AttentionKind.AGREEMENT: to_pairing,
        AttentionKind.LETTER: to_pairing,
        AttentionKind.PAIR_ENDS: to_pairing,
        AttentionKind.WAITING: Step(_("Find pairs"), "link", find),
        AttentionKind.CERTIFICATE: Step(_("Open the form"), "pencil", form),
    }
