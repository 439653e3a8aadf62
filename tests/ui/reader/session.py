"""What a screen reader meets, from outside: run by the system's Python in a D-Bus session.

``python3 session.py PYTHON OFFICE REPORT`` starts the window with that Python, goes through its
pages by AT-SPI alone, edits the office, and writes what it found as JSON. Needs the system's
``gi``, which no environment of ours has: libatspi is what Orca reads with.
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402 - the version comes first

_PATIENCE = 100
#: A list of two hundred rows says with its first ones whether rows have names.
_ENOUGH = 30
#: A cell with nothing in it has nothing to say.
_MAY_BE_EMPTY = ("table cell",)
_NO_ROLE = ("unknown", "invalid")


def until(condition: Callable[[], Any]) -> Any:
    """What the condition gives as soon as it gives something; events are taken meanwhile."""
    context, deadline = GLib.MainContext.default(), time.monotonic() + _PATIENCE
    # Some of what is waited for announces itself by no event: then this one wakes.
    waking = GLib.timeout_add(20, lambda: GLib.SOURCE_CONTINUE)
    try:
        while time.monotonic() < deadline:
            found = condition()
            if found:
                return found
            context.iteration(True)
    finally:
        GLib.source_remove(waking)
    raise SystemExit(f"nothing came: {condition}")


def shown(root: Any) -> Iterator[Any]:
    """Everything below that is on the screen."""
    for at in range(min(root.get_child_count(), _ENOUGH)):
        child = root.get_child_at_index(at)
        if child is not None and has(child, Atspi.StateType.SHOWING):
            yield child
            yield from shown(child)


def has(one: Any, state: Any) -> bool:
    """Whether it is in this state."""
    return bool(one.get_state_set().contains(state))


def named(root: Any, role: str, name: str) -> Any:
    """The one of this role and name that is on the screen, if there is one."""
    found = (one for one in shown(root) if one.get_role_name() == role)
    return next((one for one in found if one.get_name() == name), None)


def windows() -> list[Any]:
    """The windows of the program."""
    desktop = Atspi.get_desktop(0)
    programs = [desktop.get_child_at_index(at) for at in range(desktop.get_child_count())]
    return [
        one.get_child_at_index(at)
        for one in programs
        if one is not None and one.get_name() == "Mentorapp"
        for at in range(one.get_child_count())
    ]


def anywhere(role: str, name: str) -> Any:
    """The first of this role and name in any window."""
    found = (named(window, role, name) for window in windows() if window is not None)
    return next((one for one in found if one is not None), None)


def page_called(name: str) -> bool:
    """Whether something beside the list of pages says that this page is shown."""
    every = (one for window in windows() for one in shown(window))
    return any(one.get_name() == name and one.get_role_name() != "list item" for one in every)


def wrong_in(place: str) -> list[str]:
    """What takes the keyboard in front and has no name or no role."""
    found = []
    for window in windows():
        for one in shown(window):
            if not has(one, Atspi.StateType.FOCUSABLE):
                continue
            role, name = one.get_role_name(), one.get_name()
            if role in _NO_ROLE or (not name and role not in _MAY_BE_EMPTY):
                found.append(f"{place}: {role} {name!r}")
    return found


def press(name: str) -> None:
    """As the screen reader presses a button for its user, as soon as it is there."""
    until(lambda: _pressed(anywhere("push button", name)))


def _pressed(button: Any) -> bool:
    try:
        return button is not None and bool(Atspi.Action.do_action(button, 0))
    except GLib.GError:  # made anew between being found and being pressed
        return False


def listen() -> tuple[list[str], Any]:
    """Everything that is announced as long as the second value lives."""
    heard: list[str] = []
    listener = Atspi.EventListener.new(lambda event: heard.append(str(event.any_data)))
    listener.register("object:announcement")
    return heard, listener


def main(python: str, office: str, report: str) -> None:
    """Go through the window; what was found is written to the report."""
    heard, _listener = listen()
    command = [python, "-m", "ui", "--office", office, "--language", "en"]
    with subprocess.Popen(command) as program:
        try:
            pages = until(lambda: anywhere("list", "Pages"))
            wrong, seen = [], []
            for at in range(pages.get_child_count()):
                name = pages.get_child_at_index(at).get_name()
                Atspi.Selection.select_child(pages, at)
                until(partial(page_called, name))
                wrong += wrong_in(name)
                seen.append(name)
            press("Edit office")
            until(lambda: anywhere("push button", "Save"))
            wrong += wrong_in("Edit office")
            heard.clear()
            press("Save")
            until(lambda: heard)
        finally:
            program.terminate()
    Path(report).write_text(json.dumps({"pages": seen, "wrong": wrong, "heard": heard}))


if __name__ == "__main__":
    main(*sys.argv[1:])
