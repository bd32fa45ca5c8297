cat > bad.csv <<'EOF'
time,today,yesterday
00h,1,2
01h,,2
02h,1,x
03h,1
04h,1,2,3
24h,1,2
05h30,1,2
00h,7,7
06h,nan,2
07h,1e300,2
08h,5,6
EOF
checkout-stats -r describe bad.csv --rejects rejects
wc -l < rejects
