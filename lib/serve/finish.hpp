// SPDX-License-Identifier: MIT
// What is done to every answer before it goes out, whatever it says.
#pragma once

#include <string_view>

#include "serve/http.hpp"

namespace pos::serve {

// Answers of /api say in which zone their times are: `Time-Zone: America/Sao_Paulo`. An error is a page for a browser,
// which asks for text/html, and JSON for programs. What is long enough to gain by it is compressed for those who take
// gzip, up to a size that keeps nobody waiting: longer ones are compressed by who made them.
void finish(const Request& request, std::string_view zone, Response& response);

// `body` by gzip, with the headers that say so; as it is where it is short. Errors: std::bad_alloc.
void compress(Response& response);

}  // namespace pos::serve
