for t in 0.5 0.7; do pos-score -p forest -m data/by-hand.model --threshold $t data/ten-minutes.csv > $t.csv; cut -d, -f1-4 $t.csv > $t.scores; done
cmp 0.5.scores 0.7.scores
grep -c ',Alert,' 0.5.csv 0.7.csv
