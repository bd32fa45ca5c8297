printf 'when,state\n14:00,approved\n' | pos-score -p forest -m data/by-hand.model || echo "$?"
printf 'time,status\n14:00,approved\n' | pos-score -p forest -m data/by-hand.model --columns count=howmany || echo "$?"
printf '14:00,approved,31\n14:01,approved,31\n' | pos-score -p forest -m data/by-hand.model || echo "$?"
printf '{"time":"14:00","count":3}\n' | pos-score -p forest -m data/by-hand.model || echo "$?"
