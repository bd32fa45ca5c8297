pos-score -p "$(printf '\033[31m')" || echo status $?
