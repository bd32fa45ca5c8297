# Every day and on some days, by the clock on the wall: set on Sunday, March 8th at noon, in a zone.
export SOURCE_DATE_EPOCH=1772982000 USER=ana TZ=America/Sao_Paulo   # 2026-03-08 15:00 UTC
pos-alert -q -b pos.db --maildir box < /dev/null
pos-alert silence -b pos.db --status 'night*' --from 02:00 --for 1h --every day --comment 'nightly batch'
pos-alert silence -b pos.db --status weekend --from 23:30 --for 2h --every sat,sun --comment 'settlement'
pos-alert silence -b pos.db --status once --from '2026-03-10 02:00' --for 1h --comment 'acquirer moves'
pos-alert silence -b pos.db --status later --from 11:00 --for 30m --comment 'today it is over'
pos-alert silence -b pos.db --status now --from 11:30 --for 1h --comment 'it has begun'
pos-alert list -b pos.db
pos-alert list -b pos.db -f csv | cut -d, -f2,3,5,13,14,15 | grep -v ',,$'
echo '== at 02:30 the next night'
SOURCE_DATE_EPOCH=1773034200 pos-alert list -b pos.db -f csv | cut -d, -f2,3,5,13,14,15 | grep active
echo '== it ends as any other'
pos-alert unsilence -b pos.db 1
pos-alert list -b pos.db --all -f csv | cut -d, -f2,3,5,13,14,15 | grep night
