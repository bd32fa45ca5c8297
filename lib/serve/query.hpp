// SPDX-License-Identifier: MIT
// What a GET asks for: the query behind `?` of its target.
#pragma once

#include <cstddef>
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

// A query without its parameters `by` and `have`, as it was written.
[[nodiscard]] std::string without_key(std::string_view query);

enum class DataFormat { json, ndjson, csv };
enum class RowOrder { ascending, descending };

// The rows a report is on, and the form it comes in.
struct Query {
  Period period;
  report::Filter filter;
  std::optional<DataFormat> format;  // as asked for by a parameter
  // Of rows and incidents: so many at most, from which end.
  std::optional<std::size_t> limit;
  RowOrder order = RowOrder::ascending;
  bool open_only = false;  // of incidents
  std::string have;        // of the page's data: those that it has (render/page/delta.hpp)
  std::optional<Language> language;  // of a page

  // The same for queries that mean the same, whatever `have` and `format`.
  [[nodiscard]] std::string key() const;
};

struct ParsedQuery {
  Query query;
  std::string parameter, problem;  // no problem: the query is good
};
// Of the parameters that not all have.
struct MayAsk {
  bool limit = false;      // and `order`
  bool open_only = false;  // `open`
  bool have = false;
};
// Parameters are options of pos-report without their dashes; `format` is json, ndjson or csv, `lang` en or pt;
// `to` is a day and says `until` of the day after it, as people mean it who fill in a form.
[[nodiscard]] ParsedQuery parse_query(std::string_view text, LocalSeconds now, const read::TimeZone& zone,
                                      const MayAsk& may = {});

}  // namespace pos::serve
