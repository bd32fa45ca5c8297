# needs: command -v shellcheck && command -v bash
for tool in checkout-stats pos-alert pos-report pos-score pos-train; do
  "$tool" --completion bash >script
  shellcheck -s bash script
done
