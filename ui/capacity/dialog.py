"""The form of an offer of places."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QWidget

from mentorapp.domain.capacity import OfferedPlaces
from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.placements import PlacementKind
from mentorapp.domain.records import new_id
from mentorapp.domain.text import NOTE_LIMIT
from mentorapp.words import Words
from mentorapp.words.fields import field_label
from mentorapp.words.labels import label
from ui.format import capital
from ui.widgets.date_field import DateField
from ui.widgets.fields import ChoiceField, NotesField, NumberField
from ui.widgets.form_dialog import FormDialog
from ui.widgets.record_field import RecordField


class OfferDialog(FormDialog):
    """How many places of a kind an organisation offers, from when until when."""

    def __init__(
        self,
        words: Words,
        today: date,
        offer: OfferedPlaces | None,
        organisations: Iterable[tuple[UUID, str]],
        organisation_id: UUID | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Without `offer` it is a new one, of `organisation_id` if given."""
        _ = words.text
        title = _("New offer of places") if offer is None else _("Offer of places")
        super().__init__(words, title, parent=parent)
        self._start, self._id = offer, new_id()
        self.organisation = RecordField(words, organisations)
        self.kind = ChoiceField([(kind, capital(label(words, kind))) for kind in PlacementKind])
        self.places = NumberField(1, 1_000)
        self.places.setMaximumWidth(140)
        self.from_date = DateField(words, today)
        self.to_date = DateField(words, today)
        self.notes = NotesField(NOTE_LIMIT, 2)
        known = offer.organisation_id if offer is not None else organisation_id
        self.organisation.set_value(known)
        self.organisation.setEnabled(known is None)
        self.from_date.set_value(today)
        if offer is not None:
            self.kind.set_value(offer.kind)
            self.places.set_number(offer.places)
            self.from_date.set_value(offer.from_date)
            self.to_date.set_value(offer.to_date)
            self.notes.set_value(offer.notes)
        for name, field, hint, required in (
            ("organisation_id", self.organisation, "", True),
            ("kind", self.kind, "", False),
            ("places", self.places, _("How many people at once"), True),
            ("from_date", self.from_date, "", True),
            ("to_date", self.to_date, _("Left empty: until further notice"), False),
            ("notes", self.notes, "", False),
        ):
            self.add_row(name, field_label(words, name), field, hint, required=required)

    def offer(self) -> OfferedPlaces:
        """What the fields say. Raises InvalidField where something needed is missing."""
        organisation, first = self.organisation.value(), self.from_date.value()
        if organisation is None:
            raise InvalidField("organisation_id", Problem.MISSING)
        if first is None:
            raise InvalidField("from_date", Problem.MISSING)
        start = self._start or OfferedPlaces(
            id=self._id,
            organisation_id=organisation,
            kind=PlacementKind.WORK,
            places=1,
            from_date=first,
        )
        return replace(
            start,
            kind=self.kind.value(),
            places=self.places.number() or 1,
            from_date=first,
            to_date=self.to_date.value(),
            notes=self.notes.value(),
        )
