printf 'time,status,count\n' | pos-train -m m
