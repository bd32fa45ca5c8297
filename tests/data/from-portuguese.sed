# Back to English, with the words that English has for what is lost or missing.
s/aprovada \(\([0-9.]*x\|[0-9]* % below\|as\) normal\|not seen\) since/approvals \1 since/g
s/RESOLVED aprovada/RESOLVED approvals/g
s/aprovada lost/approvals lost/g
s/aprovada expected/Approvals expected/g
s/about \([0-9]*\) aprovada/about \1 approvals/g
s/estornada_interna/backend_reversed/g
s/aprovada/approved/g
s/negada/denied/g
s/falha/failed/g
s/estornada/reversed/g
s/devolvida/refunded/g
s/em andamento/processing/g
