"""The first tabs of a person's file and of a pairing's page: now, and the whole story."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtWidgets import QWidget

from mentorapp.domain.follow_up import Attention, AttentionKind
from mentorapp.domain.timeline import Happened, TimelineEntry
from mentorapp.operations import next_step, telephone, timeline
from mentorapp.operations.telephone import AtTelephone
from ui.widgets.message_bar import MessageBar
from ui.widgets.record_tab import RecordTab
from ui.widgets.steps import Step, Steps
from ui.widgets.tabs_page import TabSpec
from ui.wiring_around import Surroundings


def person_tabs(around: Surroundings, bar: MessageBar) -> list[TabSpec]:
    """The first tabs of a person's file."""
    _ = around.words.text
    return [
        TabSpec("now", _("Now"), lambda: _person_now(around, bar)),
        TabSpec("timeline", _("Timeline"), lambda: _person_timeline(around, bar)),
    ]


def pairing_tabs(
    around: Surroundings,
    bar: MessageBar,
    steps: Steps,
    open_entry: Callable[[UUID, TimelineEntry], object],
) -> Sequence[tuple[str, RecordTab]]:
    """The first tabs of a pairing's page, which does the `steps` and opens lines by itself."""
    from ui.story.now_tab import NowTab, Told
    from ui.story.timeline_tab import History, TimelineTab

    worker, words, today = around.worker, around.words, around.today
    told = Told(telephone.of_pairing, next_step.of_pairing, steps, None, is_pairing=True)
    history = History(timeline.of_pairing, open_entry, lambda _entry: "")
    return [
        (words.text("Now"), NowTab(worker, words, today, bar, told)),
        (words.text("Timeline"), TimelineTab(worker, words, today, bar, history)),
    ]


def _person_timeline(around: Surroundings, bar: MessageBar) -> QWidget:
    from ui.story.timeline_tab import History, TimelineTab

    def open_entry(person_id: UUID, entry: TimelineEntry) -> None:
        if entry.pairing_id is not None:
            around.open_pairing(entry.pairing_id)
        else:
            around.edit_person(person_id)

    history = History(timeline.of_person, open_entry, _tab_of)
    return TimelineTab(around.worker, around.words, around.today, bar, history)


#: The tabs of a person's file in which lines can be changed, by what they tell.
_TABS = {
    Happened.PROPOSAL_SENT: "schemes",
    Happened.PROPOSAL_DECLINED: "schemes",
    Happened.CALLED: "now",
    Happened.NOT_REACHED: "now",
    Happened.INTERVIEWED: "interviews",
    Happened.QUOTED: "interviews",
    Happened.NETWORK_ASKED: "network",
    Happened.BARRIERS_ASKED: "barriers",
    Happened.GOAL_SET: "plan",
    Happened.GOAL_JUDGED: "plan",
    Happened.GOAL_CLOSED: "plan",
    Happened.STEP_DONE: "plan",
    Happened.PLACEMENT_BEGUN: "placements",
    Happened.PLACEMENT_MIDWAY: "placements",
    Happened.PLACEMENT_ENDED: "placements",
    Happened.INVITED: "events",
    Happened.AT_EVENT: "events",
    Happened.NOT_AT_EVENT: "events",
    Happened.INTRODUCED: "associations",
    Happened.VISITED: "associations",
    Happened.JOINED: "associations",
    Happened.LEFT: "associations",
    Happened.CONTACT_BEGAN: "contacts",
    Happened.CONTACT_ENDED: "contacts",
    Happened.OUTCOME_TOLD: "outcomes",
}


def _tab_of(entry: TimelineEntry) -> str:
    return "" if entry.pairing_id is not None else _TABS.get(entry.happened, "")


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
