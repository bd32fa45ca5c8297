pos-train --wrong
