"""Which page of the guide is about what the user is looking at.

Nothing has to be said in a page or dialog: the package that a widget is written in tells.
"""

from PySide6.QtWidgets import QWidget

TOPICS = {
    "today": "today",
    "first_use": "first-day",
    "people": "registering",
    "organisations": "registering",
    "imports": "registering",
    "households": "registering",
    "finding": "today",
    "story": "today",
    "saved_views": "registering",
    "pairing": "pairs",
    "pair_map": "pairs",
    "pairings": "pairings",
    "meetings": "pairings",
    "questionnaires": "pairings",
    "practice_driving": "pairings",
    "letters": "letters",
    "letter_texts": "letters",
    "reports": "reports",
    "settings": "settings",
    "word_lists": "settings",
    "absences": "settings",
    "audit": "safety",
    "privacy": "safety",
    "placements": "work",
    "capacity": "work",
    "projects": "work",
    "competences": "work",
    "demands": "work",
    "plans": "work",
    "events": "work",
    "associations": "work",
    "barriers": "work",
    "interviews": "work",
    "contact_points": "work",
    "networks": "work",
    "outcomes": "work",
    "series": "work",
    "goals": "work",
    "surroundings": "work",
    "waiting_lists": "work",
    "comparisons": "work",
    "deleted": "trouble",
    "backups": "trouble",
    "unlocking": "safety",
    "security": "safety",
}


def topic_of(widget: QWidget | None) -> str | None:
    """The key of the page for this widget, or for what it stands in."""
    while widget is not None:
        topic = TOPICS.get(type(widget).__module__.removeprefix("ui.").partition(".")[0])
        if topic is not None:
            return topic
        widget = widget.parentWidget()
    return None
