"""Trusting an office: only with the fingerprint that was read out on the telephone."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from mentorapp.domain.errors import Refused
from mentorapp.domain.exchange_errors import FingerprintDiffers, NotAKey
from mentorapp.domain.waiting_lists import Neighbour
from mentorapp.operations import Transaction, neighbours
from mentorapp.words import Words
from mentorapp.words.refusals import explain
from ui.widgets.fields import TextField
from ui.widgets.form_dialog import FormDialog
from ui.work import Worker


def trust_dialog(
    worker: Worker,
    words: Words,
    today: Callable[[], date],
    public_key: str,
    said: tuple[str, str],
    parent: QWidget,
) -> FormDialog:
    """The form. ``public_key`` is that of a file, or empty to be typed; ``said`` is what the file
    says the office and the municipality are called.
    """
    _ = words.text
    dialog = FormDialog(words, _("Trust an office"), _("Trust"), parent)
    dialog.add_group(
        "",
        _(
            "Call the office on a number that you know and have its fingerprint read out. Type "
            "what you hear: if it fits, files signed with this key are believed from now on."
        ),
    )
    heard = dialog.add_row("fingerprint", _("&Fingerprint, as heard"), TextField(60), required=True)
    name = dialog.add_row("name", _("&Name"), TextField(), required=True)
    municipality = dialog.add_row("municipality", _("&Municipality"), TextField())
    name.set_value(said[0] or said[1])
    municipality.set_value(said[1])
    key: TextField | None = None
    if not public_key:
        key = dialog.add_row(
            "public_key",
            _("Public &key"),
            TextField(100),
            _("As the other office sees it under Neighbours; it may come by e-mail."),
            required=True,
        )
    typed = key

    def submit() -> None:
        text = typed.value() if typed is not None else public_key
        digits = heard.value()
        made = (name.value(), municipality.value(), today())

        def job(tx: Transaction) -> Neighbour:
            return neighbours.trust(
                tx,
                Neighbour(
                    name=made[0],
                    municipality=made[1],
                    public_key=neighbours.heard_key(text, digits),
                    trusted_on=made[2],
                ),
            )

        worker.write(dialog, job, lambda _saved: dialog.accepted_by_office(), refuse)

    def refuse(refused: Refused) -> None:
        field = getattr(refused, "field", "")
        if isinstance(refused, FingerprintDiffers):
            field = "fingerprint"
        elif isinstance(refused, NotAKey):
            field = "public_key"
        dialog.refuse(explain(words, refused), field)

    dialog.submitted.connect(submit)
    return dialog
