// SPDX-License-Identifier: MIT
#include "serve/query.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <set>

#include "base/error.hpp"
#include "base/percent.hpp"
#include "base/text.hpp"
#include "cli/period.hpp"
#include "read/time_forms.hpp"
#include "report/filter_text.hpp"

namespace pos::serve {
namespace {

constexpr std::int32_t last_date = 2'932'896;  // 9999-12-31, in days since 1970-01-01

std::optional<std::string> decode(std::string_view text) {
  const auto decoded = percent_decoded(text);
  return decoded && is_plain_text(*decoded) ? decoded : std::nullopt;
}

std::string set_format(std::string_view word, std::optional<DataFormat>& format) {
  if (word == "json") {
    format = DataFormat::json;
  } else if (word == "ndjson") {
    format = DataFormat::ndjson;
  } else if (word == "csv") {
    format = DataFormat::csv;
  } else {
    return "'" + printable(word) + "' is none of json|ndjson|csv";
  }
  return {};
}

std::string set_language(std::string_view word, std::optional<Language>& language) {
  if (word == "en" || word == "pt") {
    language = language_of(word);
    return {};
  }
  return "'" + printable(word) + "' is none of en|pt";
}

std::string set_limit(std::string_view text, std::optional<std::size_t>& limit) {
  limit = parse_number<std::size_t>(text);
  return limit && *limit > 0 ? std::string() : "'" + printable(text) + "' is not a number from 1";
}

std::string set_order(std::string_view word, RowOrder& order) {
  if (word != "asc" && word != "desc") return "'" + printable(word) + "' is none of asc|desc";
  order = word == "desc" ? RowOrder::descending : RowOrder::ascending;
  return {};
}

std::string set_open(std::string_view word, bool& open_only) {
  open_only = word == "1";
  return open_only || word == "0" ? std::string() : "'" + printable(word) + "' is none of 0|1";
}

std::string set_have(const std::string& value, std::string& have) {
  constexpr std::size_t longest = 64;
  have = value;
  const bool is_word = value.find_first_not_of("0123456789abcdef") == std::string::npos;
  return is_word && value.size() <= longest ? std::string() : "it is no id of data";
}

// Returns what is wrong with the value.
std::string set_parameter(const std::string& name, const std::string& value, const MayAsk& may, Query& query) {
  if (name == "limit" && may.limit) return set_limit(value, query.limit);
  if (name == "order" && may.limit) return set_order(value, query.order);
  if (name == "open" && may.open_only) return set_open(value, query.open_only);
  if (name == "have" && may.have) return set_have(value, query.have);
  if (name == "hour") return report::set_hours(value, query.filter);
  if (name == "minute") return report::set_minutes(value, query.filter);
  if (name == "status") return report::set_statuses(value, query.filter);
  if (name == "normal") return report::set_normal(value, query.filter);
  if (name == "by") return report::set_by(value, query.filter);
  if (name == "format") return set_format(value, query.format);
  if (name == "lang") return set_language(value, query.language);
  return "no such parameter";
}

}  // namespace

std::optional<Parameters> parse_parameters(std::string_view query) {
  Parameters parameters;
  while (!query.empty()) {
    const auto end = query.find('&');
    const std::string_view one = query.substr(0, end);
    const auto equals = one.find('=');
    const auto name = decode(one.substr(0, equals));
    const auto value = decode(equals == std::string_view::npos ? "" : one.substr(equals + 1));
    if (!name || !value) return std::nullopt;
    if (!one.empty()) parameters.emplace_back(*name, *value);
    query = end == std::string_view::npos ? "" : query.substr(end + 1);
  }
  return parameters;
}

std::string without_key(std::string_view query) {
  std::string rest;
  while (!query.empty()) {
    const std::string_view one = query.substr(0, query.find('&'));
    query.remove_prefix(std::min(query.size(), one.size() + 1));
    const auto name = decode(one.substr(0, one.find('=')));
    if (one.empty() || name == "by" || name == "have") continue;
    (rest += rest.empty() ? "" : "&") += one;
  }
  return rest;
}

std::string Query::key() const {
  std::string key =
      fmt::format("{}-{} {}-{} {}-{} {} {} {} {}", period.begin, period.end, filter.hour_from, filter.hour_to,
                  filter.minute_from, filter.minute_to, static_cast<int>(filter.normal), limit.value_or(0),
                  static_cast<int>(order), static_cast<int>(open_only));
  for (const std::string& status : filter.statuses) (key += ',') += status;  // no comma is in one: it ends a name
  return key + " " + filter.by;                                              // the last: it may have any character
}

ParsedQuery parse_query(std::string_view text, LocalSeconds now, const read::TimeZone& zone, const MayAsk& may) {
  ParsedQuery parsed;
  const auto fail = [&parsed](const std::string& parameter, const std::string& problem) {
    parsed.parameter = parameter;
    parsed.problem = problem;
    return parsed;
  };
  const auto parameters = parse_parameters(text);
  if (!parameters) return fail("", "the query is no percent-encoded UTF-8");
  std::string since;
  std::string until;
  std::string end = "until";  // how the client called it
  std::set<std::string> seen;
  for (const auto& [name, value] : *parameters) {
    if (!seen.insert(name).second) return fail(name, "it is there twice");
    if (name == "to") {
      const auto day = read::parse_date(value);
      if (!day) return fail(name, "'" + printable(value) + "' is not a date such as 2026-03-09");
      if (!until.empty()) return fail(name, "until says it already");
      if (*day >= last_date) return fail(name, "'" + printable(value) + "' is too late a date");
      until = to_date_time((LocalSeconds{*day} + 1) * 86'400).substr(0, 10);
      end = name;
    } else if (name == "since" || name == "until") {
      if (value.empty()) return fail(name, "it is empty");
      if (name == "until" && !until.empty()) return fail(name, "to says it already");
      (name == "since" ? since : until) = value;
    } else if (const std::string problem = set_parameter(name, value, may, parsed.query); !problem.empty()) {
      return fail(name, problem);
    }
  }
  try {
    parsed.query.period = cli::last_day(cli::parse_period(since, until, now, zone), now);
  } catch (const Error& error) {
    const std::string reason = error.what();  // `--until: ...`, or of both
    for (const std::string name : {"since", "until"}) {
      if (reason.starts_with("--" + name + ": ")) return fail(name == "until" ? end : name, reason.substr(name.size() + 4));
    }
    return fail(end, reason);
  }
  return parsed;
}

}  // namespace pos::serve
