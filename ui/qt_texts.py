"""Qt's own words in the language of the window.

Qt ships no bokmål at all, and its Danish is another file to carry. So a translator asks our own
catalogue for the sentences of Qt that a user of this program meets.
"""

from PySide6.QtCore import QObject, QTranslator

from mentorapp.words import N_, Words

#: Sentences of Qt's buttons, menus of text fields, file and print dialogs, with their keys.
QT_TEXTS = frozenset(
    {
        N_("OK"),
        N_("&OK"),
        N_("Cancel"),
        N_("&Cancel"),
        N_("Save"),
        N_("&Save"),
        N_("Save As"),
        N_("Open"),
        N_("&Open"),
        N_("Close"),
        N_("&Close"),
        N_("&Yes"),
        N_("&No"),
        N_("Apply"),
        N_("Help"),
        N_("Discard"),
        N_("&Undo"),
        N_("&Redo"),
        N_("Cu&t"),
        N_("&Copy"),
        N_("&Paste"),
        N_("Delete"),
        N_("&Delete"),
        N_("Select All"),
        N_("&Step up"),
        N_("Step &down"),
        N_("Look in:"),
        N_("&Look in:"),
        N_("Name"),
        N_("Folder"),
        N_("File Folder"),
        N_("File &name:"),
        N_("Files of type:"),
        N_("Files of &type:"),
        N_("Directory:"),
        N_("Directory"),
        N_("&Choose"),
        N_("Back"),
        N_("Forward"),
        N_("Go back"),
        N_("Go forward"),
        N_("Parent Directory"),
        N_("Go to the parent directory"),
        N_("Create New Folder"),
        N_("Create a New Folder"),
        N_("&New Folder"),
        N_("New Folder"),
        N_("List View"),
        N_("Change to list view mode"),
        N_("Detail View"),
        N_("Change to detail view mode"),
        N_("Sidebar"),
        N_("&Rename"),
        N_("Show "),
        N_("Show &hidden files"),
        N_("My Computer"),
        N_("Computer"),
        N_("Date Modified"),
        N_("Size"),
        N_("Type"),
        N_("All Files (*)"),
        N_("%1 already exists.\nDo you want to replace it?"),
        N_("Print"),
        N_("&Print"),
        N_("Printer"),
        N_("&Name:"),
        N_("P&roperties"),
        N_("Location:"),
        N_("Preview"),
        N_("Output &file:"),
        N_("Print range"),
        N_("Print all"),
        N_("Pages from"),
        N_("to"),
        N_("Pages"),
        N_("Page Set:"),
        N_("Current Page"),
        N_("Copies"),
        N_("Copies:"),
        N_("Collate"),
        N_("Reverse"),
        N_("Options"),
        N_("&Options >>"),
        N_("&Options <<"),
        N_("Color Mode"),
        N_("Color"),
        N_("Grayscale"),
        N_("Duplex Printing"),
        N_("None"),
        N_("Long side"),
        N_("Short side"),
        N_("Print to File (PDF)"),
        N_("Local file"),
    }
)


class QtTexts(QTranslator):
    """Gives Qt the words of our catalogue."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words

    def isEmpty(self) -> bool:
        return False

    def translate(
        self,
        context: bytes | bytearray | memoryview | str,
        source: bytes | bytearray | memoryview | str,
        disambiguation: bytes | bytearray | memoryview | str | None = None,
        n: int = -1,
    ) -> str:
        text = source if isinstance(source, str) else bytes(source).decode()
        if text in QT_TEXTS:
            return self._words.text(text)
        # Null, which lets Qt use its own words; an empty string would be shown.
        return None  # type: ignore[return-value]
