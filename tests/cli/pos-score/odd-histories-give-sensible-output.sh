rows() { printf 'time,status,count\n'; cat; }
try() { pos-train -q --holdout 0 -m m "$1" && pos-score -m m "$2" | cut -d, -f1-3,6-9; }
echo 2026-03-01 10:00,approved,5 | rows > one.csv
echo 2026-03-02 10:00,approved,9007199254740992 | rows > huge.csv
printf '2026-03-01 10:00,denied,5\n2026-03-01 10:01,denied,5\n' | rows > denied.csv
printf '2026-03-01 10:00,approved,5\n2027-03-01 10:00,approved,5\n2027-03-01 10:01,approved,6\n' | rows > gap.csv
printf 'time,status\n2026-03-02 10:00,approved\n2026-03-02 10:00,approved\n2026-03-02 10:01,approved\n' > single.csv
try one.csv huge.csv
try huge.csv one.csv
try denied.csv denied.csv
try one.csv gap.csv
try gap.csv single.csv
printf '0\n' | sed 's/.*/2026-03-01 10:00,approved,0/' | rows > zero.csv
try zero.csv zero.csv
