"""The office's own districts, written one a line."""

from collections.abc import Mapping

from mentorapp.domain.districts import written_districts
from mentorapp.domain.errors import BadDistrict
from mentorapp.operations import districts
from mentorapp.words import Words
from mentorapp.words.refusals import explain
from ui.widgets.fields import NotesField


class DistrictsField(NotesField):
    """Says by the line what cannot be read, before the office is asked.

    It is read with the codes of a country; without a line that is wrong `districts` gives them.
    """

    def __init__(self, words: Words) -> None:
        super().__init__(10_000, 5)
        self._words = words
        self._country = ""

    def set_country(self, country: str) -> None:
        """The codes are those of this country."""
        self._country = country

    def show_districts(self, stored: Mapping[str, str]) -> None:
        """Show these in their order."""
        self.set_value(written_districts(stored))

    def districts(self) -> dict[str, str]:
        """Name and codes of each line. Raises BadDistrict."""
        return districts.read(self._country, self.toPlainText())

    def problem(self) -> str:
        """The sentence about the first line that cannot be right."""
        try:
            self.districts()
        except BadDistrict as wrong:
            return explain(self._words, wrong)
        return ""
