pos-score --completion tcsh
