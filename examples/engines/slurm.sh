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
#   sbatch --array=1-$(ls rows/*.csv | wc -l) slurm.sh rows state
#
# What it gives    the processors of a cluster, in turn with others'.
# Rows in          rows/NAME.csv, a file for each stream, on a file system that all nodes have.
# Key of a stream  NAME: the N-th task takes the N-th file, and no other does.
# State            state/NAME.db, a history, goes on from one array to the next. On a file system of the network SQLite
#                  wants locks that work (NFS 4); one writer at a time, which the array keeps.
# A worker dies    of a node that is lost Slurm queues the task again (--requeue); so it does of a task that was killed,
#                  where slurm.conf has RequeueExit=137 (else: scontrol requeue JOB_TASK). It begins from the first row:
#                  rows that the history has change nothing. A file comes out whole, or not at all (-o).
# Alerts out       state/NAME.incidents.ndjson, a line each; what POS_TELL names gets them instead, such as a mail.
#
# With -p forest instead of -b, cut one large file by rows: split -n l/100, then a task for each piece.
set -eu

usage="usage: sbatch --array=1-N slurm.sh ROWS STATE"
rows=${1:?$usage}
state=${2:?$usage}
models=${POS_MODELS-$state}   # a model for each stream, NAME.model

set -- "$rows"/*.csv
[ "${SLURM_ARRAY_TASK_ID:?$usage}" -le $# ] || { echo "slurm.sh: $rows has no file $SLURM_ARRAY_TASK_ID" >&2; exit 66; }
shift $((SLURM_ARRAY_TASK_ID - 1))
name=$(basename "$1" .csv)

pos-score -q --on-error skip -m "$models/$name.model" -b "$state/$name.db" -o "$state/$name.scored.csv" "$1"
pos-alert -q -b "$state/$name.db" --exec "${POS_TELL-cat >>$state/$name.incidents.ndjson}"
