from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from ui.settings_store import Preferences


def preferences(tmp_path: Path) -> Preferences:
    return Preferences(QSettings(str(tmp_path / "mentorapp.ini"), QSettings.Format.IniFormat))


def test_what_was_chosen_is_there_next_time(tmp_path: Path) -> None:
    first = preferences(tmp_path)
    first.language = "nb"
    first.office_file = tmp_path / "Ås kommune.db"
    first.geometry = QByteArray(b"\x01\x02")
    first._settings.sync()
    again = preferences(tmp_path)
    assert again.language == "nb"
    assert again.office_file == tmp_path / "Ås kommune.db"
    assert again.geometry == QByteArray(b"\x01\x02")


def test_nothing_chosen_is_none(tmp_path: Path) -> None:
    fresh = preferences(tmp_path)
    assert (fresh.language, fresh.office_file, fresh.geometry) == (None, None, None)
