printf 'time,today\n00h,1\n01h,\n02h,3\n' > bad.csv
checkout-stats --on-error skip -r describe bad.csv | head -n 2; echo "skip"
checkout-stats --on-error stop -r describe bad.csv
