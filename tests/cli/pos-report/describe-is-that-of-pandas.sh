# needs: /usr/bin/python3 -c 'import pandas'
cat > days.py << 'END'
import random
chance = random.Random(20260309).random
print('time,status,count')
for minute in range(4000):
    for status, size in ('approved', 60), ('denied', 3), ('"late, odd"', 2**40), ('refunded', 1.02):
        if chance() < 0.7:
            print(f'2026-03-{9 + minute // 1440:02} {minute // 60 % 24:02}:{minute % 60:02},{status},{int(chance() ** 2 * size)}')
print('2026-03-12 10:00,once,7')
END
cat > compare.py << 'END'
import pandas
wanted = pandas.read_csv('days.csv').groupby('status')['count'].describe()
for form, ours in ('csv', pandas.read_csv('ours.csv')), ('ndjson', pandas.read_json('ours.ndjson', lines=True)):
    ours = ours.set_index('status')
    assert list(ours.columns) == list(wanted.columns) and list(ours.index) == list(wanted.index), ours
    # Six decimals of mean and deviation, all of the others.
    pandas.testing.assert_frame_equal(ours.astype(float), wanted, check_exact=False, rtol=1e-12, atol=5.1e-7)
    assert (ours.drop(columns=['mean', 'std']) == wanted.drop(columns=['mean', 'std'])).all().all(), form
    print(form, 'of', len(ours), 'statuses is that of pandas')
END
/usr/bin/python3 days.py > days.csv
pos-score -q -p seed -m data/by-hand.model days.csv > scored.csv
for form in csv ndjson; do pos-report -r describe -f $form scored.csv > ours.$form; done
/usr/bin/python3 compare.py
