// SPDX-License-Identifier: MIT
#include "render/page/delta.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <bit>
#include <functional>
#include <iterator>
#include <string_view>

#include "render/page/parts.hpp"

namespace pos::render {
namespace {

// FNV-1a by words, mixed at the end: rows that differ in one place must not look alike.
class Hash {
 public:
  Hash& add(std::uint64_t value) {
    value_ = (value_ ^ value) * 0x100000001b3U;
    value_ ^= value_ >> 29U;
    return *this;
  }
  Hash& add(std::optional<double> value) { return add(value ? std::bit_cast<std::uint64_t>(*value) : ~0ULL); }
  Hash& add(std::string_view text) { return add(std::hash<std::string_view>{}(text)); }
  [[nodiscard]] std::uint64_t value() const { return (value_ ^ value_ >> 32U) * 0x9e3779b97f4a7c15U; }

 private:
  std::uint64_t value_ = 0xcbf29ce484222325U;
};

std::uint64_t hash_of(const Record& record, std::int64_t rows) {
  const Scored& scored = record.scored;
  Hash hash;
  hash.add(static_cast<std::uint64_t>(record.time)).add(record.status).add(static_cast<std::uint64_t>(record.count));
  hash.add(static_cast<std::uint64_t>(rows)).add(std::optional(scored.score)).add(scored.expected).add(scored.surprise);
  const bool alert = scored.decision == Decision::alert;
  hash.add(static_cast<std::uint64_t>(scored.severity) << 1U | static_cast<std::uint64_t>(alert)).add(scored.reason);
  return hash.add(scored.where).add(scored.key).add(record.keys).value();
}

std::size_t common_rows(const PagePrint& now, const PagePrint& before) {
  if (now.shape != before.shape) return 0;
  const auto [differs, end] = std::ranges::mismatch(now.rows, before.rows);
  return static_cast<std::size_t>(differs - now.rows.begin());
}

void drop_rows(report::Report& report, std::size_t number) {
  const auto count = static_cast<std::ptrdiff_t>(number);
  report.records.erase(report.records.begin(), report.records.begin() + count);
  if (report.coarse) report.rows_of.erase(report.rows_of.begin(), report.rows_of.begin() + count);
}

}  // namespace

Parts live_parts(const report::Report& report, const PageText& text) {
  return {{"verdict", verdict_part(report, text)},
          {"tiles", tiles_part(report, text)},
          {"incidents-part", incidents_part(report, text)},
          {"keys-part", keys_part(report, text)},
          {"coarse", coarse_part(report, text)}};
}

PagePrint print_of(const report::Report& report, const Parts& parts) {
  PagePrint print;
  print.shape = 4 * report.coarse.value_or(0) + (report.has_keys ? 2 : 0) + (report.has_places ? 1 : 0);
  Hash all;
  print.rows.reserve(report.records.size());
  for (std::size_t i = 0; i < report.records.size(); ++i) {
    print.rows.push_back(hash_of(report.records[i], report.coarse ? report.rows_of[i] : 1));
    all.add(print.rows.back());
  }
  for (const auto& [id, text] : parts) {
    print.parts.emplace_back(id, std::hash<std::string>{}(text));
    all.add(print.parts.back().second);
  }
  all.add(static_cast<std::uint64_t>(print.shape)).add(print.rows.size());
  print.id = fmt::format("{:016x}", all.value());
  return print;
}

std::string page_data(report::Report report, const PageText& text, Parts parts, const PagePrint& now,
                      const PagePrint* before) {
  DataMore more{{}, now.id, {}};
  if (before != nullptr) {
    more.keep = common_rows(now, *before);
    drop_rows(report, *more.keep);
    std::erase_if(parts, [&](const auto& part) {
      const std::pair<std::string, std::uint64_t> mark(part.first, std::hash<std::string>{}(part.second));
      return std::ranges::find(before->parts, mark) != before->parts.end();
    });
  }
  more.html = std::move(parts);
  std::string out;
  append_page_data(out, report, text, more);
  return out;
}

}  // namespace pos::render
