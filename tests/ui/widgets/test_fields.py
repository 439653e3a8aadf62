from pytestqt.qtbot import QtBot

from ui.widgets.fields import CheckField, ChoiceField, NotesField, NumberField, TextField


def test_text_is_kept_without_spaces_around_and_not_too_long(qtbot: QtBot) -> None:
    field = TextField(longest=5)
    qtbot.addWidget(field)
    with qtbot.waitSignal(field.changed):
        qtbot.keyClicks(field, " abcdefg")
    assert field.value() == "abcd"


def test_notes_are_plain_and_not_too_long(qtbot: QtBot) -> None:
    field = NotesField(longest=10)
    qtbot.addWidget(field)
    field.set_value("<b>x</b> and much more")
    assert field.value() == "<b>x</b> a"


def test_a_number_may_be_empty(qtbot: QtBot) -> None:
    field = NumberField(1900, 2026, optional=True)
    qtbot.addWidget(field)
    assert field.number() is None
    field.set_number(1984)
    assert field.number() == 1984
    field.set_number(None)
    assert field.number() is None


def test_a_choice_is_known_by_its_key(qtbot: QtBot) -> None:
    field = ChoiceField([("a", "Same"), ("b", "Same")])
    qtbot.addWidget(field)
    field.set_value("b")
    assert field.value() == "b"
    field.set_choices([("c", "Third"), ("b", "Same")])
    assert field.value() == "b"
    field.set_choices([])
    assert field.value() is None


def test_only_the_user_changes_a_choice(qtbot: QtBot) -> None:
    field = ChoiceField([("a", "Alpha"), ("b", "Beta")])
    qtbot.addWidget(field)
    with qtbot.assertNotEmitted(field.changed):
        field.set_value("b")
    with qtbot.waitSignal(field.changed):
        qtbot.keyClicks(field, "A")
    assert field.value() == "a"


def test_a_tick_is_told(qtbot: QtBot) -> None:
    field = CheckField("Yes")
    qtbot.addWidget(field)
    with qtbot.waitSignal(field.changed):
        field.click()
    assert field.value() is True
