"""``office logo`` and ``office signature``: the pictures on the letters."""

from argparse import ArgumentParser, Namespace, _SubParsersAction
from pathlib import Path

from mentorapp.cli.session import Session
from mentorapp.domain.office_pictures import PictureUse
from mentorapp.operations import office_pictures
from mentorapp.operations.files import read_at_most


def add_to(steps: "_SubParsersAction[ArgumentParser]", shared: ArgumentParser) -> None:
    """Two steps of ``office``."""
    logo = steps.add_parser("logo", parents=[shared], help="the picture in the head of letters")
    signature = steps.add_parser(
        "signature", parents=[shared], help="the hand of a coordinator above the printed name"
    )
    signature.add_argument("coordinator", metavar="NAME", help="whose it is")
    for command, use in ((logo, PictureUse.LOGO), (signature, PictureUse.SIGNATURE)):
        which = command.add_mutually_exclusive_group(required=True)
        which.add_argument("file", nargs="?", type=Path, metavar="FILE", help="a PNG picture")
        which.add_argument("--remove", action="store_true", help="print without one")
        command.set_defaults(command=change, use=use)


def change(session: Session, args: Namespace) -> None:
    """Set or remove one picture."""
    coordinator = getattr(args, "coordinator", "")
    png = b"" if args.remove else office_pictures.fit_for_paper(read_at_most(args.file))
    with session.writing() as tx:
        if args.remove:
            office_pictures.remove(tx, args.use, coordinator)
        else:
            office_pictures.put(tx, args.use, png, coordinator)
    _ = session.words.text
    said = _("The letters are printed without it.") if args.remove else _("It stands on letters.")
    session.tell(
        {"use": args.use.value, "coordinator": coordinator, "removed": args.remove},
        lambda: [said],
    )
