"""An application dressed as the real one, and Bokmål or English words."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtWidgets import QApplication

from mentorapp.words import Words
from ui.application import build_application


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    return build_application(["mentorapp"], Words("en"))


@pytest.fixture
def words(qapp: QApplication) -> Words:
    return Words("en")
