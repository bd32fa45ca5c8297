printf 'when,state\n14:00,approved\n' | pos-score -p forest -m data/by-hand.model
