pos-score --wrong
