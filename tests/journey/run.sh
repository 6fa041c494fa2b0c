#!/usr/bin/env bash
# run.sh [--preset NAME] [--screenshots] [--shots FOLDER] [TEST ARGUMENTS…]: walks the journey (open,
# clean, push, key, pull, edit, push again) in a real window, with a home, a keyring and a server of
# its own, says the key it made and where the pictures are, and gives back the test's exit code.
#
# tst_journey is told by PASSEL_JOURNEY_SHOTS where its pictures go, and writes the key it made to
# key.txt there; PASSEL_JOURNEY_SCENES=all asks for every scene in both themes.
set -uo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

preset=dev
shots=
scenes=journey
while [ $# -gt 0 ]; do
    case $1 in
    --preset) preset=${2:?a preset} && shift 2 ;;
    --shots) shots=${2:?a folder} && shift 2 ;;
    --screenshots) scenes=all && shift ;;
    *) break ;;
    esac
done
shots=$(realpath -m "${shots:-$root/build/$preset/screenshots}")
program=$root/build/$preset/bin/tst_journey
if [ ! -x "$program" ]; then
    echo "journey: $program is not built: ./dev build $preset" >&2
    exit 69
fi

mkdir -p "$shots"
rm -f "$shots"/*.png "$shots/key.txt"
export PASSEL_JOURNEY_SHOTS=$shots PASSEL_JOURNEY_SCENES=$scenes
KEYRING_MODE=unlocked "$root/tests/support/with-keyring.sh" \
    "$root/tests/support/with-desktop.sh" "$program" "$@"
code=$?

[ -s "$shots/key.txt" ] && echo "Key:         $(<"$shots/key.txt")"
echo "Screenshots: $shots ($(find "$shots" -name '*.png' | wc -l) pictures)"
[ $code = 0 ] && echo "The journey was walked; the pulled cells equal the file's." ||
    echo "The journey stopped with exit code $code." >&2
exit $code
