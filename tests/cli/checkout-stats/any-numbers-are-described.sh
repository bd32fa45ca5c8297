printf '\357\273\277time;"sold; net";cost\r\n23h;1.5;-3\r\n07h;2;4\r\n' | checkout-stats -r describe -
printf 'time;a\n07h;2\n' | checkout-stats -r anomalies -f text
