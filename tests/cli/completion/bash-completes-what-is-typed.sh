# needs: command -v bash && command -v python3
pos-score -q -b 'my pos.db' -m data/by-hand.model data/ten-minutes.csv >scored.csv
cp data/by-hand.model .
type_in_bash() { python3 tests/cli/type-in-bash "$@"; }
type_in_bash 'pos-report -b my\ pos.db --status rev'
type_in_bash 'pos-report -b my\ pos.db --stream ' # there is none: nothing is added
type_in_bash 'pos-report --db=my'
type_in_bash 'pos-report --form'
type_in_bash 'pos-score -m by'
type_in_bash 'pos-score -m by-hand.model scor'
