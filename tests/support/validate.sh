#!/usr/bin/env bash
# validate.sh KIND INSTALLER: checks what the installer ships with the desktop's own tools. KIND is
# desktop, metainfo, mime, man or service. 77 (skipped) when the tool is missing, but never in CI.
set -euo pipefail
kind=$1
cd "$2"

need() {
    command -v "$1" >/dev/null && return
    echo "$1 is missing: ./dev deps test installs it"
    [ -z "${CI:-}" ] && exit 77
    exit 1
}

case $kind in
desktop)
    need desktop-file-validate
    answer=$(desktop-file-validate linux/*.desktop 2>&1) || true
    echo "$answer"
    [ -z "$answer" ]
    ;;
metainfo)
    need appstreamcli
    appstreamcli validate --no-net linux/*.metainfo.xml
    ;;
mime)
    # The system's own compiler of MIME types must take the file, and .passel must be ours.
    need update-mime-database
    folder=$(mktemp -d)
    trap 'rm -rf "$folder"' EXIT
    mkdir "$folder/packages"
    cp linux/dev.passel.Passel.mime.xml "$folder/packages/passel.xml"
    XDG_DATA_DIRS=$folder update-mime-database "$folder" 2>/dev/null
    grep -x 'application/x-passel:\*.passel' "$folder/globs"
    # What the desktop file says that Passel opens, and is not the system's, is defined here.
    for type in $(sed -n 's/^MimeType=//p' linux/*.desktop | tr ';' '\n' | grep /x-passel); do
        grep "^$type:" "$folder/globs"
    done
    ;;
man)
    need groff
    for page in linux/*.[0-9]; do
        answer=$(groff -man -Tutf8 -ww -z -K utf8 "$page" 2>&1)
        [ -z "$answer" ] || { echo "$page: $answer"; exit 1; }
    done
    ;;
service)
    # systemd-analyze is not on every machine, least of all in a container: these are the promises.
    for promise in DynamicUser=yes StateDirectory=passel-server NoNewPrivileges=yes \
        ProtectSystem=strict 'CapabilityBoundingSet=' 'SystemCallFilter=@system-service'; do
        grep -qx -- "$promise" server/passel-server.service || { echo "without $promise"; exit 1; }
    done
    command -v systemd-analyze >/dev/null || exit 0
    answer=$(systemd-analyze verify --man=no server/passel-server.service 2>&1) || true
    answer=$(grep -F passel-server.service <<<"$answer" | grep -v 'is not executable') || true
    echo "$answer"
    [ -z "$answer" ]
    ;;
*)
    echo "nothing of the kind '$kind' is checked"
    exit 64
    ;;
esac
