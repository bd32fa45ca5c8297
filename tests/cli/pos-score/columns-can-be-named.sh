printf 'when,what,howmany,count\n14:00,approved,31,x\n' | pos-score -p forest -m data/by-hand.model --columns time=when,status=what,count=howmany
