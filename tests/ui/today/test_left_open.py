"""Forms that were left open, in Today."""

from collections.abc import Callable
from uuid import UUID

from pytestqt.qtbot import QtBot

from mentorapp.domain.unfinished_forms import FormKind, UnfinishedForm
from mentorapp.operations import unfinished_forms
from mentorapp.words import Words
from tests.ui.pairs_office import TODAY, PairsOffice
from ui.today.page import TodayPage
from ui.widgets.message_bar import MessageBar
from ui.work import Worker

SAID = "A form was left open: newcomer – Sahra"


def shown(page: TodayPage) -> list[str]:
    return [str(page.list.model.index(at, 1).data()) for at in range(page.list.model.rowCount())]


def test_a_form_left_open_is_gone_on_with_or_discarded_from_today(
    qtbot: QtBot,
    worker: Worker,
    english: Words,
    pairs_office: PairsOffice,
    settle: Callable[[], None],
) -> None:
    with pairs_office.database.write("Test") as tx:
        form = unfinished_forms.keep(
            tx,
            UnfinishedForm(
                form=FormKind.NEWCOMER.value, contents={"given_name": "Sahra"}, kept_at=tx.now
            ),
        )

    def log(_pairing_id: UUID, _bar: MessageBar) -> None:
        raise AssertionError

    page = TodayPage(worker, english, lambda: TODAY, log)
    worker.changed.connect(page.refresh)
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    settle()
    line = next(one for one in page.list.model.shown_rows() if one.attention.subject_id == form.id)
    page.list.table.select_row(line.key)
    assert SAID in shown(page)
    with qtbot.waitSignal(page.open_form) as asked:
        page._buttons.open.click()
    assert asked.args == [form.id]
    page._buttons.discard.click()
    settle()
    settle()
    assert SAID not in shown(page)
    page.list.message_bar.button.click()
    settle()
    settle()
    assert SAID in shown(page)
