"""What a list of backups shows of each."""

from mentorapp.domain.backups import FoundBackup
from mentorapp.words import Words
from mentorapp.words.backups import moment, size, where
from ui.widgets.table_model import Column


def backup_columns(words: Words) -> list[Column[FoundBackup]]:
    """The newest first is by the first column."""
    _ = words.text
    return [
        Column(_("Made"), lambda one: moment(words, one.made), lambda one: one.made, width=200),
        Column(_("Size"), lambda one: size(words, one.size), lambda one: one.size, width=120),
        Column(_("Where"), lambda one: where(words, one), width=200),
        Column(_("Encrypted"), lambda one: _("yes") if one.encrypted else _("no"), width=140),
    ]
