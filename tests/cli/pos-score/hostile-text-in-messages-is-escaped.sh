printf 'time,status,count\n14:00,a\033[2Jb,1\n' | pos-score -p forest -m data/by-hand.model
