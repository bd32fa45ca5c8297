echo 'time,status,count,merchant
2026-03-09 10:00,approved,3,m1' > some.csv
pos-train -q -m pos.model --by merchant,acquirer some.csv || echo $?
pos-train -q -m pos.model --by merchant,merchant some.csv || echo $?
pos-train -q -m pos.model --by a,b,c,d,e,f,g some.csv || echo $?
