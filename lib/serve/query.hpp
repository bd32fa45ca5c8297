// SPDX-License-Identifier: MIT
// What a GET asks for: the query behind `?` of its target.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/language.hpp"
#include "base/record.hpp"
#include "read/time_zone.hpp"
#include "report/report.hpp"

namespace pos::serve {

using Parameters = std::vector<std::pair<std::string, std::string>>;
// `a=1&b=x%20y`, `+` a blank. Nothing: no percent encoding of UTF-8 without control characters.
[[nodiscard]] std::optional<Parameters> parse_parameters(std::string_view query);

// A query without its parameter `by`, as it was written.
[[nodiscard]] std::string without_key(std::string_view query);

enum class DataFormat { json, ndjson, csv };

// The rows a report is on, and the form it comes in.
struct Query {
  Period period;
  report::Filter filter;
  DataFormat format = DataFormat::json;
  std::optional<Language> language;  // of a page

  // The same for queries that mean the same.
  [[nodiscard]] std::string key() const;
};

struct ParsedQuery {
  Query query;
  std::string parameter, problem;  // no problem: the query is good
};
// Parameters are options of pos-report without their dashes; `format` is json, ndjson or csv, `lang` en or pt.
[[nodiscard]] ParsedQuery parse_query(std::string_view text, LocalSeconds now, const read::TimeZone& zone);

}  // namespace pos::serve
