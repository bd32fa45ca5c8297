// SPDX-License-Identifier: MIT
// Tiles: a small picture of each status, the worst first.
#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <map>
#include <optional>
#include <string_view>
#include <tuple>
#include <vector>

#include "base/language.hpp"
#include "base/volume.hpp"
#include "render/page/course.hpp"
#include "render/page/parts.hpp"
#include "render/svg/bridge.hpp"
#include "render/svg/sparkline.hpp"
#include "render/words/html.hpp"
#include "render/words/numbers.hpp"
#include "report/approval.hpp"

namespace pos::render {
namespace {

using report::Report;

constexpr std::size_t most_tiles = 12;
constexpr std::int64_t spark_steps = 60;
constexpr LocalSeconds ten_minutes = 600;

enum class Health { unknown, normal, warning, critical };

struct Look {
  std::string_view mark, name, word;
};
Look look_of(Health health) {
  constexpr std::array<Look, 4> looks = {{{"\u25cb", "unknown", marked("not judged")},
                                          {"\u2713", "normal", marked("normal")},
                                          {"\u25b3", "warning", marked("warning")},
                                          {"\u25b2", "critical", marked("critical")}}};
  return looks[static_cast<std::size_t>(health)];
}

// What came, and what was expected of it; nothing: nobody said.
struct Amount {
  double count = 0;
  std::optional<double> expected;
};

struct Tile {
  std::size_t index = 0;  // among the report's statuses
  Health now = Health::normal;
  Severity worst = Severity::none;  // in the period
};

// The ten minutes of data that are over last.
std::optional<Period> last_minutes(const Report& report, const PageText& text) {
  const report::Filter& filter = report.filter;
  const bool has_all = filter.hour_from == 0 && filter.hour_to == 23 && filter.minute_from == 0 &&
                       filter.minute_to == 59 && filter.normal == report::Normal::all && filter.key().empty();
  if (!is_current(report) || !has_all || !report.last_record) return std::nullopt;
  LocalSeconds end = minute_begin(*report.last_record) + 60;
  if (text.now) end = std::min(end, minute_begin(*text.now));
  return Period{end - ten_minutes, end};
}

// By status. A rare one has no row in most minutes: what was expected of these is what it was before, or is next.
std::map<std::string_view, Amount> amounts_of(const Report& report, const Period& minutes) {
  constexpr LocalSeconds looks_back = 7200;
  struct Told {
    std::optional<LocalSeconds> minute;
    double expected = 0, sum = 0;
    LocalSeconds known_to = 0;
  };
  std::map<std::string_view, Amount> amounts;
  std::map<std::string_view, Told> told;
  const auto fill_to = [&](Told& one, LocalSeconds end) {
    const LocalSeconds from = std::max(one.known_to, minutes.begin);
    const LocalSeconds whole_minutes = (end - from) / 60;
    if (end > from) one.sum += one.expected * static_cast<double>(whole_minutes);
    one.known_to = std::max(one.known_to, end);
  };
  const std::vector<Record>& records = report.coarse ? report.tail : report.records;
  const auto first = std::ranges::lower_bound(records, minutes.begin - looks_back, {}, &Record::time);
  for (auto record = first; record != records.end() && record->time < minutes.end; ++record) {
    if (record->time >= minutes.begin) amounts[record->status].count += static_cast<double>(record->count);
    const LocalSeconds minute = minute_begin(record->time);
    if (!report.filter.tells_expected(*record)) continue;
    Told& one = told[record->status];
    if (one.minute == minute) continue;
    if (!one.minute) one.expected = *record->scored.expected;
    fill_to(one, minute);
    one.minute = minute;
    one.expected = *record->scored.expected;
  }
  for (auto& [status, one] : told) {
    fill_to(one, minutes.end);
    amounts[status].expected = one.sum;
  }
  return amounts;
}

// Steps of the sparkline, per minute, from the first to the last row of the report.
struct SparkTime {
  LocalSeconds begin = 0;
  std::int64_t step = 60;   // of the sparkline
  std::int64_t points = 1;  // of the series in one of its steps
  std::size_t steps = 0;

