# A hundred thousand times too many, in the first minute, on the first day, in the middle, and in the last minute.
alerts() {
  pos-train -q -m pos.model "$1"
  pos-score -q -m pos.model examples/data/day.csv > scored.csv
  incidents=$(pos-report -q -r incidents -f csv scored.csv | sed 1d | grep -c .)
  echo "$(grep -c ,Alert, scored.csv) alerts, $incidents incidents"
}
alerts examples/data/history.csv
for row in '2026-03-02 00:00,approved' '2026-03-02 00:05,denied' '2026-03-02 12:00,approved' \
           '2026-03-05 12:00,denied' '2026-03-05 12:00,approved' '2026-03-08 23:59,approved' '2026-03-08 23:59,denied'; do
  sed "/^$row,/s/\$/00000/" examples/data/history.csv > history.csv
  alerts history.csv
done
