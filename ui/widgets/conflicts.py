"""What to do when a record was saved by somebody else while its form was open here.

The form is opened anew from what is stored now, and what was chosen of what was typed is written
into that one: the old form could only be saved over the other's work.
"""

from ui.widgets.form_dialog import FormDialog
from ui.widgets.form_keeping import FormKeeping
from ui.widgets.versions_dialog import Version, VersionsDialog, differences, readings


def choose_and_save(dialog: FormDialog, anew: FormDialog) -> None:
    """Show both versions, and save `anew` with what was chosen; it takes the place of `dialog`.

    Both are kept by a `FormKeeping`, `anew` by one that follows the other's. Nothing happens when
    the choice is closed: the form stays as it is, with all that was typed.
    """
    dialog.allow_saving()
    keeping = dialog.keeping
    typed = readings(dialog)
    opened_with = keeping.opened_with if isinstance(keeping, FormKeeping) else {}
    found = differences(typed, readings(anew), opened_with)
    if not found:
        _replace(dialog, anew, {})
        return
    choice = VersionsDialog(dialog.words, found, parent=dialog)

    def take() -> None:
        mine = choice.chosen(Version.TYPED)
        choice.accepted_by_office()
        _replace(dialog, anew, {name: typed[name].text for name in mine})

    choice.submitted.connect(take)
    choice.rejected.connect(anew.deleteLater)
    choice.open()


def _replace(dialog: FormDialog, anew: FormDialog, mine: dict[str, str]) -> None:
    anew.move(dialog.pos())
    dialog.leave()
    anew.open()
    anew.write_back(mine)
    anew.save()
