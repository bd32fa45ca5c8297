# An empty file stands for a libcurl that is not there: runs that send nothing must not even look for it.
mkdir broken && : > broken/libcurl.so.4
head -11 data/denied-incident.csv > quiet.csv
alert() {
  LD_LIBRARY_PATH="$PWD/broken" pos-alert -b pos.db --smtp smtp://localhost --from pos@example.org --to ops@example.org "$@"
}
alert quiet.csv
alert --replay data/denied-incident.csv > queued 2> errors || echo "status $?"
cut -d, -f2-5 queued
sed "s|$PWD/||" errors
pos-alert list -b pos.db --all -f csv | grep -c mail
