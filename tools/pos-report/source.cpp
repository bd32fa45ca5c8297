// SPDX-License-Identifier: MIT
#include "source.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "cli/input.hpp"
#include "cli/scored_files.hpp"
#include "cli/signals.hpp"
#include "clock/dater.hpp"
#include "incident/volume_finder.hpp"
#include "pipeline/model_age.hpp"

namespace pos::tools {
namespace {

constexpr LocalSeconds day_seconds = 86'400;

}  // namespace

std::string History::name() const {
  const std::string file = path_.substr(path_.rfind('/') + 1);
  return stream_.empty() ? file : file + " (" + printable(stream_) + ")";
}

std::string History::model_age(LocalSeconds now, std::chrono::seconds most) {
  const auto newest = reader_.newest_believed(now);
  return newest ? pipeline::model_age(name(), reader_.trained_to(), *newest, most) : std::string();
}

std::string History::ahead(LocalSeconds now) {
  constexpr LocalSeconds hour = 3600;
  const auto newest = reader_.newest_believed(now);
  if (!newest || *newest <= now + hour) return {};
  return name() + ": has rows up to " + to_date_time(*newest) + ", and it is " + to_date_time(now) +
         ": what is later than that is not in the report (is --timezone right?)";
}

Period History::period(const cli::PeriodAsked& asked, LocalSeconds now) { return cli::last_day(asked, now); }

void History::records(const Period& period, const std::function<void(const Record&)>& take) {
  struct Stopped {};
  try {
    reader_.records(period, [&take](const Record& record) {
      if (cli::stop_requested()) throw Stopped();
      take(record);
    });
  } catch (const Stopped&) {
    // run_tool ends the program by its signal
  }
}

Input::Input(const Options& options, const read::TimeZone& zone, LocalSeconds now)
    : options_(options.input), bad_rows_(tool, options_.on_error, options_.rejects) {
  clock::Dater dater(options.date.value_or(static_cast<std::int32_t>(cli::day_begin(now) / day_seconds)));
  records_ = cli::read_scored_files(options_, zone, dater, bad_rows_);
  bad_rows_.close();
}

std::string Input::name() const {
  const auto files = options_.inputs();
  const std::string first = cli::display_name(files.front());
  return files.size() == 1 ? first : first + " and " + std::to_string(files.size() - 1) + " more";
}

std::optional<Source::Span> Input::span() {
  if (records_.empty()) return std::nullopt;
  return Span{records_.front().time, records_.back().time};
}

Period Input::period(const cli::PeriodAsked& asked, LocalSeconds now) {
  constexpr LocalSeconds minute = 60;
  if (records_.empty()) return cli::last_day(asked, now);
  const LocalSeconds end = asked.end.value_or(minute_begin(records_.back().time) + minute);
  return {asked.begin.value_or(std::min(minute_begin(records_.front().time), end - minute)), end};
}

std::vector<std::string> Input::statuses() {
  std::set<std::string> names;
  for (const Record& record : records_) names.insert(record.status);
  return {names.begin(), names.end()};
}

std::string Input::volume() {
  incident::VolumeFinder finder;
  for (const Record& record : records_) finder.push(record);
  return finder.volume();
}

bool Input::is_judged() {
  return std::ranges::any_of(records_, [](const Record& record) { return record.scored.expected.has_value(); });
}

// They are all in memory: from the first on.
LocalSeconds Input::quiet_before(LocalSeconds begin, int /*quiet_minutes*/) {
  return records_.empty() ? begin : std::min(begin, records_.front().time);
}

void Input::records(const Period& period, const std::function<void(const Record&)>& take) {
  for (const Record& record : records_) {
    if (cli::stop_requested()) return;
    if (period.holds(record.time)) take(record);
  }
}

}  // namespace pos::tools
