// SPDX-License-Identifier: MIT
// What a client says it can take (RFC 9110, 12.5).
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace pos::serve {

// The index of the type that `accept` (a header, empty: anything) likes best; of those it likes alike the first.
// Nothing: it takes none of them. What cannot be read of the header is passed over.
[[nodiscard]] std::optional<std::size_t> best_type(std::string_view accept, std::span<const std::string_view> types);

// Whether it names the type itself, as browsers do with text/html; anything does not do.
[[nodiscard]] bool names_type(std::string_view accept, std::string_view type);

// Whether the Accept-Encoding takes gzip.
[[nodiscard]] bool takes_gzip(std::string_view accept_encoding);

}  // namespace pos::serve
