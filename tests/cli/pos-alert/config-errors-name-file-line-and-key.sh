try() {
  cat > alert.toml
  pos-alert --config alert.toml < /dev/null && status=0 || status=$?
  echo "$status"
}
try <<'END'
[pos-alert]
to = ["ops@example.com", "nobody"]
END
try <<'END'
db = "pos.db"

[pos-alert]
reapeat = "4h"
END
try <<'END'
[pos-alert]
repeat = "4h,never"
END
try <<'END'
[pos-alert]
to = "ops@example.com"
from = "pos@example.com"
END
try <<'END'
[pos-alert]
smtp = "localhost"
END
try <<'END'
[pos-alert]
max-per-hour = "many"
[pos-score]
nonsense = 1
END
try <<'END'
[pos-alert]
max-per-hour = [5
END
