// SPDX-License-Identifier: MIT
// Numbers for people.
#pragma once

#include <string>

namespace pos {

// A count or an average, 0 or more, as people write it: `0.02`, `1`, `4.8`, `43`, `1234`. Never `1.2e+03`; what is left
// of 0.01 is `less than 0.01`. The same on every machine: no locale is asked.
[[nodiscard]] std::string plain_number(double value);

}  // namespace pos
