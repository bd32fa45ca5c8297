pos-score -p forest -m data/by-hand.model --explain data/ten-minutes.csv | sed -n '1p;15,17p'
