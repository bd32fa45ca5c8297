# Told with -q too: cron may have put it in the place of one that knew weeks.
printf 'time,status,count\n' | pos-train -m m
pos-train -q -m empty /dev/null
cmp m empty
pos-train --inspect m | jq -c '[.statuses, .trees, .threshold, .monitor.volume]'
printf 'time,status,count\n' | pos-train -q -m named --volume capturada 2> errors
pos-train --inspect named | jq -r .monitor.volume
pos-train -q --report - -m m --test examples/data/labelled-day.csv /dev/null 2> errors |
  jq -c '[.evaluation.accuracy >= 0, .events.detected > 0]'
# What reads a model reads this one. An outage behind the first 40 minutes is told, and the forest has no opinion.
day=examples/data/day.csv
pos-score -m m --explain $day | sed -n 2p
pos-score -q -m m -a $day | cut -d, -f1-4,8 | sed -n '/16:40/p'
pos-score -q -m m -p seed $day | grep -c Alert
pos-score -m m -p forest $day || echo "$?"
# Rows that could not be used are no empty history.
printf 'time,status,count\nnoon,approved,1\n' | pos-train -m none 2> errors || echo "$?"
cat errors
test ! -e none
