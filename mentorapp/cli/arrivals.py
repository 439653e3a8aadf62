"""``people arrivals``: how long ago newcomers came."""

from argparse import Namespace

from mentorapp.cli.figures import share_json, share_line
from mentorapp.cli.session import Session
from mentorapp.operations import arrivals
from mentorapp.words.labels import label


def tell(session: Session, args: Namespace) -> None:
    """Newcomers registered in a period by years since arrival."""
    with session.counting() as tx:
        counted = arrivals.figures(tx, args.first, args.last or session.today, session.today)
    words, _ = session.words, session.words.text
    session.tell(
        {
            "known": share_json(counted.known),
            "bands": {band.value: count for band, count in counted.bands.items()},
            "long_ago": share_json(counted.long_ago),
        },
        lambda: [
            share_line(words, _("year of arrival known"), counted.known),
            *(f"  {label(words, band)}: {count}" for band, count in counted.bands.items()),
            share_line(words, _("came 5 years ago or more"), counted.long_ago),
        ],
    )
