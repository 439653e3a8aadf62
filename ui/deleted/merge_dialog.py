"""Two records of one person or organisation beside each other, to choose field by field."""

from collections.abc import Collection, Mapping
from uuid import UUID

from PySide6.QtWidgets import QWidget

from mentorapp.domain.merging import Counts, Differing
from mentorapp.words import Words
from mentorapp.words.merging import field_title, value_told
from ui.widgets.form_dialog import FormDialog
from ui.widgets.versions_dialog import Difference, Version, VersionField

_VERSIONS = {Counts.FIRST: Version.TYPED, Counts.SECOND: Version.SAVED}


class MergeDialog(FormDialog):
    """What only one of the two has is chosen already; closing it changes nothing."""

    def __init__(
        self,
        words: Words,
        titles: tuple[str, str],
        found: Collection[Differing],
        names: Mapping[UUID, str],
        parent: QWidget | None = None,
        *,
        note: str = "",
    ) -> None:
        """`titles` are the two with their numbers, `names` are of what fields point to.

        `note` is something to know beside the fields.
        """
        _ = words.text
        super().__init__(words, _("Same person or organisation"), _("Merge"), parent)
        self.setMinimumWidth(720)
        hint = _(
            "%(first)s stays. Everything that belongs to %(second)s moves over, and %(second)s "
            "goes to Deleted, from where both come back as they were. Choose what is to count."
        ) % {"first": titles[0], "second": titles[1]}
        self.add_group(_("Which of the two counts"), f"{hint} {note}".strip())
        self._choices = {
            one.name: self.add_row(
                one.name,
                field_title(words, one.name).replace("&", "&&"),
                VersionField(words, _difference(words, one, names), titles),
            )
            for one in found
        }
        self.add_button(_("All of the first"), lambda: self._all(Version.TYPED))
        self.add_button(_("All of the second"), lambda: self._all(Version.SAVED))

    def chosen(self) -> dict[str, Counts]:
        """Whose field counts, by the name of the field."""
        counts = {version: one for one, version in _VERSIONS.items()}
        return {
            name: counts[version]
            for name, field in self._choices.items()
            if (version := field.value()) is not None
        }

    def reject(self) -> None:
        self.start_afresh()  # a choice between two is nothing that could be lost
        super().reject()

    def _all(self, version: Version) -> None:
        for field in self._choices.values():
            field.set_value(version)


def _difference(words: Words, one: Differing, names: Mapping[UUID, str]) -> Difference:
    first, second = (value_told(words, one.name, value, names) for value in (one.first, one.second))
    counts = None if one.counts is None else _VERSIONS[one.counts]
    return Difference(one.name, field_title(words, one.name), first, second, counts)
