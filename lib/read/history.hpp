// SPDX-License-Identifier: MIT
// Reads a whole file of transactions, for commands that learn from history.
#pragma once

#include <functional>
#include <string>

#include "read/row_reader.hpp"

namespace pos::read {

// Gives every row that can be used to `take`, with its label where options.anomaly_label asks for one, by the streaming
// readers. Other columns are not given. Errors, and what is held of the file: as open_rows().
void read_history(ByteSource& source, const std::string& name, const ReadOptions& options, const TimeZone& zone,
                  BadRowHandler on_bad, const std::function<void(const Row&)>& take);

}  // namespace pos::read
