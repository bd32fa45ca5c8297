#!/bin/sh
# Installs what is missing to build (and to test) pos-tools on Debian 12 and its kin.
#
#   sh examples/set-up.sh build|test|engines [PACKAGE...]
#
# Through apt-get, with sudo only when not root; does nothing when all is there. On other systems it
# prints what to install and goes on: CMake then says what is missing.
set -eu

# Beside a compiler, make and CMake: options, text, JSON, SHA-256, time zones, history, mail, charts of the page,
# HTTP, gzip, translations.
build="g++ make cmake libcli11-dev libfmt-dev libsimdjson-dev nettle-dev libabsl-dev tzdata
 libsqlite3-dev libcurl4-openssl-dev libjs-dygraphs libboost-dev zlib1g-dev gettext"
# Unit tests and the CSV reader that ours is held against, manual pages, scripts, command-line cases, scripts the
# examples hold, pages in a browser and on paper, a mail server with TLS, memory used as it should be, workflow files, completions.
test="doctest-dev libfccp-dev mandoc shellcheck jq python3 sqlite3 chromium chromium-driver curl python3-aiosmtpd
 openssl valgrind poppler-utils python3-yaml zsh fish"

# What the cases of examples/engines run, 9 MB to fetch and 40 MB of disk. On a machine with systemd the services of
# these packages start, and sshd takes logins: for a machine of tests.
engines="parallel openssh-server kcat mosquitto mosquitto-clients redis-server redis-tools gearman-job-server
 gearman-tools slurm-wlm munge nats-server"

case "${1-}" in
build) wanted=$build ;;
test) wanted="$build $test" ;;
engines) wanted="$build $test $engines" ;;
*) echo "usage: set-up.sh build|test|engines [PACKAGE...]" >&2; exit 64 ;;
esac
shift
wanted="$wanted $*"

if ! command -v apt-get >/dev/null; then
  echo "set-up: this is no Debian: what it calls the following must be installed: $wanted" >&2
  exit 0
fi

missing=
for package in $wanted; do
  case $(dpkg-query -W -f '${db:Status-Abbrev}' "$package" 2>/dev/null) in
  ii*) ;;
  *) missing="$missing $package" ;;
  esac
done
[ -n "$missing" ] || exit 0

if [ "$(id -u)" = 0 ]; then
  as_root=
elif command -v sudo >/dev/null; then
  as_root=sudo
else
  echo "set-up: neither root nor sudo; let root run: apt-get install --no-install-recommends$missing" >&2
  exit 77
fi

echo "set-up: installing$missing" >&2
log=$(mktemp)
trap 'rm -f "$log"' EXIT
# shellcheck disable=SC2086  # a list of words
$as_root env DEBIAN_FRONTEND=noninteractive sh -c 'apt-get -q update && apt-get -q install -y --no-install-recommends "$@"' sh $missing >"$log" 2>&1 || {
  tail -n 20 "$log" >&2
  echo "set-up: apt-get failed; the lines above say why" >&2
  exit 69
}
