printf ' {"time":"14:00","status":"approved","count":31}\n' | pos-score -p forest -m data/by-hand.model -i ndjson
