# The statuses of examples/data in Portuguese, longest first.
s/backend_reversed/estornada_interna/g
s/approved/aprovada/g
s/denied/negada/g
s/failed/falha/g
s/reversed/estornada/g
s/refunded/devolvida/g
s/processing/em andamento/g
