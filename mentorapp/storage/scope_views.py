"""The views that stand before the tables for an account for which not everything is there.

SQLite finds a temporary view before a table of the same name. So every query of this package, as it
is written, sees what is there for the account, and one that is written tomorrow does too. What may
be seen follows from the tables themselves: whatever hangs on somebody hidden is hidden with him.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from json import dumps

from sqlalchemy import Column, Table

from mentorapp.domain.accounts import Right, Who
from mentorapp.domain.protection import Protection
from mentorapp.storage.tables import metadata

#: Without the right to read people: what says nothing about anybody. A new table is not among them.
OPEN = frozenset(
    {
        "accounts",
        "absences",
        "alembic_version",
        # Ids and names of fields, and each line stands on the one before: who may look through it
        # is said by those who show it.
        "audit",
        "audit_keys",
        "background_figures",
        "counters",
        "driving_rules",
        "letter_texts",
        "neighbours",
        "office_goals",
        "office_pictures",
        "offices",
        "own_words",
        "printed_reports",
        "report_comments",
        "retention_rules",
        "schemes",
        "seal_keys",
        "series",
        "text_approvals",
    }
)
#: Columns that point to what may be hidden without saying anything about it: the row stays, and
#: the pointer looks empty. Every other pointer to something hidden hides its row.
LOOSE_ENDS = frozenset(
    {
        ("newcomers", "case_officer_id"),
        ("introductions", "introduced_by_id"),
    }
)
#: A home is there for whomever somebody in it is there for.
_ALWAYS_THERE = ("people", "household_id")
#: A view may name one that is made after it.
_HOUSEHOLD = (
    "NOT EXISTS (SELECT 1 FROM main.people m WHERE m.household_id = t.id)"
    " OR EXISTS (SELECT 1 FROM temp.people m WHERE m.household_id = t.id)"
)
#: Tables that point to a record of any kind, which the database does not watch: the column, and
#: where it can point to.
SUBJECTS = {
    "status_changes": ("subject_id", ("mentors", "newcomers", "pairings")),
    "postponements": ("subject_id", ()),
    "unfinished_forms": ("subject_id", ()),
    "stored_files": ("owner_id", ("letters_issued",)),
    "deletions": ("record_id", ()),
    "retention_decisions": ("subject_id", ()),
}
#: Those of them that name the table they point to.
_NAMING = {"deletions": "record"}


@dataclass(frozen=True, slots=True)
class Scope:
    """What is there: nobody at all, or those of some schemes and of no ``hidden`` level.

    ``name`` is whose typing is there too, before it is saved.
    """

    reads: bool
    schemes: frozenset[str]
    hidden: tuple[str, ...]
    name: str = ""


def scope_of(who: Who) -> Scope | None:
    """What is there for this account; None where everything is."""
    hidden = tuple(level.value for level in Protection if not who.handles(level))
    reads = who.may(Right.READ)
    schemes = who.schemes if reads else frozenset()
    return None if reads and not schemes and not hidden else Scope(reads, schemes, hidden, who.name)


def views(scope: Scope) -> Iterator[tuple[str, str]]:
    """Name and text of each view."""
    restricted: list[str] = []
    # Those that point anywhere come last: by then it is known where something is hidden.
    for table in sorted(metadata.sorted_tables, key=lambda table: table.name in SUBJECTS):
        conditions = list(_conditions(table, scope, restricted))
        if not conditions:
            continue
        restricted.append(table.name)
        columns = ", ".join(_column(column, restricted) for column in table.columns)
        wanted = " AND ".join(f"({condition})" for condition in conditions)
        rows = f"SELECT {columns} FROM main.{table.name} t WHERE {wanted}"
        yield table.name, f"CREATE TEMP VIEW {table.name} AS {rows}"


def _conditions(table: Table, scope: Scope, restricted: list[str]) -> Iterator[str]:
    if not scope.reads:
        if table.name == "stored_files":
            yield "t.owner_id NOT IN (SELECT id FROM main.letters_issued)"
        elif table.name not in OPEN:
            yield "0"
        return
    yield from _own(table, scope)
    for key in table.foreign_keys:
        column, above = key.parent, key.column.table.name
        where = (table.name, column.name)
        if above in restricted and where not in LOOSE_ENDS and where != _ALWAYS_THERE:
            seen = f"EXISTS ({_seen(above, column.name)})"
            yield f"t.{column.name} IS NULL OR {seen}" if column.nullable else seen
    if table.name in SUBJECTS:
        yield from _subjects(table, restricted)


def _own(table: Table, scope: Scope) -> Iterator[str]:
    """What is said of this table itself, whatever it points to."""
    if table.name == "people":
        yield from _people(scope)
    if table.name == "households":
        yield _HOUSEHOLD
    if table.name == "unfinished_forms":
        # Of somebody who is not registered yet, or what nobody has saved: it may hold anything.
        yield f"t.subject_id IS NOT NULL OR t.typed_by = {_quoted(scope.name)}"
    if table.name == "saved_views":
        typed = "coalesce(json_extract(t.choices, '$.search'), '')"
        yield f"{typed} = '' OR t.made_by = {_quoted(scope.name)}"
    if scope.schemes and "scheme_id" in table.c and not table.c.scheme_id.nullable:
        yield f"t.scheme_id IN ({_scheme_ids(scope)})"


def _column(column: Column[object], restricted: list[str]) -> str:
    if (column.table.name, column.name) not in LOOSE_ENDS:
        return f"t.{column.name}"
    above = next(iter(column.foreign_keys)).column.table.name
    if above not in restricted:
        return f"t.{column.name}"
    seen = _seen(above, column.name)
    return f"CASE WHEN EXISTS ({seen}) THEN t.{column.name} END AS {column.name}"


def _seen(table: str, column: str) -> str:
    return f"SELECT 1 FROM temp.{table} v WHERE v.id = t.{column}"


def _people(scope: Scope) -> Iterator[str]:
    if scope.hidden:
        levels = ", ".join(map(_quoted, scope.hidden))
        yield f"t.protection NOT IN ({levels})"
        yield (
            "NOT EXISTS (SELECT 1 FROM main.people h WHERE h.household_id = t.household_id"
            f" AND h.deleted_at IS NULL AND h.protection IN ({levels}))"
        )
    if scope.schemes:
        # Whoever has no role yet is everybody's, and so is whoever would take part in any scheme.
        yield " OR ".join((_NO_ROLE, *(_in_role(role, side, scope) for role, side in _ROLES)))


_NO_ROLE = (
    "NOT EXISTS (SELECT 1 FROM main.mentors r WHERE r.person_id = t.id)"
    " AND NOT EXISTS (SELECT 1 FROM main.newcomers r WHERE r.person_id = t.id)"
)
_ROLES = (("mentors", "mentor_id"), ("newcomers", "newcomer_id"))


def _in_role(role: str, side: str, scope: Scope) -> str:
    named = [f"instr(r.schemes, {_quoted(dumps(key))})" for key in sorted(scope.schemes)]
    wished = " OR ".join(("r.schemes = '[]'", *named))
    paired = (
        f"EXISTS (SELECT 1 FROM main.pairings q WHERE q.{side} = r.id"
        f" AND q.scheme_id IN ({_scheme_ids(scope)}))"
    )
    return (
        f"EXISTS (SELECT 1 FROM main.{role} r WHERE r.person_id = t.id AND ({wished} OR {paired}))"
    )


def _scheme_ids(scope: Scope) -> str:
    keys = ", ".join(map(_quoted, sorted(scope.schemes)))
    return f"SELECT id FROM main.schemes WHERE key IN ({keys})"


def _subjects(table: Table, restricted: list[str]) -> Iterator[str]:
    column, above = SUBJECTS[table.name]
    naming = _NAMING.get(table.name)
    for name in above or restricted:
        if name in restricted and name not in SUBJECTS:
            hidden = (
                f"EXISTS (SELECT 1 FROM main.{name} x WHERE x.id = t.{column})"
                f" AND NOT EXISTS ({_seen(name, column)})"
            )
            named = f"t.{naming} = {_quoted(name)} AND " if naming else ""
            yield f"NOT ({named}{hidden})"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
