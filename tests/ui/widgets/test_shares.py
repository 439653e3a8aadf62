from pytestqt.qtbot import QtBot

from ui.widgets.shares import Share, Shares


def test_the_numbers_are_told_without_seeing_the_bars(qtbot: QtBot) -> None:
    shares = Shares(
        "How the score comes about",
        [
            Share("Common language", "must", 40, 100, "10 of 25 %"),
            Share("Distance", "low", 0, 25, "0 of 6 %"),
        ],
    )
    qtbot.addWidget(shares)
    assert shares.accessibleDescription() == (
        "Common language must: 10 of 25 %; Distance low: 0 of 6 %"
    )


def test_it_paints_a_line_for_each_share_however_narrow(qtbot: QtBot) -> None:
    shares = Shares("Score", [Share("Age and life situation", "medium", 3, 0, "3 of 12 %")] * 3)
    qtbot.addWidget(shares)
    shares.resize(120, shares.sizeHint().height())
    shares.show()
    shares.setFocus()
    assert not shares.grab().toImage().isNull()
    assert shares.sizeHint().height() >= 3 * shares.fontMetrics().height()
