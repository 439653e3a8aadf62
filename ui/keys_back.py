"""An office that lost its file of keys gets the one beside its newest backup, at a press."""

from collections.abc import Callable
from pathlib import Path

from mentorapp.domain.errors import Refused
from mentorapp.domain.key_errors import SlotsUnreadable
from mentorapp.operations import unlocking
from mentorapp.words import Words
from mentorapp.words.refusals import explain
from ui.opening import OpeningWindow
from ui.without_office import computing


def offer_keys(
    words: Words,
    window: OpeningWindow,
    office: Path,
    refused: Refused,
    start: Callable[[Path], object],
) -> None:
    """Nothing where no backup beside the office has them; `start` is called with the office."""
    if not isinstance(refused, SlotsUnreadable) or refused.copy is None:
        return
    copy = refused.copy

    def put_back() -> None:
        window.keys_button.setEnabled(False)
        worker = computing(window)
        worker.compute(
            window,
            lambda _progress: unlocking.put_keys_back(office, copy),
            lambda _done: start(office),
            lambda why: window.warn(explain(words, why)),
            worker.close,
        )

    window.keys_wanted.connect(put_back)
