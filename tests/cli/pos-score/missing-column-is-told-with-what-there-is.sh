printf 'Time,Status\n14:00,approved\n' | pos-score -m data/by-hand.model
