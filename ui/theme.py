"""Colours as tokens, and the palette and style sheet made from them.

Fusion with an own palette and one style sheet looks the same on every system, which keeps the
user guide's pictures true. Every colour of the window comes from `Tokens`; the rules stand in
``resources/style/window.qss`` with the tokens' names as ``$placeholders``.
"""

from enum import Enum
from string import Template
from typing import NamedTuple

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

import resources


class Tokens(NamedTuple):
    """One colour scheme as ``#rrggbb``.

    `name` is the folder of the small pictures below ``resources/style``: a style sheet cannot
    recolour an SVG file, so each scheme ships its own. `edge` outlines what can be operated and
    stands out 3:1 (WCAG 1.4.11); `line` only separates.
    """

    name: str
    bg: str
    surface: str
    alt: str
    side: str
    text: str
    muted: str
    line: str
    edge: str
    accent: str
    accent_hover: str
    accent_text: str
    soft: str
    hover: str
    ok: str
    ok_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str
    info: str
    info_soft: str
    muted_soft: str


LIGHT = Tokens(
    name="light",
    bg="#f5f6f8",
    surface="#ffffff",
    alt="#f8fafc",
    side="#eef1f5",
    text="#1b2430",
    muted="#566171",
    line="#d9dee5",
    edge="#828d9c",
    accent="#1d5fa8",
    accent_hover="#174e8b",
    accent_text="#ffffff",
    soft="#e3eefa",
    hover="#edf3fa",
    ok="#146a3d",
    ok_soft="#dfeee6",
    warn="#874e00",
    warn_soft="#f5e8d5",
    bad="#a8261d",
    bad_soft="#fbe6e4",
    info="#1d5fa8",
    info_soft="#e3eefa",
    muted_soft="#e8eaee",
)

DARK = Tokens(
    name="dark",
    bg="#1b1e23",
    surface="#23272e",
    alt="#272c34",
    side="#16191d",
    text="#e8ebef",
    muted="#a3aeba",
    line="#3a414b",
    edge="#78838f",
    accent="#6cb0f5",
    accent_hover="#8cc2f8",
    accent_text="#0c1a2a",
    soft="#2a3c52",
    hover="#2a323c",
    ok="#5fd39a",
    ok_soft="#21392f",
    warn="#f0b45a",
    warn_soft="#3d3222",
    bad="#ff9a90",
    bad_soft="#452a2a",
    info="#6cb0f5",
    info_soft="#2a3c52",
    muted_soft="#333942",
)

#: For whoever sees little: 7:1 for words, black behind everything, and every edge drawn.
HIGH_CONTRAST = Tokens(
    name="contrast",
    bg="#000000",
    surface="#000000",
    alt="#0d0d0d",
    side="#000000",
    text="#ffffff",
    muted="#e0e0e0",
    line="#9a9a9a",
    edge="#ffffff",
    accent="#ffd83d",
    accent_hover="#ffe680",
    accent_text="#000000",
    soft="#1d3a66",
    hover="#1a2a44",
    ok="#6ff0a4",
    ok_soft="#06301a",
    warn="#ffcf70",
    warn_soft="#352300",
    bad="#ffb3ab",
    bad_soft="#420e0a",
    info="#8fd0ff",
    info_soft="#0b2947",
    muted_soft="#2b2b2b",
)

SCHEMES = (LIGHT, DARK, HIGH_CONTRAST)


class Tone(Enum):
    """What a badge or a message says apart from its words."""

    OK = "ok"
    WARN = "warn"
    BAD = "bad"
    INFO = "info"
    MUTED = "muted"


def tone_colours(tokens: Tokens, tone: Tone) -> tuple[QColor, QColor]:
    """The colours of the words and of what lies behind them."""
    colours = tokens._asdict()
    return QColor(colours[tone.value]), QColor(colours[f"{tone.value}_soft"])


def palette(tokens: Tokens) -> QPalette:
    """The tokens as Qt's roles, so that what no rule of the style sheet reaches fits as well."""
    made = QPalette()
    role = QPalette.ColorRole
    for which, colour in (
        (role.Window, tokens.bg),
        (role.WindowText, tokens.text),
        (role.Base, tokens.surface),
        (role.AlternateBase, tokens.alt),
        (role.Text, tokens.text),
        (role.Button, tokens.surface),
        (role.ButtonText, tokens.text),
        (role.BrightText, tokens.accent_text),
        (role.Highlight, tokens.accent),
        (role.HighlightedText, tokens.accent_text),
        (role.Accent, tokens.accent),
        (role.Link, tokens.accent),
        (role.LinkVisited, tokens.accent),
        (role.ToolTipBase, tokens.surface),
        (role.ToolTipText, tokens.text),
        (role.PlaceholderText, tokens.muted),
        (role.Light, tokens.surface),
        (role.Midlight, tokens.line),
        (role.Mid, tokens.line),
        (role.Dark, tokens.edge),
        (role.Shadow, tokens.edge),
    ):
        made.setColor(which, QColor(colour))
    for which in (role.Text, role.ButtonText, role.WindowText):
        made.setColor(QPalette.ColorGroup.Disabled, which, QColor(tokens.muted))
    return made


def style_sheet(tokens: Tokens) -> str:
    """The rules with this scheme's colours.

    Raises KeyError when the rules name a colour that is no token.
    """
    rules = Template(resources.path("style/window.qss").read_text(encoding="utf-8"))
    # Forward slashes: url() takes a backslash for an escape, on Windows too.
    images = resources.path(f"style/{tokens.name}").as_posix()
    return rules.substitute(tokens._asdict(), images=images)


def tokens_of(application: QApplication) -> Tokens:
    """The scheme that `apply` was called with, for widgets that paint themselves."""
    name = application.property("scheme")
    return next((tokens for tokens in SCHEMES if tokens.name == name), LIGHT)


def current_tokens() -> Tokens:
    """The scheme of the running application, the light one without it."""
    application = QApplication.instance()
    return tokens_of(application) if isinstance(application, QApplication) else LIGHT


def apply(application: QApplication, tokens: Tokens) -> None:
    """Give the whole application this look."""
    application.setProperty("scheme", tokens.name)
    application.setStyle("Fusion")
    application.setPalette(palette(tokens))
    application.setStyleSheet(style_sheet(tokens))
