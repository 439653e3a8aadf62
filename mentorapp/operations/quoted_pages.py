"""The pages of printed reports that quote somebody: they go when he may not be quoted any more.

Whoever takes the consent back, or is erased, would else stand in the office file, word for word.
The figures of the report stay: they tell of nobody.
"""

from collections.abc import Iterable
from uuid import UUID

from mentorapp.domain.interviews import Quote
from mentorapp.domain.printed_reports import PrintedReport
from mentorapp.domain.protection import Protection
from mentorapp.storage import records, shields, stored_files
from mentorapp.storage.database import Transaction
from mentorapp.storage.scopes import knowing_all

#: Before the id of a quotation among what is kept of a report.
_QUOTE = "quote."


def as_kept(ids: Iterable[UUID]) -> dict[str, int]:
    """Who is quoted in a report, as it is kept among its figures."""
    return {f"{_QUOTE}{one}": 1 for one in ids}


def quoted_in(printed: PrintedReport) -> set[str]:
    """The keys of the quotations in it, as ``as_kept`` gives them."""
    return {key for key in printed.figures if key.startswith(_QUOTE)}


@knowing_all
def forget(tx: Transaction) -> None:
    """Remove for good the pages that quote somebody who has taken it back, who is erased or whose
    address has become strictly confidential.

    What was deleted and can still be brought back keeps them until then; they are not printed.
    """
    quoting = {one.id: told for one in records.find(tx, PrintedReport) if (told := quoted_in(one))}
    if not quoting:
        return
    strict = {who for who, level in shields.protections(tx).items() if level is Protection.STRICT}
    quotes = (*records.find(tx, Quote), *records.find_hidden(tx, Quote))
    standing = as_kept(
        one.id for one in quotes if one.may_be_printed and one.person_id not in strict
    )
    stored_files.remove(tx, {one for one, told in quoting.items() if told - standing.keys()})
