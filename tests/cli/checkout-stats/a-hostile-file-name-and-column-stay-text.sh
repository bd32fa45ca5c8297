printf 'time,"<img src=x onerror=alert(1)>",today\n00h,1,2\n01h,1,2\n02h,1,2\n' > '<b>"x.csv'
checkout-stats -f html '<b>"x.csv' | grep -c '<img\|<b>' || true
printf 'time,a\033[31mb\n00h,1\n' > esc.csv
checkout-stats -r describe -f text esc.csv
