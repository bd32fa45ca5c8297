checkout-stats --help | head -n 3
checkout-stats --version | head -n 1 | cut -d' ' -f1
