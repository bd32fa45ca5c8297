pos-score --version | sed 's/ (git .*)//'
