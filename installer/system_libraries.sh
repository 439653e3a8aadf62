#!/bin/sh
# Sees to the system libraries that the Qt wheels expect to find.
#
#   installer/system_libraries.sh tests|window|reader [PYTHON]
#
# On Debian and its kin what is missing is installed when we are root; otherwise one sentence says
# which line to run. Missing libraries of the window alone do not stop the tests. On other systems
# the question is put to Qt itself, through PYTHON. The purpose "reader" adds what the test of the
# screen reader needs: a screen that nobody sees, AT-SPI, and Python's bindings of it.
#
# The lists were found by adding packages one at a time to a bare Debian 12 until the window came up.
set -eu

purpose=${1:-window}
python=${2:-.venv/bin/python}

for_tests="libgl1 libegl1 libxkbcommon0 libfontconfig1 libdbus-1-3 libglib2.0-0"
for_window="libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0"

if [ "$purpose" = reader ]; then
    for_window="$for_window xvfb at-spi2-core dbus-daemon python3-gi gir1.2-atspi-2.0"
fi

installed() {
    # Since 2024 some libraries carry the suffix t64 (64-bit time).
    for name in "$1" "$1t64"; do
        case $(dpkg-query -W -f '${Status}' "$name" 2>/dev/null || true) in
            *" installed") return 0 ;;
        esac
    done
    return 1
}

missing_of() {
    missing=""
    for package in "$@"; do
        installed "$package" || missing="$missing $package"
    done
    printf '%s' "$missing"
}

qt_starts() {
    QT_QPA_PLATFORM=offscreen "$python" -c \
        'from PySide6.QtWidgets import QApplication; QApplication([])' >/dev/null 2>&1
}

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    qt_starts && exit 0
    echo "Qt cannot start: install OpenGL, EGL, xkbcommon, fontconfig and D-Bus with the system's" \
        "package manager; ldd on .venv/lib/python*/site-packages/PySide6/libQt6Gui.so.6 names" \
        "what is missing." >&2
    exit 1
fi

# shellcheck disable=SC2086 # the lists are meant to fall apart into words
needed=$(missing_of $for_tests)
# shellcheck disable=SC2086
wanted=$(missing_of $for_window)
[ -n "$needed$wanted" ] || exit 0

if [ "$(id -u)" = 0 ]; then
    echo "Installing system libraries:$needed$wanted"
    export DEBIAN_FRONTEND=noninteractive DEBCONF_NOWARNINGS=yes
    apt-get update -qq
    # shellcheck disable=SC2086
    apt-get install -y -qq --no-install-recommends $needed $wanted >/dev/null
    exit 0
fi

echo "System libraries are missing, install them with:" \
    "sudo apt-get install --no-install-recommends$needed$wanted" >&2
[ -z "$needed" ] && [ "$purpose" != window ]
