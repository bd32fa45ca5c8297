pos-train --help | tail -n 4
