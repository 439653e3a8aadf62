"""From the end of a pairing to the next mentor, in the whole window."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from mentorapp.domain.closing import NewcomerNext
from mentorapp.domain.pairings import EndReason, Initiator, Pairing
from mentorapp.storage import records
from tests.ui.program_window import Start, User, furnished, preferences, start, stored
from ui.pairing.dialogs import ByHandDialog
from ui.pairings.end_dialog import EndDialog

__all__ = ["furnished", "preferences", "start"]


def test_to_end_and_find_a_new_mentor_opens_find_pairs_with_the_newcomer_chosen(
    start: Start, qtbot: QtBot, furnished: Path
) -> None:
    user = User(qtbot, start("--office", str(furnished)))
    (pair,) = stored(furnished, lambda tx: records.find(tx, Pairing))
    page = user.go("pairings")
    page.open_pairing(pair.id)
    user.settle()
    user.click(page.file._end)
    form = user.dialog(EndDialog)
    form._completed.set_value(False)
    form._reason.set_value(EndReason.DID_NOT_FIT)
    form._initiator.set_value(Initiator.OFFICE)
    form._newcomer.set_value(NewcomerNext.PAIRED_AGAIN)
    user.save(form)
    chosen = user.dialog(ByHandDialog)
    assert not page.isVisible()
    assert chosen._newcomer.value() == pair.newcomer_id
    chosen.start_afresh()
    chosen.reject()
