# 1500 rows without a count, 12 with a time that is none, each another one.
{
  echo time,status,count
  awk 'BEGIN { for (i = 0; i < 1500; i++) print "14:00,approved," }'
  awk 'BEGIN { for (i = 0; i < 12; i++) print "2026-02-30 00:" i ",approved,1" }'
  echo 14:00,approved,31
} > in.csv
pos-score -q -p forest -m data/by-hand.model --rejects rejects.csv in.csv || echo status $?
grep -c '^# ' rejects.csv
