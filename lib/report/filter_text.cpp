// SPDX-License-Identifier: MIT
#include "report/filter_text.hpp"

#include "base/keys.hpp"
#include "base/text.hpp"
#include "base/volume.hpp"

namespace pos::report {
namespace {

std::string quoted(std::string_view text) { return "'" + printable(text) + "'"; }

std::string set_range(std::string_view text, int most, int& from, int& to) {
  const auto dash = text.find('-');
  const auto low = parse_number<int>(text.substr(0, dash));
  const auto high = dash == std::string_view::npos ? low : parse_number<int>(text.substr(dash + 1));
  if (!low || !high || *low < 0 || *high > most)
    return quoted(text) + " is not a range such as 9-17 or 22-3, from 0 to " + std::to_string(most);
  from = *low;
  to = *high;
  return {};
}

}  // namespace

std::string set_hours(std::string_view text, Filter& filter) {
  return set_range(text, 23, filter.hour_from, filter.hour_to);
}

std::string set_minutes(std::string_view text, Filter& filter) {
  return set_range(text, 59, filter.minute_from, filter.minute_to);
}

std::string set_statuses(std::string_view text, Filter& filter) {
  auto statuses = split_list(text);
  for (std::string& status : statuses) {
    if (status == every_status) return quoted(status) + " stands for all statuses: it is none itself";
    if (!is_status_name(status)) return quoted(status) + " is not a status";
    hide_card_numbers(status);  // records have none
  }
  filter.statuses = std::move(statuses);
  return {};
}

std::string set_normal(std::string_view text, Filter& filter) {
  if (text == "all") {
    filter.normal = Normal::all;
  } else if (text == "normal") {
    filter.normal = Normal::normal;
  } else if (text == "abnormal") {
    filter.normal = Normal::abnormal;
  } else {
    return quoted(text) + " is none of all|normal|abnormal";
  }
  return {};
}

std::string set_by(std::string_view text, Filter& filter) {
  const std::string_view column = column_of_key(text);
  if (column.empty() || text.size() == column.size() + 1 || !is_plain_text(text))
    return quoted(text) + " is neither a column such as merchant nor a key such as merchant=alfa";
  hide_card_numbers(filter.by = text);  // keys have none
  return {};
}

}  // namespace pos::report
