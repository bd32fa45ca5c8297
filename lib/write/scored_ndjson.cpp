// SPDX-License-Identifier: MIT
#include "write/scored_format.hpp"

#include <algorithm>

#include "base/json.hpp"
#include "write/record_line.hpp"

namespace pos::write {
namespace {

std::string explanation_json(const Explanation& explanation) {
  std::string json;
  JsonObject object(json);
  object.decimal("base", static_cast<double>(explanation.base) / 1e6, 6);
  for (std::size_t i = 0; i < explanation.parts.size(); ++i) {
    object.decimal(Explanation::names[i], static_cast<double>(explanation.parts[i]) / 1e6, 6);
  }
  object.end();
  return json;
}

bool is_of_record(const Header& header, std::string_view name) {
  return name == header.time || name == header.clock || name == header.status || name == header.count;
}

class ScoredNdjson final : public ScoredFormat {
 public:
  explicit ScoredNdjson(ExtraColumns extra) : extra_(extra) {}

  void header(const Header&, const std::string&, std::string&) override {}
  [[nodiscard]] bool needs_cells(Format input) const override { return input != Format::ndjson; }
  [[nodiscard]] std::string check_columns(std::span<const Cell>, std::string&) override { return {}; }
  void input_columns(const Row& row, std::span<const Cell> cells, std::string& out) override {
    if (row.format == Format::ndjson) {
      out += row.raw.substr(0, row.raw.rfind('}'));
      return;
    }
    JsonObject object(out);
    for (const Cell& cell : cells) {
      if (cell.kind == Cell::Kind::text) {
        object.text(cell.name, cell.value);
      } else {
        // JSON has no leading zeros
        object.raw(cell.name, cell.value.substr(std::min(cell.value.find_first_not_of('0'), cell.value.size() - 1)));
      }
    }
  }

  void made_up_columns(const Header& like, std::string_view time, std::string_view status, std::int64_t count,
                       std::span<const NamedText> others, std::string& out) override {
    const TimeParts parts = part_time(like, time);
    JsonObject object(out);
    object.text(like.time, parts.time);
    if (like.clock) object.text(*like.clock, parts.clock);
    object.text(like.status, status);
    if (like.count) object.number(*like.count, count);
    for (const auto& [name, text] : others) {
      if (!is_of_record(like, name)) object.text(name, text);
    }
  }

  void added_columns(const Scored& scored, std::string_view unjudged, std::string& out) override {
    RecordLine row = RecordLine::open(out, Line::ndjson);
    append_scored(row, scored);
    if (extra_.key || extra_.where) append_places(row, scored, {extra_.key, extra_.where});
    if (scored.explanation) row.raw(explain_column, explanation_json(*scored.explanation));
    if (extra_.recommend) append_recommendation(row, scored, unjudged);
    row.end();
  }

 private:
  ExtraColumns extra_;
};

}  // namespace

std::unique_ptr<ScoredFormat> make_scored_ndjson(ExtraColumns extra) { return std::make_unique<ScoredNdjson>(extra); }

}  // namespace pos::write
