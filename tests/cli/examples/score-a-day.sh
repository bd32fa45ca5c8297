examples/score-a-day.sh
