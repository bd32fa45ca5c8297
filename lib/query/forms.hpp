// SPDX-License-Identifier: MIT
// A result that is held whole, in the forms that people look at.
#pragma once

#include <cstddef>
#include <string>

#include "query/order.hpp"
#include "query/plot.hpp"
#include "query/table.hpp"

namespace pos::query {

// A table with aligned columns, or with --chart its charts; null is empty. A query of ours stands above it, and what is
// known of the answer below.
void append_text(std::string& out, const Table& table, const Order& order);

}  // namespace pos::query
