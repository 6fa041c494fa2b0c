#!/usr/bin/env bash
# with-keyring.sh COMMAND…: runs COMMAND with a home and a D-Bus session bus of its own, and on
# that bus a real Secret Service (gnome-keyring), so that nothing of the person's own is read.
#
# KEYRING_MODE=unlocked  (default) the login collection is open
# KEYRING_MODE=locked    the service is there, its collection is locked, and nobody can be asked
# KEYRING_MODE=none      a bus on which nobody answers for secrets
# KEYRING_MODE=no-bus    no bus at all, as over ssh, in cron jobs and in containers
#
# COMMAND's exit code is given back (64: wrong use, 69: a tool is missing, 70: the service did not
# start). Needs dbus, dbus-bin, gnome-keyring. Works as root and as anyone else, and inside itself.
set -uo pipefail

fail() { printf 'with-keyring: %s\n' "$2" >&2; exit "$1"; }

[ $# -gt 0 ] || fail 64 "no command was given"
mode=${KEYRING_MODE:-unlocked}
case $mode in
unlocked | locked) tools=(dbus-daemon dbus-send gnome-keyring-daemon) ;;
none) tools=(dbus-daemon dbus-send) ;;
no-bus) tools=() ;;
*) fail 64 "KEYRING_MODE is '$mode', and must be unlocked, locked, none or no-bus" ;;
esac
for tool in "${tools[@]}"; do
    command -v "$tool" >/dev/null || fail 69 "$tool is missing: ./dev deps installs it"
done
[ -e /proc/self/fd/0 ] || exec </dev/null

folder=$(mktemp -d "${TMPDIR:-/tmp}/passel-session.XXXXXX") || fail 70 "cannot make a folder"
children=()
cleanup() {
    local code=$? index
    trap - EXIT INT TERM HUP
    for ((index = ${#children[@]} - 1; index >= 0; index--)); do # the command first, the bus last
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

mkdir -m 700 "$folder"/{home,run,data,config,cache,state}
export HOME=$folder/home XDG_RUNTIME_DIR=$folder/run XDG_DATA_HOME=$folder/data \
    XDG_CONFIG_HOME=$folder/config XDG_CACHE_HOME=$folder/cache XDG_STATE_HOME=$folder/state
unset DBUS_SESSION_BUS_ADDRESS DBUS_STARTER_ADDRESS GNOME_KEYRING_CONTROL SSH_AUTH_SOCK \
    SESSION_MANAGER KEYRING_MODE

if [ "$mode" = no-bus ]; then
    unset DISPLAY # or one would be started through it
    export PASSEL_SESSION_DIR=$folder
    start "$@"
    wait "${children[-1]}"
    exit
fi

# No <servicedir>: nothing of this machine is started on demand, so that "none" is true and no
# prompt can appear for a locked collection.
cat >"$folder/bus.conf" <<CONF
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=$folder/run/bus</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow own="*"/>
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
  </policy>
</busconfig>
CONF
start dbus-daemon --nofork --nopidfile --config-file="$folder/bus.conf" </dev/null >"$folder/bus.log" 2>&1
export DBUS_SESSION_BUS_ADDRESS=unix:path=$folder/run/bus PASSEL_SESSION_DIR=$folder

ask() { dbus-send --session --print-reply --reply-timeout=5000 "--dest=$1" "${@:2}"; }
bus_answers() { ask org.freedesktop.DBus / org.freedesktop.DBus.GetId; }
collection_is_there() {
    ask org.freedesktop.secrets /org/freedesktop/secrets \
        org.freedesktop.Secret.Service.ReadAlias string:default | grep -q /collection/login
}
collection_is_locked() {
    ask org.freedesktop.secrets /org/freedesktop/secrets/collection/login \
        org.freedesktop.DBus.Properties.Get string:org.freedesktop.Secret.Collection \
        string:Locked | grep -q 'boolean true'
}

until_true "the bus does not answer" bus_answers
if [ "$mode" != none ]; then
    # --unlock takes the password of the login collection, up to the end of its input: an empty one.
    start gnome-keyring-daemon --unlock --foreground --components=secrets \
        <<<'' >"$folder/keyring.log" 2>&1
    until_true "the keyring does not answer" collection_is_there
fi
if [ "$mode" = locked ]; then
    ask org.freedesktop.secrets /org/freedesktop/secrets org.freedesktop.Secret.Service.Lock \
        array:objpath:/org/freedesktop/secrets/collection/login >/dev/null || fail 70 "cannot lock"
    until_true "the keyring stays open" collection_is_locked
fi

start "$@"
wait "${children[-1]}"
