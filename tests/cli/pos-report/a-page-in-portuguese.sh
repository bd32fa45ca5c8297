language() { pos-report -f html "$@" data/scored.csv | grep -o -e '<html lang="..">' -e '>Skip to[^<]*' -e '>Ir para[^<]*'; }
language
language --lang pt
LC_ALL='' LC_MESSAGES=pt_BR.UTF-8 LANG=en_US.UTF-8 language
LC_ALL='' LANG=de_DE.UTF-8 LANGUAGE=de:pt:en language
LC_ALL=C LANGUAGE=pt language
LC_ALL=pt_BR.UTF-8 language --lang en
