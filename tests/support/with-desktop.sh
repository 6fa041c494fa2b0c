#!/usr/bin/env bash
# with-desktop.sh COMMAND…: runs COMMAND on a hidden X display with a window manager and with
# assistive technology switched on, so that windows get focus, take keys and can be read.
#
# SCREEN=1440x900x24 (default) is its size. Inside with-keyring.sh it uses that session's bus and
# keyring; alone it opens such a session itself (KEYRING_MODE as there, default none).
#
# COMMAND's exit code is given back (64: wrong use, 69: a tool is missing, 70: no display came up).
# Needs xvfb openbox at-spi2-core dbus-bin x11-utils. Works as root and as anyone else.
set -uo pipefail

fail() { printf 'with-desktop: %s\n' "$2" >&2; exit "$1"; }

[ $# -gt 0 ] || fail 64 "no command was given"
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
if [ -z "${PASSEL_SESSION_DIR:-}" ]; then
    KEYRING_MODE=${KEYRING_MODE:-none} exec "$here/with-keyring.sh" "${BASH_SOURCE[0]}" "$@"
fi
for tool in Xvfb openbox xprop dbus-send; do
    command -v "$tool" >/dev/null || fail 69 "$tool is missing: ./dev deps installs it"
done
[ -e /proc/self/fd/0 ] || exec </dev/null

folder=$(mktemp -d "$PASSEL_SESSION_DIR/desktop.XXXXXX") || fail 70 "cannot make a folder"
children=()
cleanup() {
    local code=$? index
    trap - EXIT INT TERM HUP
    for ((index = ${#children[@]} - 1; index >= 0; index--)); do # the command first, X last
        kill "${children[index]}" 2>/dev/null && wait "${children[index]}" 2>/dev/null
    done
    rm -rf "$folder"
    exit "$code"
}
trap cleanup EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# start COMMAND…: a child that is ended with us even when we are killed outright. (Without <&0 the
# shell would give it no input.)
start() {
    setpriv --pdeathsig TERM "$@" <&0 &
    children+=($!)
}

# until_true WHAT COMMAND…: asks COMMAND up to 10 s long.
until_true() {
    local what=$1
    shift
    for _ in $(seq 200); do
        "$@" >/dev/null 2>&1 && return 0
        sleep 0.05
    done
    cat "$folder"/*.log >&2
    fail 70 "$what"
}

# X takes the first free number itself and tells it; -noreset keeps it up between two windows.
start Xvfb -displayfd 3 -screen 0 "${SCREEN:-1440x900x24}" -nolisten tcp -noreset \
    3>"$folder/display" </dev/null >"$folder/x.log" 2>&1
until_true "no X display came up" grep -q . "$folder/display"
DISPLAY=:$(<"$folder/display")
export DISPLAY
unset WAYLAND_DISPLAY
export QT_QPA_PLATFORM=xcb QT_ACCESSIBILITY=1 QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1

accessibility() {
    dbus-send --session --print-reply --reply-timeout=5000 --dest=org.a11y.Bus /org/a11y/bus "$@"
}
manager_is_up() { xprop -root _NET_SUPPORTING_WM_CHECK | grep -q 'window id'; }

start openbox --sm-disable </dev/null >"$folder/openbox.log" 2>&1
launcher=/usr/libexec/at-spi-bus-launcher
if [ -x $launcher ]; then
    start $launcher --launch-immediately </dev/null >"$folder/at-spi.log" 2>&1
    until_true "assistive technology does not answer" accessibility org.a11y.Bus.GetAddress
    accessibility org.freedesktop.DBus.Properties.Set string:org.a11y.Status string:IsEnabled \
        variant:boolean:true >/dev/null || fail 70 "cannot switch assistive technology on"
fi
until_true "the window manager does not come up" manager_is_up

start "$@"
wait "${children[-1]}"
