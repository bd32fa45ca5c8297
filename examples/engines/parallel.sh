#!/bin/sh
# SPDX-License-Identifier: MIT
#
# GNU parallel: one large file scored by the forest on all processors, or on several machines.
#
#   parallel.sh MODEL < rows.csv > scored.csv
#   POS_HOSTS=8/a.example.com,8/b.example.com parallel.sh /var/lib/pos-tools/pos.model < rows.csv > scored.csv
#
# What it gives    processors and machines (ssh); those need pos-score and, at the same path, the model.
# Rows in          standard input is cut into blocks of whole lines, each with the header (--pipe --header).
#                  A header alone gives nothing.
# Key of a stream  none: with -p forest a row's score depends on the row and the model alone, so rows go anywhere.
#                  The monitor needs a stream in one run, in order of time: give that one worker (see the others here).
# State            none.
# A worker dies    its block is tried again, three times in all, elsewhere where there are several machines.
#                  The exit status is the number of blocks that failed then, or that had bad rows (they are told).
#                  Output comes in the order of the input (--keep-order): it has the bytes of one run.
# Alerts out       of the rows: scored.csv | pos-alert. Such alerts are the forest's, of rows that are rare.
#
# Quoted line breaks in rows: cut with --recend '' --regexp as parallel's manual says, or feed NDJSON.
set -eu

model=${1:?usage: parallel.sh MODEL < rows.csv}
hosts=${POS_HOSTS-}             # parallel's --sshlogin: N/HOST,N/HOST; empty: this machine
ssh=${POS_SSH-ssh}              # with its options, such as 'ssh -p 2222'
block=${POS_BLOCK-10M}

status=$(mktemp)
trap 'rm -f "$status"' EXIT
trap 'exit 1' HUP INT TERM

if [ -n "$hosts" ]; then
  set -- --sshlogin "$hosts" --ssh "$ssh"
else
  set --
fi
# Each block comes out with a header of its own: the first one stays.
{
  parallel --will-cite --pipe --header : --block "$block" --keep-order --retries 3 "$@" \
    pos-score -q -p forest -m "$model" || echo $? >"$status"
} | awk 'NR == 1 { header = $0; print } $0 != header'
read -r failed <"$status" || failed=0
exit "$failed"
