// SPDX-License-Identifier: MIT
#include "source.hpp"

#include <algorithm>
#include <cstdlib>
#include <set>

#include "base/keys.hpp"
#include "base/text.hpp"
#include "cli/input.hpp"
#include "cli/run_tool.hpp"
#include "cli/scored_files.hpp"
#include "cli/signals.hpp"
#include "clock/dater.hpp"
#include "incident/volume_finder.hpp"
#include "pipeline/model_age.hpp"
#include "read/scored_reader.hpp"

namespace pos::tools {
namespace {

constexpr LocalSeconds day_seconds = 86'400;

std::string temporary_folder() {
  const char* told = std::getenv("TMPDIR");
  return told != nullptr && *told != '\0' ? told : "/tmp";
}

struct Stopped {};

// run_tool ends the program by its signal.
void end_when_stopped(const std::function<void()>& work) {
  try {
    work();
  } catch (const Stopped&) {
  }
}

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
  end_when_stopped([&] {
    reader_.records(period, [&](const Record& record) {
      if (cli::stop_requested()) throw Stopped();
      take(record);
    });
  });
}

Input::Input(const Options& options, const read::TimeZone& zone, LocalSeconds now)
    : options_(options.input), quiet_(options.common.quiet), bad_rows_(tool, options_.on_error, options_.rejects), store_(temporary_folder()) {
  clock::Dater dater(options.date.value_or(static_cast<std::int32_t>(cli::day_begin(now) / day_seconds)));
  for (const std::string& path : options_.inputs()) read(path, zone, dater);
  bad_rows_.close();
  store_.sort();
}

void Input::read(const std::string& path, const read::TimeZone& zone, clock::Dater& dater) {
  const std::string name = cli::display_name(path);
  const std::int64_t first = store_.size();
  bool dated = true;
  cli::InputFile in(path);
  bad_rows_.begin_file(name);
  dater.start_file();
  clock::Dater as_they_come = dater;
  read::ScoredReader reader(in, name, {options_.format, options_.column_names(), read::Labels::ignore, {}}, zone,
                            as_they_come, [&](const BadRow& row) { bad_rows_.add(row); });
  while (const Record* record = reader.next()) {
    const LocalTime& time = reader.row().transaction.time;
    dated = dated && time.dated();
    is_judged_ = is_judged_ || record->scored.expected.has_value();
    store_.add(*record, time);
  }
  if (const std::string problem = reader.amount_problem(); !problem.empty() && !quiet_)
    cli::say(tool, name + ":" + problem);
  if (!dated) cli::date_rows([&](const auto& take) { store_.date(first, take); }, dater);
}

std::string Input::name() const {
  const auto files = options_.inputs();
  const std::string first = cli::display_name(files.front());
  return files.size() == 1 ? first : first + " and " + std::to_string(files.size() - 1) + " more";
}

std::optional<Source::Span> Input::span() {
  if (store_.size() == 0) return std::nullopt;
  return Span{*store_.first(), *store_.last()};
}

Period Input::period(const cli::PeriodAsked& asked, LocalSeconds now) {
  constexpr LocalSeconds minute = 60;
  if (store_.size() == 0) return cli::last_day(asked, now);
  const LocalSeconds end = asked.end.value_or(minute_begin(*store_.last()) + minute);
  return {asked.begin.value_or(std::min(minute_begin(*store_.first()), end - minute)), end};
}

std::vector<std::string> Input::statuses() {
  const std::set<std::string> names(store_.statuses().begin(), store_.statuses().end());
  return {names.begin(), names.end()};
}

std::vector<std::string> Input::families() {
  std::set<std::string, std::less<>> columns;
  store_.each([&](const Record& record) {
    const std::string_view column = column_of_key(record.scored.key);
    if (!column.empty() && !columns.contains(column)) columns.emplace(column);
  });
  return {columns.begin(), columns.end()};
}

bool Input::has_key(std::string_view key) {
  bool found = false;
  store_.each([&](const Record& record) { found = found || record.scored.key == key; });
  return found;
}

std::string Input::volume() {
  incident::VolumeFinder finder;
  store_.each([&](const Record& record) { finder.push(record); });
  return finder.volume();
}

// From the first on.
LocalSeconds Input::quiet_before(LocalSeconds begin, int /*quiet_minutes*/) {
  return std::min(begin, store_.first().value_or(begin));
}

void Input::records(const Period& period, const std::function<void(const Record&)>& take) {
  end_when_stopped([&] {
    store_.each([&](const Record& record) {
      if (cli::stop_requested()) throw Stopped();
      if (period.holds(record.time)) take(record);
    });
  });
}

}  // namespace pos::tools
