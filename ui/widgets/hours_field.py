"""Hours a week, as people write them."""

from mentorapp.words import Words
from ui.widgets.fields import TextField


class HoursField(TextField):
    """Hours a week, whole or with a decimal sign; empty where nobody knows."""

    def __init__(self, words: Words) -> None:
        super().__init__(6)
        self._words = words
        self.setMaximumWidth(140)

    def minutes(self) -> int | None:
        """As minutes; None when empty or unreadable (see `problem`)."""
        try:
            return round(float(self.value().replace(",", ".")) * 60)
        except (ValueError, OverflowError):
            return None

    def problem(self) -> str:
        """A sentence when it is no number."""
        if self.value() and self.minutes() is None:
            return self._words.text("Write the hours as a number, like 30 or 37.5.")
        return ""
