"""The form's section about the household: none, one that is known, or a new one."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from uuid import UUID

from mentorapp.domain.households import ChildBand, Household
from mentorapp.words import Words
from mentorapp.words.fields import field_label
from ui.format import plain_label, sort_key
from ui.people.choices import enum_choices
from ui.widgets.checks_field import ChecksField
from ui.widgets.fields import CheckField, ChoiceField, TextField
from ui.widgets.form_dialog import FormDialog

_NEW = "new"


class HouseholdSection:
    """The choice, and the household's own data below it once there is one."""

    def __init__(
        self,
        form: FormDialog,
        words: Words,
        households: Sequence[Household],
        members: Sequence[str],
        family_name: Callable[[], str],
    ) -> None:
        _ = words.text
        self._family_name = family_name
        self._known = {household.id: household for household in households}
        self._shown = Household(label="")
        form.add_group(_("Household"))
        order = sort_key(words.language)
        named = sorted(((h.id, h.label) for h in households), key=lambda one: order(one[1]))
        self.household = ChoiceField(
            [(None, _("Not registered")), (_NEW, _("New household …")), *named]
        )
        self.household.setMaximumWidth(320)
        form.add_row(
            "household_id",
            field_label(words, "household"),
            self.household,
            _("People who live together. Address protection of one counts for all."),
        )
        if members:
            lives = plain_label(_("Lives with %(names)s.") % {"names": words.join(list(members))})
            lives.setWordWrap(True)
            form.add_wide(lives)
        self._group = form.add_group("")
        self.label = TextField(400)
        self.child_bands = ChecksField(enum_choices(words, ChildBand))
        self.childcare_needed = CheckField(_("Yes"))
        self.near_school = CheckField(_("Yes"))
        for name in ("label", "child_bands", "childcare_needed", "near_school"):
            form.add_row(name, field_label(words, name), getattr(self, name))
        self.household.changed.connect(self._choose)

    def show(self, household_id: UUID | None) -> None:
        """Choose a household; a new one is called after the family when it is made."""
        self.household.set_value(household_id if household_id in self._known else None)
        self._choose()

    def read(self) -> tuple[UUID | None, Household | None]:
        """Whose household it is, and the household itself when it is new or was changed."""
        if self.household.value() is None:
            return None, None
        said = replace(
            self._shown,
            label=self.label.value(),
            child_bands=self.child_bands.value(),
            childcare_needed=self.childcare_needed.value(),
            near_school=self.near_school.value(),
        )
        return said.id, None if said == self._known.get(said.id) else said

    def _choose(self) -> None:
        chosen = self.household.value()
        if chosen == _NEW:
            self._shown = Household(label=self._family_name())
        elif chosen is not None:
            self._shown = self._known[chosen]
        if chosen is not None:
            self.label.set_value(self._shown.label)
            self.child_bands.set_value(self._shown.child_bands)
            self.childcare_needed.set_value(self._shown.childcare_needed)
            self.near_school.set_value(self._shown.near_school)
        for widget in self._group:
            widget.setVisible(chosen is not None)
            widget.setEnabled(chosen is not None)
