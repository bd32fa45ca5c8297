// SPDX-License-Identifier: MIT
#include "write/scored_ndjson.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <iterator>

#include "base/text.hpp"
#include "write/recommendation.hpp"

namespace pos::write {

void ScoredNdjson::input_columns(const Row& row, std::span<const Cell> cells, std::string& out) {
  if (row.format == Format::ndjson) {
    out += row.raw.substr(0, row.raw.rfind('}'));
    return;
  }
  for (const Cell& cell : cells) {
    out += &cell == cells.data() ? '{' : ',';
    append_json_string(out, cell.name);
    out += ':';
    if (cell.kind == Cell::Kind::text) {
      append_json_string(out, cell.value);
    } else {
      // JSON has no leading zeros
      out += cell.value.substr(std::min(cell.value.find_first_not_of('0'), cell.value.size() - 1));
    }
  }
}

void ScoredNdjson::made_up_columns(const Header& like, std::string_view time, std::string_view status,
                                   std::int64_t count, std::string& out) {
  const TimeParts parts = part_time(like, time);
  out += '{';
  append_json_string(out, like.time);
  out += ':';
  append_json_string(out, parts.time);
  out += ',';
  if (like.clock) {
    append_json_string(out, *like.clock);
    out += ':';
    append_json_string(out, parts.clock);
    out += ',';
  }
  append_json_string(out, like.status);
  out += ':';
  append_json_string(out, status);
  if (!like.count) return;
  out += ',';
  append_json_string(out, *like.count);
  out += ":" + std::to_string(count);
}

void ScoredNdjson::scored_columns(const Scored& scored, std::string& out) {
  out += ",\"score\":";
  append_decimal(out, scored.score, 6);
  out += scored.alert ? ",\"alert\":1" : ",\"alert\":0";
  if (scored.expected && scored.surprise) {
    out += ",\"expected\":";
    append_decimal(out, *scored.expected, 2);
    out += ",\"surprise\":";
    append_decimal(out, *scored.surprise, 3);
  } else {
    out += ",\"expected\":null,\"surprise\":null";
  }
  out += ",\"severity\":";
  if (scored.severity == Severity::none) {
    out += "null";
  } else {
    append_json_string(out, severity_name(scored.severity));
  }
  if (scored.decision == Decision::alert) {
    out += ",\"final_decision\":\"Alert\",\"reason\":";
    append_json_string(out, scored.reason);
  } else {
    out += ",\"final_decision\":\"Approve\",\"reason\":null";
  }
  if (scored.explanation) {
    fmt::format_to(std::back_inserter(out), R"(,"explain":{{"base":{:.6f})",
                   static_cast<double>(scored.explanation->base) / 1e6);
    for (std::size_t i = 0; i < scored.explanation->parts.size(); ++i) {
      fmt::format_to(std::back_inserter(out), R"(,"{}":{:.6f})", Explanation::names[i],
                     static_cast<double>(scored.explanation->parts[i]) / 1e6);
    }
    out += '}';
  }
  if (extra_.recommend) {
    out += ",\"recommendation\":";
    append_json_string(out, recommendation(scored));
  }
  out += "}\n";
}

}  // namespace pos::write