  [[nodiscard]] double share(LocalSeconds time) const {
    const auto span = static_cast<double>(step) * static_cast<double>(steps);
    return std::clamp(static_cast<double>(time - begin) / span, 0.0, 1.0);
  }
};

SparkTime spark_time(const Report& report) {
  SparkTime time;
  if (report.records.empty()) return time;
  const auto align = [&](LocalSeconds at) { return at - ((at % report.step) + report.step) % report.step; };
  time.begin = align(report.records.front().time);
  const LocalSeconds last = std::max(report.records.back().time, report.last_record.value_or(0));
  const std::int64_t points = (align(last) - time.begin) / report.step + 1;
  time.points = (points + spark_steps - 1) / spark_steps;
  time.step = time.points * report.step;
  time.steps = static_cast<std::size_t>((points + time.points - 1) / time.points);
  return time;
}

struct Sum {
  double count = 0, expected = 0;
  std::int64_t told = 0;  // points that say what was expected
};

std::vector<Sum> sums_of(const report::Series& series, const SparkTime& time) {
  std::vector<Sum> sums(time.steps);
  for (const report::Point& point : series.points) {
    const std::int64_t k = (point.begin - time.begin) / time.step;
    if (k < 0 || k >= static_cast<std::int64_t>(sums.size())) continue;
    Sum& sum = sums[static_cast<std::size_t>(k)];
    sum.count += static_cast<double>(point.count);
    if (!point.has_expected) continue;
    sum.expected += point.expected;
    ++sum.told;
  }
  return sums;
}

void bridge_expected(std::vector<SparkStep>& steps) {
  const auto between = [](SparkStep& step, const SparkStep& before, const SparkStep& after, double share) {
    step.expected = *before.expected * (1 - share) + *after.expected * share;
    step.spread = before.spread * (1 - share) + after.spread * share;
  };
  bridge(steps, [](const SparkStep& step) { return step.expected.has_value(); }, between);
}

std::vector<SparkShade> shades_of(const Report& report, std::string_view status, const SparkTime& time) {
  std::vector<SparkShade> shades;
  for (const Region& region : regions_of(report, status, Language::en))
    shades.push_back({time.share(region.minutes.begin), time.share(region.minutes.end)});
  return shades;
}

std::string spark_of(const Report& report, std::size_t index, const SparkTime& time) {
  Sparkline line;
  for (const Sum& sum : sums_of(report.series[index], time)) {
    const auto points = static_cast<double>(time.points);
    SparkStep step;
    step.value = sum.count / points;
    if (sum.told > 0) {
      step.expected = sum.expected / static_cast<double>(sum.told);
      step.spread = 3 * std::sqrt(*step.expected / points);
    }
    line.steps.push_back(step);
  }
  bridge_expected(line.steps);
  line.shades = shades_of(report, report.series[index].status, time);
  std::string out;
  append_sparkline(out, line);
  return out;
}

Health health_of(Severity severity, bool is_known) {
  if (severity == Severity::critical) return Health::critical;
  if (severity == Severity::warning) return Health::warning;
  return is_known ? Health::normal : Health::unknown;
}

// Of what is over, how bad it was; of what is current, how it is now.
std::vector<Tile> tiles_in_order(const Report& report) {
  std::map<std::string_view, std::pair<Severity, Severity>> severities;  // now, and in the period
  for (const incident::Incident& incident : report.incidents) {
    if (incident.group != report.filter.key()) continue;
    for (const incident::Part& part : incident.parts) {
      auto& [now, worst] = severities[part.status];
      worst = std::max(worst, part.severity);
      if (is_running(report, incident, part)) now = std::max(now, part.severity);
    }
  }
  std::vector<Tile> tiles;
  for (std::size_t i = 0; i < report.statuses.size(); ++i) {
    const auto& [now, worst] = severities[report.statuses[i].status];
    // Where no rows come that should, a status without an incident of its own is not normal: nobody knows.
    const bool is_silent = report.newest && report.newest->overdue;
    const bool is_known = report.statuses[i].total.rows_expected > 0 && !is_silent;
    tiles.push_back({i, health_of(is_current(report) ? now : worst, is_known), worst});
  }
  // Where not all have a place, those that had incidents go before the others.
  const bool many = tiles.size() > most_tiles;
  std::ranges::stable_sort(tiles, {}, [&](const Tile& tile) {
    const int now = is_current(report) && tile.now >= Health::warning ? -static_cast<int>(tile.now) : 0;
    return std::tuple(now, report.statuses[tile.index].status != report.volume,
                      many ? -static_cast<int>(tile.worst) : 0);
  });
  return tiles;
}

void append_tile(std::string& out, std::string_view value, std::string_view name, Health health, bool is_judged,
                 std::string_view numbers, std::string_view spark, Language language) {
  const Look look = look_of(health);
  const std::string status = escaped_html(value);
  fmt::format_to(std::back_inserter(out),
                 R"(<button type="button" class="tile is-{}" data-tile="{}" data-focus="tile {}" aria-pressed="false">)",
                 is_judged ? look.name : "plain", status, status);
  out += R"(<span class="tile-head">)";
  if (is_judged) fmt::format_to(std::back_inserter(out), R"(<span class="tile-mark" aria-hidden="true">{}</span> )", look.mark);
  fmt::format_to(std::back_inserter(out), R"(<span class="tile-name">{}</span>)", escaped_html(name));
  if (is_judged) fmt::format_to(std::back_inserter(out), R"( <span class="tile-state">{}</span>)", tr(language, look.word));
  fmt::format_to(std::back_inserter(out), "</span> <span class=\"tile-numbers\">{}</span>{}</button>\n", numbers, spark);
}

std::string strong(std::string_view text) { return fmt::format("<b>{}</b>", text); }

std::string numbers_text(const Amount& amount, bool is_last_minutes, Language language) {
  const std::string count = strong(grouped(std::llround(amount.count), language));
  if (!amount.expected) return is_last_minutes ? trf(language, "{} in 10 min", count) : count;
  // Whole numbers where that is near enough.
  const std::string expected =
      *amount.expected < 9.95 ? rounded(std::round(*amount.expected * 10) / 10, language) : grouped(std::llround(*amount.expected), language);
  return is_last_minutes ? trf(language, "{} of {} in 10 min", count, expected)
                         : trf(language, "{} of {} expected", count, expected);
}

// Shares of all of them.
Amount rate_of(const Amount& approved, const std::vector<Amount>& others) {
  double all = approved.count;
  std::optional<double> expected = approved.expected;
  for (const Amount& other : others) {
    all += other.count;
    if (expected) expected = other.expected ? std::optional(*expected + *other.expected) : std::nullopt;
  }
  Amount rate{all > 0 ? approved.count / all : std::nan(""), std::nullopt};
  if (expected && *expected > 0) rate.expected = *approved.expected / *expected;
  return rate;
}

std::string percent_text(double share, Language language) {
  return in_language(language, fmt::format("{:.1f} %", 100 * share));
}

std::string rate_spark(const Report& report, const report::Approval& approval, const SparkTime& time) {
  const auto approved = sums_of(report.series[approval.approved], time);
  std::vector<std::vector<Sum>> others;
  for (const std::size_t other : approval.others) others.push_back(sums_of(report.series[other], time));
  const auto amount = [](const Sum& sum, double points) {
    return Amount{sum.count, sum.told > 0 ? std::optional(sum.expected / static_cast<double>(sum.told) * points) : 0.0};
  };
  const auto points = static_cast<double>(time.points);
  Sparkline line{.steps = {}, .shades = {}, .least = 1, .most = 1};
  for (std::size_t k = 0; k < time.steps; ++k) {
    std::vector<Amount> of_others;
    for (const auto& sums : others) of_others.push_back(amount(sums[k], points));
    const Amount rate = rate_of(amount(approved[k], points), of_others);
    SparkStep step;
    if (!std::isnan(rate.count)) step.value = rate.count;
    if (approved[k].told > 0 && rate.expected) {
      step.expected = rate.expected;
      double expected = *amount(approved[k], points).expected;
      for (const Amount& other : of_others) expected += other.expected.value_or(0);
      step.spread = 3 * std::sqrt(*rate.expected * (1 - *rate.expected) / expected);
      line.least = std::min(line.least, *step.expected - step.spread);
    }
    line.least = std::min(line.least, step.value.value_or(1));
    line.steps.push_back(step);
  }
  bridge_expected(line.steps);
  line.least = std::max(line.least, 0.0);
  std::string out;
  append_sparkline(out, line);
  return out;
}

std::string rate_text(const Amount& rate, bool is_last_minutes, Language language) {
  const std::string share = std::isnan(rate.count) ? std::string("\u2013") : strong(percent_text(rate.count, language));
  if (!rate.expected) return is_last_minutes ? trf(language, "{} in 10 min", share) : share;
  const std::string expected = percent_text(*rate.expected, language);
  return is_last_minutes ? trf(language, "{}, {} expected in 10 min", share, expected)
                         : trf(language, "{}, {} expected", share, expected);
}

}  // namespace

std::string tiles_part(const Report& report, const PageText& text) {
  const Language language = text.language;
  const std::vector<Tile> tiles = tiles_in_order(report);
  const auto minutes = last_minutes(report, text);
  const SparkTime time = spark_time(report);
  std::map<std::string_view, Amount> amounts;
  if (minutes) amounts = amounts_of(report, *minutes);
  const auto amount_of = [&](std::size_t index) {
    const auto& [status, total] = report.statuses[index];
    if (minutes) return amounts[status];
    return Amount{static_cast<double>(total.count), total.rows_expected > 0 ? std::optional(total.expected) : std::nullopt};
  };
  const auto approval = report::approval_of(report);
  std::string out;
  for (std::size_t i = 0; i < std::min(tiles.size(), most_tiles); ++i) {
    const std::size_t index = tiles[i].index;
    const std::string& status = report.statuses[index].status;
    append_tile(out, status, status, tiles[i].now, true, numbers_text(amount_of(index), minutes.has_value(), language),
                spark_of(report, index, time), language);
    if (!approval || approval->approved != index) continue;
    std::vector<Amount> others;
    for (const std::size_t other : approval->others) others.push_back(amount_of(other));
    append_tile(out, approval_choice, tr(language, "approval rate"), Health::unknown, false,
                rate_text(rate_of(amount_of(index), others), minutes.has_value(), language),
                rate_spark(report, *approval, time), language);
  }
  return out;
}

}  // namespace pos::render
