// SPDX-License-Identifier: MIT
// The description of the API for programs (OpenAPI 3.1): openapi.json, which is to be changed with the routes.
#pragma once

#include <string_view>

namespace pos::serve {

[[nodiscard]] std::string_view openapi();

}  // namespace pos::serve
