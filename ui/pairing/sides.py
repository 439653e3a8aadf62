"""Whom a pair is for, chosen as it begins: the two, or all who live with them."""

from mentorapp.domain.pairings import Side, Sides
from ui.widgets.fields import CheckField
from ui.widgets.form_dialog import FormDialog


class SidesGroup:
    """A group of a form with a tick for each side; a side without a name is for the person."""

    def __init__(self, form: FormDialog, newcomer: str, mentor: str) -> None:
        _ = form.words.text
        form.add_group(_("Whom the pair is for"))
        self.newcomer, self.mentor = (CheckField(_("The whole household")) for _side in range(2))
        for name, who, field in (
            ("newcomer_side", newcomer, self.newcomer),
            ("mentor_side", mentor, self.mentor),
        ):
            if who:
                form.add_row(name, who.replace("&", "&&"), field)

    def value(self) -> Sides:
        """Who stands on the mentor's and on the newcomer's side."""
        return _side(self.mentor), _side(self.newcomer)

    def set_enabled(self, enabled: bool) -> None:
        """Whether there is anything to choose."""
        for field in (self.newcomer, self.mentor):
            field.setEnabled(enabled)


def _side(whole_household: CheckField) -> Side:
    return Side.HOUSEHOLD if whole_household.value() else Side.PERSON
