// SPDX-License-Identifier: MIT
// Counts that no incident explains.
#pragma once

namespace pos::model {

// A bug or a typing error: over a thousand transactions in a minute, and over a hundred times the `usual` number. The
// surges of incidents and of opening shops are below the one or the other.
[[nodiscard]] inline bool is_garbage(double count, double usual) { return count > 1000.0 && count > 100.0 * usual; }

}  // namespace pos::model
