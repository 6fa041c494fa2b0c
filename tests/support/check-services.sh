#!/usr/bin/env bash
# check-services.sh: holds what with-keyring.sh and with-desktop.sh promise. 77 (skipped) when a tool
# is missing, but never in CI.
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
failures=0
# Each session here is a new one, also when this runs within one.
unset PASSEL_SESSION_DIR

for tool in dbus-daemon gnome-keyring-daemon Xvfb openbox xprop; do
    command -v "$tool" >/dev/null && continue
    echo "$tool is missing: ./dev deps test installs it"
    [ -z "${CI:-}" ] && exit 77
    exit 1
done

# expect WHAT WANTED GOT
expect() {
    [ "$2" = "$3" ] && return
    echo "$1: expected '$2', got '$3'"
    failures=$((failures + 1))
}

# What the Secret Service says of its default collection: false, true (locked), or nothing.
# shellcheck disable=SC2016
locked='dbus-send --session --print-reply --dest=org.freedesktop.secrets \
    /org/freedesktop/secrets/aliases/default org.freedesktop.DBus.Properties.Get \
    string:org.freedesktop.Secret.Collection string:Locked 2>/dev/null | sed -n "s/.*boolean //p"'
keyring() { KEYRING_MODE=$1 "$here/with-keyring.sh" "${@:2}"; }

expect "an open keyring" false "$(keyring unlocked sh -c "$locked")"
expect "a locked keyring" true "$(keyring locked sh -c "$locked")"
expect "no keyring" "" "$(keyring none sh -c "$locked")"
expect "a keyring within a keyring" true "$(keyring unlocked "$here/with-keyring.sh" \
    env KEYRING_MODE=locked "$here/with-keyring.sh" sh -c "$locked")"

# shellcheck disable=SC2016
expect "the home is the session's own" own \
    "$(keyring none sh -c '[ "$HOME" != '"'$HOME'"' ] && [ -w "$XDG_RUNTIME_DIR" ] && echo own')"
# shellcheck disable=SC2016
folder=$(keyring none sh -c 'echo "$PASSEL_SESSION_DIR"')
expect "the session's folder is gone" gone "$([ -e "$folder" ] || echo gone)"

keyring none sh -c 'exit 41'
expect "the exit code" 41 $?
keyring none sh -c 'kill -KILL $$' 2>/dev/null
expect "the exit code of a killed command" 137 $?
"$here/with-keyring.sh" 2>/dev/null
expect "the exit code without a command" 64 $?
keyring wrong true 2>/dev/null
expect "the exit code of a wrong mode" 64 $?
expect "standard input" hello "$(echo hello | "$here/with-desktop.sh" cat)"

"$here/with-desktop.sh" sh -c 'xprop -root _NET_SUPPORTING_WM_CHECK | grep -q "window id" && exit 42'
expect "a desktop with a window manager, and the exit code" 42 $?

# Killed outright, the scripts take everything along that they started.
pids=$(mktemp)
"$here/with-desktop.sh" sh -c "echo \$PASSEL_SESSION_DIR >$pids; exec sleep 60" &
outer=$!
for _ in $(seq 200); do
    [ -s "$pids" ] && break
    sleep 0.05
done
session=$(<"$pids")
members() { # how many processes live in the session
    grep -slZ "XDG_RUNTIME_DIR=$session/run" /proc/[0-9]*/environ | tr '\0' '\n' | wc -l
}
expect "processes of a session" many "$([ "$(members)" -gt 3 ] && echo many)"
kill -KILL $outer
wait $outer 2>/dev/null
left=unknown
for _ in $(seq 200); do
    left=$(members)
    [ "$left" = 0 ] && break
    sleep 0.05
done
expect "processes left after a kill" 0 "$left"
rm -rf "$pids" "$session"

[ $failures = 0 ] && echo "Keyring and desktop keep their promises."
exit $((failures > 0))
