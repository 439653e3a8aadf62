"""A program of its own that types into a form and is then cut off: ``office.db given-name``."""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from datetime import date

from mentorapp.operations import offices, unfinished_forms
from mentorapp.words import Words
from ui.application import build_application
from ui.people.dialog import PersonDialog
from ui.people.newcomers_page import NewcomersPage
from ui.work import Worker


def main(file: str, name: str) -> None:
    words = Words("en")
    application = build_application(["mentorapp"], words)
    database = offices.open_office(Path(file))
    worker = Worker(database, "Ingrid Sætre")
    page = NewcomersPage(worker, words, lambda: date(2026, 11, 23))
    page.show()
    page.new_person()
    while not (forms := page.findChildren(PersonDialog)):
        application.processEvents()
    forms[0].person.given_name.setText(name)
    while True:
        application.processEvents()
        with database.read() as tx:
            if unfinished_forms.all_forms(tx):
                sys.stdout.write("kept\n")
                sys.stdout.flush()
                while True:  # the form stays open until the process is killed
                    application.processEvents()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
