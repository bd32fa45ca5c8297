# needs: command -v bash
. tests/cli/complete
misses bash
