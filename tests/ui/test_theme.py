import re
from itertools import product

import pytest
from PySide6.QtGui import QColor, QPalette

import resources
from ui.theme import DARK, HIGH_CONTRAST, LIGHT, SCHEMES, Tokens, palette, style_sheet

EACH = pytest.mark.parametrize("tokens", SCHEMES, ids=lambda tokens: tokens.name)


def luminance(colour: str) -> float:
    seen = QColor(colour)

    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)

    red, green, blue = linear(seen.redF()), linear(seen.greenF()), linear(seen.blueF())
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def painted_together(tokens: Tokens) -> set[tuple[str, str]]:
    """Words and what they stand on, where widgets paint or a rule has only one of the two."""
    colours = tokens._asdict()
    grounds = (tokens.bg, tokens.surface, tokens.alt, tokens.side, tokens.soft, tokens.hover)
    pairs = set(product((tokens.text, tokens.muted), grounds))
    pairs |= set(product((tokens.bad, tokens.warn), (tokens.bg, tokens.surface)))
    for tone in ("ok", "warn", "bad", "info", "muted"):
        pairs |= {(colours[tone], colours[f"{tone}_soft"]), (tokens.text, colours[f"{tone}_soft"])}
    return pairs


def ruled_together(tokens: Tokens) -> set[tuple[str, str]]:
    """Words and ground of every rule of the style sheet that names both."""
    rules = resources.path("style/window.qss").read_text(encoding="utf-8")
    colours = tokens._asdict()
    pairs = set()
    for rule in re.findall(r"\{([^{}]*?\$[^{}]*)\}(?!/)", rules):
        for prefix in ("", "selection-"):
            word = re.search(rf"(?<![\w-]){prefix}color: \$(\w+)", rule)
            ground = re.search(
                rf"(?<![\w-]){prefix}background{'-color' if prefix else ''}: \$(\w+)", rule
            )
            if word and ground:
                pairs.add((colours[word[1]], colours[ground[1]]))
    assert (tokens.accent_text, tokens.accent) in pairs
    return pairs


@EACH
def test_words_stand_out_from_every_ground(tokens: Tokens) -> None:
    least = 7 if tokens is HIGH_CONTRAST else 4.5
    pairs = painted_together(tokens) | ruled_together(tokens)
    pairs.add((tokens.accent_text, tokens.accent_hover))
    too_weak = [(a, b, round(contrast(a, b), 2)) for a, b in pairs if contrast(a, b) < least]
    assert not too_weak


@EACH
def test_edges_of_controls_and_the_focus_stand_out(tokens: Tokens) -> None:
    pairs = set(product((tokens.edge, tokens.accent), (tokens.surface, tokens.bg)))
    # The focus on a selected page, a filled button and a wrong field.
    pairs |= {(tokens.text, tokens.side), (tokens.text, tokens.surface), (tokens.text, tokens.bg)}
    pairs |= {(tokens.bad, tokens.surface), (tokens.accent, tokens.side)}
    pairs |= {
        (getattr(tokens, tone), getattr(tokens, f"{tone}_soft"))
        for tone in ("ok", "warn", "bad", "info")
    }
    too_weak = [(a, b, round(contrast(a, b), 2)) for a, b in pairs if contrast(a, b) < 3]
    assert not too_weak


def test_in_high_contrast_every_line_can_be_seen() -> None:
    assert contrast(HIGH_CONTRAST.line, HIGH_CONTRAST.surface) >= 7


@EACH
def test_the_small_pictures_have_the_colours_of_their_scheme(tokens: Tokens) -> None:
    drawn = {
        "check": tokens.accent_text,
        "minus": tokens.accent_text,
        "tick": tokens.accent,
        "chevron-down": tokens.muted,
        "chevron-left": tokens.muted,
        "chevron-right": tokens.muted,
        "chevron-up": tokens.muted,
    }
    for name, colour in drawn.items():
        text = resources.path(f"style/{tokens.name}/{name}.svg").read_text(encoding="utf-8")
        assert re.findall(r'stroke="(.*?)"', text) == [colour]


@EACH
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
