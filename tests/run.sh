#!/bin/sh
# Every test, on a machine that has nothing but this folder:
#
#   sh tests/run.sh [CTEST-OPTION...]        such as -R pos-score
#
# Installs what is missing, builds the preset `dev` and runs its tests. Tests on the original
# project's data, which is not ours to give away, run where POS_REAL_DATA names its folder.
set -eu
cd "$(dirname "$0")/.."

sh examples/set-up.sh test

preset=${POS_PRESET:-dev}
mkdir -p build
# What says whether pages are accessible is on the npm registry alone; without it that test is skipped.
if [ ! -r build/axe/axe.min.js ] && command -v npm >/dev/null; then
  mkdir -p build/axe
  (cd build/axe && npm pack --silent --fetch-retries=0 --fetch-timeout=20000 axe-core@4 >/dev/null && tar -xzf axe-core-4.*.tgz --strip-components=1 package/axe.min.js) ||
    echo "run: no axe-core from npm: 'browser: access' will be skipped" >&2
fi
begin=$(date +%s)
echo "run: building the preset $preset, some minutes the first time; the log is build/$preset.log" >&2
if ! { cmake --preset "$preset" && cmake --build --preset "$preset" -j "$(nproc)"; } >"build/$preset.log" 2>&1; then
  tail -n 50 "build/$preset.log" >&2
  echo "run: the build failed; build/$preset.log has all of it" >&2
  exit 70
fi
echo "run: built in $(($(date +%s) - begin)) s" >&2
# Most tests wait for a clock, a pipe or a disk half of their time; they shall not keep a processor from the others.
ctest --preset "$preset" -j "$((2 * $(nproc) + 2))" "$@"
