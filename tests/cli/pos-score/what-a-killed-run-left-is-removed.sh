# By name, age and lock: not what another run is writing, nor what has another name.
pos-score -p forest -m data/by-hand.model -o out.csv data/ten-minutes.csv
touch -d '1 hour ago' .out.csv.AbC123 .out.csv.held99 .out.csv.AbC1234 .other.csv.AbC123
touch .out.csv.young1
flock .out.csv.held99 pos-score -p forest -m data/by-hand.model -o out.csv data/ten-minutes.csv
printf '%s\n' .*.csv* *.csv
