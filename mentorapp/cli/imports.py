"""``import``: an office's own lists."""

from argparse import Namespace
from typing import Any

from mentorapp.cli.session import Session
from mentorapp.domain.errors import CannotWriteFile, FileTrouble, RowsRefused
from mentorapp.operations import imports
from mentorapp.operations.files import read_at_most, write_whole
from mentorapp.operations.imports import Applied, ImportKind, Preview, RowStatus
from mentorapp.words import Words
from mentorapp.words.fields import field_label
from mentorapp.words.imports import dropped_text, import_field_label, note_text

#: So many rows are told one by one; the rest stand in the file of rejected rows.
_TOLD = 20


def run(session: Session, args: Namespace) -> None:
    """Import a file; rows that cannot be read or decided are left out, counted and written back.

    With ``--strict`` one such row refuses the whole file.
    """
    if args.rejected and args.rejected.resolve() == args.file.resolve():
        raise CannotWriteFile(args.rejected.name, FileTrouble.IS_SOURCE)
    table = imports.load(read_at_most(args.file), args.file.name)
    kind = ImportKind(args.kind)
    columns = imports.suggest(kind, table)
    with session.reading(announce=args.dry_run) as tx:
        source = imports.read(kind, table, columns, imports.setting(tx), session.today)
        found = imports.preview(tx, source, session.today)
    left_out = [row for row in found.rows if imports.is_left_out(row, None)]
    if args.rejected and left_out:
        ending = args.rejected.suffix
        data, _suffix = imports.rejected(found, session.words, wanted=ending)
        write_whole(args.rejected, data, make_folder=True)
    if args.strict and left_out:
        raise RowsRefused(len(left_out), imports.say_row(session.words, left_out[0]))
    if args.dry_run:
        applied = _foreseen(found)
    else:
        with session.writing(keep=True) as tx:
            applied = imports.apply(tx, source, session.today)
    session.tell(
        _as_json(session.words, found, applied, dry_run=args.dry_run),
        lambda: _lines(session.words, found, applied, args),
    )


def _foreseen(found: Preview) -> Applied:
    counts = found.counts
    return Applied(
        new=counts[RowStatus.NEW],
        changed=counts[RowStatus.CHANGED],
        same=counts[RowStatus.SAME],
        left_out=counts[RowStatus.DUPLICATE] + counts[RowStatus.UNREADABLE],
    )


def _as_json(words: Words, found: Preview, applied: Applied, *, dry_run: bool) -> dict[str, Any]:
    source = found.source
    counts = found.counts
    return {
        "kind": source.kind.value,
        "dry_run": dry_run,
        "rows": len(found.rows),
        "new": applied.new,
        "changed": applied.changed,
        "same": applied.same,
        "duplicates": counts[RowStatus.DUPLICATE],
        "unreadable": counts[RowStatus.UNREADABLE],
        "left_out": applied.left_out,
        "columns": {
            source.table.headings[index]: field for index, field in source.columns.fields.items()
        },
        "dropped": {
            source.table.headings[index]: reason.value
            for index, reason in source.columns.dropped.items()
        },
        "details": [
            {
                "row": row.number,
                "status": row.status.value,
                "summary": row.summary,
                "changes": list(row.changes),
                "why": imports.say_row(words, row),
                "remarks": [note_text(words, note) for note in row.remarks],
            }
            for row in found.rows
        ],
    }


def _lines(words: Words, found: Preview, applied: Applied, args: Namespace) -> list[str]:
    _ = words.text
    source = found.source
    headings = source.table.headings
    said = ", ".join(
        f"{headings[index]} → {import_field_label(words, source.kind, field)}"
        for index, field in source.columns.fields.items()
    )
    lines = [_("Columns: %(columns)s") % {"columns": said}]
    lines += [
        dropped_text(words, headings[index], reason)
        for index, reason in source.columns.dropped.items()
    ]
    unread = [
        heading
        for index, heading in enumerate(headings)
        if heading and index not in source.columns.fields and index not in source.columns.dropped
    ]
    if unread:
        lines.append(_("Not recognised, so not read: %(columns)s") % {"columns": ", ".join(unread)})
    start = _("Would be imported") if args.dry_run else _("Imported")
    lines.append(
        _("%(start)s: %(new)d new, %(changed)d changed, %(same)d unchanged, %(left_out)d left out.")
        % {
            "start": start,
            "new": applied.new,
            "changed": applied.changed,
            "same": applied.same,
            "left_out": applied.left_out,
        }
    )
    left_out = [row for row in found.rows if imports.is_left_out(row, None)]
    lines += [
        _("  Row %(number)d, %(who)s: %(why)s")
        % {"number": row.number, "who": row.summary or "?", "why": imports.say_row(words, row)}
        for row in left_out[:_TOLD]
    ]
    if len(left_out) > _TOLD:
        lines.append(
            words.plural("  and %(n)d row more", "  and %(n)d rows more", len(left_out) - _TOLD)
        )
    lines += _remarks(words, found)
    if left_out and args.rejected:
        lines.append(_("The rows left out are in “%(file)s”.") % {"file": args.rejected})
    if args.dry_run:
        lines += _changes(words, found)
    return lines


def _remarks(words: Words, found: Preview) -> list[str]:
    """What was not understood in rows that are taken in all the same."""
    said = [
        words.text("  Row %(number)d, %(who)s: %(why)s")
        % {"number": row.number, "who": row.summary, "why": note_text(words, note)}
        for row in found.rows
        if not imports.is_left_out(row, None)
        for note in row.remarks
    ]
    more = len(said) - _TOLD
    if more > 0:
        said[_TOLD:] = [words.plural("  and %(n)d remark more", "  and %(n)d remarks more", more)]
    return said


def _changes(words: Words, found: Preview) -> list[str]:
    return [
        words.text("  Row %(number)d, %(who)s: changes %(fields)s")
        % {
            "number": row.number,
            "who": row.summary,
            "fields": ", ".join(field_label(words, name) for name in row.changes),
        }
        for row in found.rows
        if row.status is RowStatus.CHANGED
    ][:_TOLD]
