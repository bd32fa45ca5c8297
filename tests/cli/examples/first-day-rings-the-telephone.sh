# needs: /usr/bin/python3 -c 'import aiosmtpd' && command -v openssl && flock --version
# docs/first-day.md from its first line to its last, on the example data, with a mail server and ntfy on loopback. Then cron's
# lines, as at some times of the example day: the line is dead at 16:40, and the telephone rings.
. tests/cli/pos-alert/mail-server
mail_server --login pos@example.com:the-password
/usr/bin/python3 tests/mail/service-server ntfy phone &
phone=$!
trap 'kill "$server" "$phone" 2>/dev/null || :' EXIT
wait_until '[ -s phone/port ]'
here=$PWD
unset XDG_CONFIG_HOME

# The database is played by one that has counted already (first-day-*-counts-minutes asks real ones), the system by
# two that look whether what they are given is there.
{ echo time,status,count; sed -s 1d examples/data/history.csv examples/data/day.csv | sed 's/,/:00-03,/'; } > payments.csv
mkdir bin
cat > bin/psql << END
#!/bin/sh
for word; do case \$word in since=*) since=\${word#since=} ;; esac; done
grep -q 'GROUP BY' minutes.sql
awk -F, -v since="\$since" -v now="\$(TZ=\$PGTZ date -d "@\$((SOURCE_DATE_EPOCH - 10))" '+%F %H:%M')" \
  'NR == 1 || (\$1 > since && \$1 < now)' "$here/payments.csv"
END
cat > bin/sudo << END
#!/bin/sh
exec "\$@"
END
cat > bin/install << END
#!/bin/sh
mkdir -p root/var/lib/pos-tools root/etc/pos-tools
case "\$*" in *" -t "*) ;; *) exec /usr/bin/install -m 644 "\$3" "root\$4" ;; esac
while [ "\$1" != -t ]; do shift; done
to=root\$2
shift 2
exec /usr/bin/install -t "\$to" "\$@"
END
cat > bin/systemctl << END
#!/bin/sh
[ "\$1 \$2" = 'enable --now' ]
shift 2
for unit; do
  case \$unit in *.*) ;; *) unit=\$unit.service ;; esac
  [ -e "$here/tests/../packaging/systemd/\$unit" ] || [ -e "root/etc/systemd/system/\$unit" ]
done
END
sed -i '1s/$/ -eu/' bin/*
chmod +x bin/*
PATH=$here/bin:$PATH

clock() { SOURCE_DATE_EPOCH=$(date -d "2026-03-09 $1 -0300" +%s); export SOURCE_DATE_EPOCH; }
rang() {  # what came since the last time, by mail and on the telephone
  for mail in "$here"/box/mail/*.eml; do
    [ -e "$mail.seen" ] || "$here/tests/mail/show-mail" "$mail" | sed -n 's/on [^ ]* can/on HOST can/; /^Subject:/p'
    : > "$mail.seen"
  done
  sed 's/^/telephone: /' "$here/phone/log" | tail -n "+$seen"
  seen=$(($(wc -l < "$here/phone/log") + 1))
}
seen=1

mkdir "$HOME/pos"
cd "$HOME/pos" || exit
clock 12:00:02
"$here/tests/document" --all --for PostgreSQL "$here/tests/../docs/first-day.md" \
  --edit "smtp://mail.example.com:587\"=$smtp\"
cacert = \"$here/ca/ca.pem\"" \
  --edit "https://ntfy.sh/=http://localhost:$(cat "$here/phone/port")/" \
  --edit "/usr/share/doc/pos-tools/=$here/"
rang
# What pos-tools(7) has of it is the same.
sed -n '/^.Sh THE FIRST DAY/,/^.Sh ENV/p' "$here/tests/../man/pos-tools.7" | sed -n '/^.Bd/,/^.Ed/p' | sed '/^\./d; s/\\-/-/g; s/\\(dq/"/g' |
  while IFS= read -r told; do grep -qF "$told" "$here/tests/../docs/first-day.md" || echo "only in pos-tools(7): $told"; done

line() { sed -n "s/^$1  //p" crontab; }
for time in 16:40:02 16:42:02 17:07:02 17:15:02; do
  clock "$time"
  echo "== $time"
  sh -c "$(line '\* \* \* \* \*')"
  case $time in *:07:*) sh -c "$(line '7 \* \* \* \*')" | head -n 2 ;; esac
  rang
done
clock 17:16:02
sh -c "$(line '0 4 \* \* 0')"
wc -l < live.csv
find . -name 'backup-*.db' | wc -l
