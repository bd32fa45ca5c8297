export SOURCE_DATE_EPOCH=1773065400   # 2026-03-09 14:10
pos-alert -q -b pos.db --maildir box < /dev/null
while read -r options; do
  eval "pos-alert silence -b pos.db --comment x $options" || printf '%s %s\n' "$?" "$options"
done <<'END'
--for 1h --every day
--for 25h --from 02:00 --every day
--for 1h --from 02:00 --every sunday
--for 1h --from 02:00 --every ''
--for 1h --from noon
--for 1h --from '2026-03-09 12:00'
--for 1h --from 2026-03-08
--for 1h --status "$(printf 'n\343o')"
--for 1h --group "$(printf 'merchant=\033')"
--for 1h --group m1
--for 1h --group ''
--for 1h --status ''
END
pos-alert list -b pos.db --all
