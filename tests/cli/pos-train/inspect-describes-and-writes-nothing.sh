pos-train --inspect data/by-hand.model
ls
