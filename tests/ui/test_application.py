import sys

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from mentorapp.words import Words
from ui.qt_texts import QT_TEXTS, QtTexts


class Norwegian(Words):
    def text(self, message: str) -> str:
        return f"nb:{message}"


def test_names_in_every_script_have_a_font(qapp: QApplication) -> None:
    families = set(QFontDatabase.families())
    assert {"Noto Sans", "Noto Sans Arabic", "Noto Sans Ethiopic"} <= families
    assert qapp.font().pointSize() == 10


def test_qt_says_its_buttons_in_our_words(qtbot: QtBot, qapp: QApplication) -> None:
    texts = QtTexts(Norwegian("en"))
    qapp.installTranslator(texts)
    try:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        qtbot.addWidget(box)
        assert box.buttons()[0].text().startswith("nb:")
    finally:
        qapp.removeTranslator(texts)


def test_sentences_we_do_not_know_stay_qts(qapp: QApplication) -> None:
    texts: QTranslator = QtTexts(Norwegian("en"))
    qapp.installTranslator(texts)
    try:
        said = QCoreApplication.translate("QDialog", "What's This?")
        assert said == "What's This?"
    finally:
        qapp.removeTranslator(texts)


def test_the_known_sentences_hold_no_empty_one() -> None:
    assert all(text.strip() for text in QT_TEXTS)


def test_dates_follow_the_language(qapp: QApplication) -> None:
    assert QLocale().language() == QLocale.Language.English


def test_the_window_gets_its_turn_soon_while_another_thread_computes(qapp: QApplication) -> None:
    assert sys.getswitchinterval() < 0.001
