"""The papers on an office's pairing as it stands: whom to recruit, and why two people are a pair.

For whoever wants both at once and keeps nothing, such as the example office.
"""

from datetime import date

from mentorapp.operations import offices, pairing, schemes, shortages
from mentorapp.operations.explained_paper import explained_paper
from mentorapp.operations.explaining import Solved
from mentorapp.operations.recruiting import gather_organisations
from mentorapp.storage.database import Database
from mentorapp.words import Words


def pairing_papers(database: Database, today: date, words: Words) -> dict[str, bytes]:
    """By what the file may be called: the recruitment list of all schemes in use and, where there
    is a pair, the explanation of one.
    """
    with database.read() as tx:
        gathered = [
            pairing.gather(tx, scheme.id, today)
            for scheme in schemes.all_schemes(tx, active_only=True)
        ]
        office, organisations = offices.read(tx), gather_organisations(tx)
    solved = [Solved(one, pairing.solve(one)) for one in gathered]
    found = [shortages.recruitment(one, organisations) for one in solved]
    papers = {"recruitment-list": shortages.recruitment_pdf(found, office, words, today)}
    for one in solved:
        if one.pairs:
            newcomer_id = next(iter(one.pairs))
            papers["why-these-two"] = explained_paper(one, newcomer_id, office, words, today)
            break
    return papers
