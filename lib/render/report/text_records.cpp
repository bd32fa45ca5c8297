// SPDX-License-Identifier: MIT
#include "render/report/text_records.hpp"

#include <optional>

#include "base/reworded.hpp"
#include "base/text.hpp"
#include "render/report/numbers.hpp"
#include "render/report/text_parts.hpp"
#include "render/words/marks.hpp"
#include "render/words/numbers.hpp"
#include "render/words/text.hpp"

namespace pos::render {
namespace {

// The reason tells how surprising an alert is; the surprise goes first where the width is short.
TableLayout records_layout(Language language) {
  return TableLayout({{.name = "  " + trf(language, "time")},
                      {.name = trf(language, "status"), .least = 6},
                      {.name = trf(language, "count"), .align = Align::right},
                      {.name = trf(language, "expected"), .align = Align::right, .spare = 2, .only_if_used = true},
                      {.name = trf(language, "surprise"), .align = Align::right, .spare = 4, .only_if_used = true},
                      {.name = trf(language, "severity"), .spare = 1, .only_if_used = true},
                      {.name = trf(language, "decision"), .spare = 3},
                      {.name = trf(language, "key"), .least = 8, .spare = 5, .only_if_used = true},
                      {.name = trf(language, "reason"), .least = 18, .only_if_used = true},
                      {.name = trf(language, "where"), .least = 18, .spare = 6, .only_if_used = true}});
}

void set_decimal(std::string& to, std::optional<double> value, int decimals, Language language) {
  to.clear();
  if (value) append_decimal(to, *value, decimals);
  to = in_language(language, std::move(to));
}

}  // namespace

RecordsTable::RecordsTable(const Period& period, const TextStyle& style, std::string_view key)
    : period_(period), key_(key), style_(usable_style(style)), times_(period, style_), layout_(records_layout(style_.language)) {}

std::span<const TableLayout::Cell> RecordsTable::cells_of(const Record& record) {
  const Scored& scored = record.scored;
  const bool alert = scored.decision == Decision::alert;
  texts_[0] = alert ? alert_mark(scored.severity, style_) : "  ";
  times_.append_to(texts_[0], record.time);
  texts_[1] = record.status;
  texts_[2] = grouped(record.count, style_.language);
  set_decimal(texts_[3], scored.expected, 2, style_.language);
  set_decimal(texts_[4], scored.surprise, 3, style_.language);
  texts_[5] = severity_words(scored.severity, style_.language);
  texts_[6] = alert ? "Alert" : "Approve";
  texts_[7] = scored.key;
  texts_[8] = reason_words(style_.language, scored.reason);
  texts_[9] = place_words(style_.language, scored.where);
  harmless_.clear();
  std::array<std::size_t, columns + 1> begin{};
  for (std::size_t i = 0; i < columns; ++i) {
    cells_[i].width = append_harmless(harmless_, texts_[i]);
    begin[i + 1] = harmless_.size();
  }
  for (std::size_t i = 0; i < columns; ++i)
    cells_[i].text = std::string_view(harmless_).substr(begin[i], begin[i + 1] - begin[i]);
  return cells_;
}

void RecordsTable::measure(const Record& record) {
  any_ = true;
  if (record.time % 60 != 0) times_.show_seconds();
  const auto cells = cells_of(record);
  for (std::size_t i = 0; i < columns; ++i) layout_.measure(i, cells[i].width);
}

void RecordsTable::append_begin(std::string& out) {
  append_heading(out, tr(style_.language, "Records"), key_, period_, style_);
  if (!any_) return append_nothing(out, tr(style_.language, "no records"), style_);
  layout_.fit(style_);
  layout_.append_header(out);
}

void RecordsTable::append_row(std::string& out, const Record& record) {
  const Scored& scored = record.scored;
  layout_.append_row(out, cells_of(record),
                     scored.decision == Decision::alert ? tone_of(scored.severity) : Tone::plain);
}

void RecordsTable::append_end(std::string& out) const {
  if (any_) layout_.append_left_out(out);
}

}  // namespace pos::render
