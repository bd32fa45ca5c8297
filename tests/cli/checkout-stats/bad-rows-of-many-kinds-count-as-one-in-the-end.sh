# 60 columns, and for each three rows that lack it: what is no kind of the first 50 is one more, of 30 rows.
awk 'BEGIN {
  split("a b c d e f g h i j k l m n o p q r s t u v w x y z", letter, " ")
  for (i = 1; i <= 60; i++) name[i] = letter[1 + int(i / 26)] letter[1 + i % 26]
  printf "time"; for (i = 1; i <= 60; i++) printf ",%s", name[i]; print ""
  for (round = 0; round < 3; round++)
    for (row = 1; row <= 60; row++) {
      printf "09h"; for (i = 1; i <= 60; i++) printf ",%s", i == row ? "" : 1; print ""
    }
  printf "10h"; for (i = 1; i <= 60; i++) printf ",1"; print ""
}' > in.csv
checkout-stats -r describe -f csv in.csv 2>&1 >/dev/null | sed -n '/in.csv/!p'
