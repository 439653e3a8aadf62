"""``views``: what is kept of a list, by its filters, search, order and columns."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace, _SubParsersAction
from typing import Any

from mentorapp.cli.session import Session
from mentorapp.cli.tables import table
from mentorapp.domain.saved_views import SavedView
from mentorapp.operations import saved_views
from mentorapp.operations.handles import by_handle, handle


def add_to(commands: "_SubParsersAction[ArgumentParser]", shared: ArgumentParser) -> None:
    """``views list|save|delete``."""
    group = commands.add_parser("views", help="views of lists that somebody comes back to")
    steps = group.add_subparsers(title="steps", required=True, metavar="STEP")
    listing = steps.add_parser("list", parents=[shared], help="those of a list, or all")
    listing.add_argument("page", metavar="LIST", nargs="?", help="mentors, newcomers, …")
    listing.set_defaults(command=_list)
    saving = steps.add_parser("save", parents=[shared], help="keep a view, or replace it")
    saving.add_argument("page", metavar="LIST")
    saving.add_argument("name", metavar="NAME")
    saving.add_argument(
        "choices", metavar="KEY=VALUE", nargs="*", type=_choice, help="as shown by list --json"
    )
    saving.set_defaults(command=_save)
    deleting = steps.add_parser("delete", parents=[shared], help="take a view away")
    deleting.add_argument("view", metavar="VIEW", help="as shown by list")
    deleting.set_defaults(command=_delete)


def _choice(text: str) -> tuple[str, str]:
    key, between, value = text.partition("=")
    if not between or not key:
        raise ArgumentTypeError(f"{text!r} is not KEY=VALUE")
    return key, value


def _list(session: Session, args: Namespace) -> None:
    with session.reading() as tx:
        found = saved_views.of_page(tx, args.page) if args.page else saved_views.all_views(tx)
    _ = session.words.text
    session.tell(
        [_values(one) for one in found],
        lambda: table(
            (_("View"), _("List"), _("Name"), _("By")),
            [(handle(one.id), one.page, one.name, one.made_by) for one in found],
        ),
    )


def _save(session: Session, args: Namespace) -> None:
    view = SavedView(page=args.page, name=args.name, choices=dict(args.choices))
    with session.writing() as tx:
        kept = saved_views.save(tx, view)
    said = session.words.text("View saved: %(name)s.") % {"name": kept.name}
    session.tell(_values(kept), lambda: [said])


def _delete(session: Session, args: Namespace) -> None:
    with session.writing() as tx:
        found = by_handle(saved_views.all_views(tx), SavedView, args.view)
        deleted = saved_views.delete(tx, found.id)
    said = session.words.text("View deleted: %(name)s.") % {"name": deleted.name}
    session.tell(_values(deleted), lambda: [said])


def _values(view: SavedView) -> dict[str, Any]:
    return {
        "view": handle(view.id),
        "page": view.page,
        "name": view.name,
        "choices": dict(view.choices),
        "made_by": view.made_by,
    }
