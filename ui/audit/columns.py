"""The columns of the log."""

from collections.abc import Callable

from mentorapp.domain.audit_lines import AuditLine
from mentorapp.words import Words
from mentorapp.words.audit import HEADINGS, cells
from ui.format import capital
from ui.widgets.table_model import Column

_WHEN, _WHO, _DONE, _ABOUT, _MORE = range(5)


def columns(words: Words, *, about: bool) -> list[Column[AuditLine]]:
    """The time first; ``about`` leaves out what a line is about where all are about one."""

    def cell(at: int) -> Callable[[AuditLine], str]:
        return lambda line: (
            capital(cells(words, line)[at]) if at != _WHO else cells(words, line)[at]
        )

    widths = {_WHEN: 150, _WHO: 170, _DONE: 190, _ABOUT: 190, _MORE: 360}
    shown = (_WHEN, _WHO, _DONE, *((_ABOUT,) if about else ()), _MORE)
    return [
        Column(
            words.text(HEADINGS[at]),
            cell(at),
            (lambda line: line.entry.seq) if at == _WHEN else None,
            width=widths[at],
        )
        for at in shown
    ]
