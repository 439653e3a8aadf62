"""``forms``: what was typed in the window and not saved."""

from argparse import ArgumentParser, Namespace, _SubParsersAction
from typing import Any

from mentorapp.cli.session import Session
from mentorapp.cli.tables import table
from mentorapp.domain.unfinished_forms import UnfinishedForm
from mentorapp.operations import Transaction, unfinished_forms
from mentorapp.operations.handles import by_handle, handle
from mentorapp.words.fields import kind_label


def add_to(commands: "_SubParsersAction[ArgumentParser]", shared: ArgumentParser) -> None:
    """The group and its steps."""
    group = commands.add_parser("forms", help="forms that were left open")
    steps = group.add_subparsers(title="steps", required=True, metavar="STEP")
    listing = steps.add_parser("list", parents=[shared], help="what was typed and not saved")
    listing.set_defaults(command=_list)
    discarding = steps.add_parser("discard", parents=[shared], help="throw away what was typed")
    discarding.add_argument("form", metavar="FORM", help="as shown by list")
    discarding.set_defaults(command=_discard)


def _list(session: Session, _args: Namespace) -> None:
    with session.reading() as tx:
        found = [_values(tx, one) for one in unfinished_forms.all_forms(tx)]
    words, _ = session.words, session.words.text
    session.tell(
        found,
        lambda: table(
            (_("Form"), _("About"), _("Who"), _("Kept on"), _("By")),
            [
                (
                    one["form"],
                    kind_label(words, one["kind"]),
                    one["about"],
                    words.date(one["kept_at"].date()),
                    one["typed_by"],
                )
                for one in found
            ],
        ),
    )


def _discard(session: Session, args: Namespace) -> None:
    with session.writing() as tx:
        form = by_handle(unfinished_forms.all_forms(tx), UnfinishedForm, args.form)
        values = _values(tx, form)
        unfinished_forms.discard(tx, form.id)
    said = session.words.text("What was typed is discarded.")
    session.tell(values, lambda: [said])


def _values(tx: Transaction, form: UnfinishedForm) -> dict[str, Any]:
    """Which fields were filled, not with what: that is for the form itself to show."""
    name, number = unfinished_forms.named(tx, form)
    return {
        "form": handle(form.id),
        "kind": form.form,
        "about": f"{name} ({number})" if number else name,
        "fields": sorted(form.contents),
        "kept_at": form.kept_at,
        "typed_by": form.typed_by,
    }
