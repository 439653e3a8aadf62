"""Whom a pair is for, persons or households, and which project it is under."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QWidget

from mentorapp.domain.pairings import Side
from mentorapp.domain.schemes import SchemePart
from mentorapp.operations.pairings import PairingFile
from mentorapp.words import Words
from mentorapp.words.fields import field_label
from mentorapp.words.labels import label
from ui.pairings.dialogs import PairingDialog
from ui.widgets.fields import ChoiceField


class TagDialog(PairingDialog):
    """The sides can be chosen where the scheme pairs households."""

    def __init__(
        self,
        words: Words,
        file: PairingFile,
        projects: Sequence[tuple[UUID, str]],
        parent: QWidget | None = None,
    ) -> None:
        _ = words.text
        super().__init__(words, _("Household and project"), "", parent)
        pairing = file.pairing
        sides = [(side, label(words, side)) for side in Side]
        self.newcomer_side = ChoiceField(sides)
        self.mentor_side = ChoiceField(sides)
        self.project = ChoiceField([(None, _("No project")), *projects])
        paired = SchemePart.HOUSEHOLDS in file.row.scheme.parts
        hint = "" if paired else _("This scheme pairs persons alone.")
        self.add_group(_("Whom the pair is for"), hint)
        for name, who, side, field in (
            ("newcomer_side", file.row.newcomer_name, pairing.newcomer_side, self.newcomer_side),
            ("mentor_side", file.row.mentor_name, pairing.mentor_side, self.mentor_side),
        ):
            self.add_row(name, who.replace("&", "&&"), field)
            field.set_value(side)
            field.setEnabled(paired)
        self.add_group(field_label(words, "project"))
        self.add_row("project_id", field_label(words, "project"), self.project)
        self.project.set_value(pairing.project_id)
        self.start_afresh()
