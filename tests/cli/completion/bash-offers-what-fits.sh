# needs: command -v bash
. tests/cli/complete
offers bash
