#!/bin/sh
# SPDX-License-Identifier: MIT
#
# Slurm: an array of tasks, one for each stream; for judging months of many shops again.
#
#SBATCH --job-name=pos-score
#SBATCH --requeue
#SBATCH --output=pos-score.%A_%a.log
#SBATCH --open-mode=append
#
#   sbatch --array=1-$(ls rows/*.csv | wc -l) slurm.sh rows out
#
# What it gives    the processors of a cluster, in turn with others'.
# Rows in          rows/NAME.csv, a file for each stream, on a file system that all nodes have.
# Key of a stream  NAME: the N-th task takes the N-th file, and no other does.
# State            none is kept: a task judges all of its file in one run, from where the model's training ended. A stream
#                  that goes on from array to array wants pos-score --state FILE, which any file system will do for; a
#                  history (-b) is for a local disk.
# A worker dies    of a node that is lost Slurm queues the task again (--requeue); so it does of a task that was killed,
#                  where slurm.conf has RequeueExit=137 (else: scontrol requeue JOB_TASK). It begins from the first row;
#                  a file comes out whole, or not at all.
# Alerts out       out/NAME.incidents.ndjson: what pos-alert would have told, a message as JSON a line.
#
# For the forest alone (-p forest) rows may go anywhere: cut one large file by split -l, each piece with the header.
set -eu

usage="usage: sbatch --array=1-N slurm.sh ROWS OUT"
rows=${1:?$usage}
out=${2:?$usage}
models=${POS_MODELS-$rows}   # a model for each stream, NAME.model

set -- "$rows"/*.csv
[ "${SLURM_ARRAY_TASK_ID:?$usage}" -le $# ] || { echo "slurm.sh: $rows has no file $SLURM_ARRAY_TASK_ID" >&2; exit 66; }
shift $((SLURM_ARRAY_TASK_ID - 1))
name=$(basename "$1" .csv)

tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
mkdir -p "$out"
pos-score -q --no-db --on-error skip -m "$models/$name.model" -o "$out/$name.scored.csv" "$1"
: >"$out/$name.new"
pos-alert -q --replay -b "$tmp/alert.db" --exec "cat >>$out/$name.new" "$out/$name.scored.csv" >/dev/null
mv "$out/$name.new" "$out/$name.incidents.ndjson"
