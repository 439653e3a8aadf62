import re
from dataclasses import asdict
from itertools import product

import pytest
from PySide6.QtGui import QColor, QPalette

import resources
from ui.theme import DARK, LIGHT, Tokens, palette, style_sheet

SCHEMES = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)


def luminance(colour: str) -> float:
    seen = QColor(colour)

    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)

    red, green, blue = linear(seen.redF()), linear(seen.greenF()), linear(seen.blueF())
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@SCHEMES
def test_words_stand_out_from_every_ground(tokens: Tokens) -> None:
    grounds = (tokens.bg, tokens.surface, tokens.alt, tokens.side, tokens.soft, tokens.hover)
    pairs = list(product((tokens.text, tokens.muted), grounds))
    pairs += [(tokens.accent_text, tokens.accent), (tokens.accent_text, tokens.accent_hover)]
    pairs += [(tokens.bad, tokens.bg), (tokens.bad, tokens.surface)]
    for tone in ("ok", "warn", "bad", "info", "muted"):
        colours = asdict(tokens)
        pairs.append((colours[tone], colours[f"{tone}_soft"]))
        pairs.append((tokens.text, colours[f"{tone}_soft"]))
    too_weak = [(a, b, round(contrast(a, b), 2)) for a, b in pairs if contrast(a, b) < 4.5]
    assert not too_weak


@SCHEMES
def test_edges_of_controls_and_the_focus_stand_out(tokens: Tokens) -> None:
    assert contrast(tokens.edge, tokens.surface) >= 3
    assert contrast(tokens.accent, tokens.surface) >= 3
    assert contrast(tokens.accent, tokens.bg) >= 3


@SCHEMES
def test_the_small_pictures_have_the_colours_of_their_scheme(tokens: Tokens) -> None:
    drawn = {
        "check": tokens.accent_text,
        "minus": tokens.accent_text,
        "tick": tokens.accent,
        "chevron-down": tokens.muted,
        "chevron-up": tokens.muted,
    }
    for name, colour in drawn.items():
        text = resources.path(f"style/{tokens.name}/{name}.svg").read_text(encoding="utf-8")
        assert re.findall(r'stroke="(.*?)"', text) == [colour]


@SCHEMES
def test_every_picture_the_rules_name_ships(tokens: Tokens) -> None:
    rules = style_sheet(tokens)
    assert "$" not in rules.split("*/", 1)[1]
    pictures = re.findall(r"/style/(\w+/[\w-]+\.svg)", rules)
    assert pictures
    for picture in pictures:
        assert resources.path(f"style/{picture}").is_file()


def test_everything_that_takes_the_keyboard_shows_it() -> None:
    rules = style_sheet(LIGHT)
    for kind in (
        "QPushButton", "QToolButton", "QLineEdit", "QComboBox", "QAbstractSpinBox",
        "QPlainTextEdit", "QCheckBox", "QRadioButton", "QTableView", "QListView", "QTabBar::tab",
    ):  # fmt: skip
        assert re.search(rf"{kind}(, [^{{}}]*)?:focus", rules), kind


def test_the_palette_follows_the_tokens() -> None:
    made = palette(DARK)
    assert made.color(QPalette.ColorRole.Window).name() == DARK.bg
    disabled = made.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert disabled.name() == DARK.muted
