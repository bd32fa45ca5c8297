// SPDX-License-Identifier: MIT
#include "first_words.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/plain_number.hpp"
#include "base/text.hpp"
#include "base/volume.hpp"
#include "incident/words.hpp"
#include "render/words/numbers.hpp"

namespace pos::tools {
namespace {

constexpr std::int64_t minutes_per_hour = 60;
constexpr std::int64_t minutes_per_day = 1440;
constexpr std::int64_t a_week = 7 * minutes_per_day;
constexpr std::int64_t nearly = 60;  // minutes that a day, or two weeks, may lack

class Lines {
 public:
  explicit Lines(const model::Knowledge& known, Language language) : known_(known), language_(language) {}

  [[nodiscard]] std::string make() {
    learnt();
    left_out();
    business();
    keys();
    curves();
    budget();
    held_out();
    gaps();
    odd_days();
    advice();
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string word(std::string_view english) const { return std::string(tr(language_, english)); }

  // Letters: those with accents are two bytes.
  [[nodiscard]] static std::size_t letters(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
  }

  // What is too long for a terminal goes on below.
  void line(std::string_view label, std::string_view words) {
    constexpr std::size_t indent = 14;
    constexpr std::size_t width = 80;
    const std::string name = word(label);
    out_ += name;
    std::size_t at = letters(name);
    if (at < indent) out_.append(indent - at, ' ');
    at = std::max(at, indent);
    bool begins = true;
    while (!words.empty()) {
      const std::string_view next = take_until(words, ' ');
      const std::size_t needed = letters(next) + (begins ? 0 : 1);
      if (!begins && at + needed > width) {
        out_ += "\n" + std::string(indent, ' ');
        at = indent;
      } else if (!begins) {
        out_ += ' ';
        ++at;
      }
      out_ += next;
      at += letters(next);
      begins = false;
    }
    out_ += '\n';
  }

  // "3.5": one decimal at most.
  [[nodiscard]] std::string decimal(double value) const {
    std::string text;
    append_decimal(text, value, std::abs(value - std::round(value)) < 0.05 ? 0 : 1);
    return in_language(language_, text);
  }

  [[nodiscard]] std::string span(std::int64_t minutes) const {
    if (minutes < 2 * minutes_per_hour) return trnf(language_, "{} minute", "{} minutes", minutes, minutes);
    if (minutes < minutes_per_day - nearly) {
      const auto hours = static_cast<std::int64_t>(std::round(static_cast<double>(minutes) / minutes_per_hour));
      return trnf(language_, "{} hour", "{} hours", hours, hours);
    }
    const double days = static_cast<double>(minutes) / minutes_per_day;
    return trnf(language_, "{} day", "{} days", std::lround(days),
                days < 100 ? decimal(days) : render::grouped(std::lround(days), language_));
  }

  // A clock without dates counts its days from 1.
  [[nodiscard]] std::string day(std::int64_t number) const {
    if (!known_.dated) return trf(language_, "day {}", number + 1);
    return date_in_language(language_, to_date_time(number * 86'400).substr(0, 10));
  }
  [[nodiscard]] std::string moment(LocalSeconds time) const {
    return day(day_of(time)) + " " + to_date_time(time).substr(11, 5);
  }
  [[nodiscard]] static std::int64_t day_of(LocalSeconds time) {
    return static_cast<std::int64_t>(std::floor(static_cast<double>(time) / 86'400));
  }
  // "2026-03-09 10:17 to 10:35", the last minute included.
  [[nodiscard]] std::string period(const Period& period) const {
    const LocalSeconds last = period.end - 60;
    if (last <= period.begin) return moment(period.begin);
    const bool same = day_of(last) == day_of(period.begin);
    return trf(language_, "{} to {}", moment(period.begin), same ? to_date_time(last).substr(11, 5) : moment(last));
  }

  void learnt() {
    const std::string rows = render::grouped(known_.rows, language_);
    const std::string time = known_.minutes == 0 ? word(marked("nothing")) : span(known_.minutes);
    line(marked("learnt"),
         trnf(language_, "{}, {}: {} row", "{}, {}: {} rows", known_.rows, time, period(known_.span), rows));
  }

  void left_out() {
    if (known_.left_out == 0) return;
    line(marked("left out"), trf(language_, "{} that events call closed, holiday or exclude", span(known_.left_out)));
  }

  [[nodiscard]] std::string share(const model::Knowledge::Rate& rate) const {
    return printable(rate.status, 30) + " " + in_language(language_, percent(rate.share)) + " %";
  }
  // Two digits where there are few.
  [[nodiscard]] static std::string percent(double share) {
    std::string text;
    const double value = 100 * share;
    append_decimal(text, value, value >= 1 ? 1 : value >= 0.1 ? 2 : 3);
    return text;
  }

  void business() {
    constexpr std::size_t shown = 6;
    const bool is_sum = known_.volume == every_status;
    const std::string rate = render::rounded(known_.volume_a_minute, language_);
    std::vector<std::string> shares;
    std::int64_t more = 0;
    std::string volume = is_sum
                             ? trf(language_, "all statuses together: {} a minute", rate)
                             : trf(language_, "{}: {} a minute, {} % of all", printable(known_.volume, 30), rate, "0");
    for (const model::Knowledge::Rate& each : known_.rates) {
      if (!is_sum && each.status == known_.volume)
        volume = trf(language_, "{}: {} a minute, {} % of all", printable(each.status, 30), rate,
                     in_language(language_, percent(each.share)));
      else if (shares.size() < shown)
        shares.push_back(share(each));
      else
        ++more;
    }
    if (known_.rates.empty()) volume = trf(language_, "{}: not known yet", printable(known_.volume, 30));
    line(marked("volume"), volume);
    const std::string list = join(shares, ", ");
    if (!list.empty())
      line(marked("others"),
           more == 0 ? list : trnf(language_, "{}, and {} other", "{}, and {} others", more, list, more));
  }

  void keys() {
    if (!known_.keys) return;
    line(marked("keys"),
         trnf(language_, "{} by {}, under the same budget", "{} by {}, all under the same budget", known_.keys->number,
              render::grouped(known_.keys->number, language_), printable(join(known_.keys->families, ", "))));
  }

  // What events say of a day needs no habit.
  [[nodiscard]] bool knows_week() const {
    return known_.weekdays.twice > 0 && known_.weekdays.twice + known_.weekdays.left_out == 7;
  }

  void curves() {
    line(marked("daily curve"), word(known_.daily_curve ? marked("known") : marked("not known yet: that takes a day")));
    if (!known_.dated) return line(marked("weekdays"), word(marked("never known: the times have no date")));
    const int weekdays = known_.weekdays.twice;
    line(marked("weekdays"), knows_week()    ? word(marked("known"))
                             : weekdays == 0 ? word(marked("not known yet: that takes two weeks"))
                                             : trf(language_, "{} of 7 known: that takes two weeks", weekdays));
  }

  [[nodiscard]] std::string number(double value) const { return in_language(language_, plain_number(value)); }

  void budget() {
    line(marked("budget"),
         trf(language_, "at most {} false incidents a day expected (pos-score --budget)", number(known_.budget)));
  }

  void held_out() {
    if (!known_.held_out) return line(marked("held out"), word(marked("nothing: that takes two days of history")));
    const model::HeldOut& held = *known_.held_out;
    const auto incidents = static_cast<std::int64_t>(held.incidents.size());
    const std::int64_t days = held.calendar_days;
    const std::string told = incidents == 0 ? word(marked("no incidents"))
                                            : trnf(language_, "{} incident, {} a day", "{} incidents, {} a day",
                                                   incidents, incidents, number(held.a_day()));
    const std::string before = span(held.minutes_before);
    line(marked("held out"), days == 1
                                 ? trf(language_, "last day, judged by the {} before: {}", before, told)
                                 : trf(language_, "last {} days, judged by the {} before: {}", days, before, told));
    tell(held.incidents);
  }

  // The worst first.
  void tell(std::vector<model::HeldOut::Told> incidents) {
    constexpr std::size_t shown = 3;
    std::ranges::stable_sort(incidents, [](const auto& a, const auto& b) { return a.severity > b.severity; });
    for (std::size_t i = 0; i < std::min(shown, incidents.size()); ++i) {
      const model::HeldOut::Told& told = incidents[i];
      out_ += "  " + period(told.period) + " " + printable(told.words) + "\n";
    }
    const auto more = static_cast<std::int64_t>(incidents.size()) - static_cast<std::int64_t>(shown);
    if (more > 0) out_ += "  " + trnf(language_, "and {} other", "and {} others", more, more) + "\n";
  }

  void gaps() {
    if (known_.gaps.empty()) return line(marked("gaps"), word(marked("none found")));
    const auto longest = *std::ranges::max_element(known_.gaps, {}, &model::HistoryGap::minutes);
    std::int64_t minutes = 0;
    for (const model::HistoryGap& gap : known_.gaps) minutes += gap.minutes;
    const std::string words = period(longest.period) + " (" + span(longest.minutes) + ")";
    line(marked("gaps"), known_.gaps.size() == 1 ? trf(language_, "no row in {}", words)
                                                 : trf(language_, "{}, {} in all; the longest {}", known_.gaps.size(),
                                                       span(minutes), words));
  }

  [[nodiscard]] std::string odd(const model::OddDay& odd) const {
    constexpr double whole = 1e6;
    const std::string name = odd.status.empty() ? word(marked("volume")) : printable(odd.status, 30);
    const std::string level = incident::level_words(std::llround(odd.times * whole), whole, language_);
    return day(odd.day) + " " + name + " " + level;
  }

  void odd_days() {
    constexpr std::size_t shown = 2;
    if (known_.odd_days.empty()) return line(marked("odd days"), word(marked("none found")));
    auto days = known_.odd_days;
    std::ranges::stable_sort(days, {}, [](const model::OddDay& day) { return -std::abs(std::log(day.times)); });
    std::vector<std::string> words;
    for (std::size_t i = 0; i < std::min(shown, days.size()); ++i) words.push_back(odd(days[i]));
    const auto more = static_cast<std::int64_t>(days.size() - words.size());
    const std::string list = join(words, "; ");
    line(marked("odd days"),
         more == 0 ? list : trnf(language_, "{}; and {} other", "{}; and {} others", more, list, more));
  }

  // Where the history is short.
  void advice() {
    if (!known_.daily_curve && known_.minutes < minutes_per_day - nearly) return;  // that has been told
    if (!known_.dated)
      line(marked("advice"), word(marked("export times with dates: nothing else tells weekdays apart")));
    else if (known_.minutes < a_week - nearly)
      line(marked("advice"), word(marked("train on a week, better two: this is the curve of few days")));
    else if (!knows_week())
      line(marked("advice"), word(marked("train on two weeks or more: weekdays are known then")));
  }

  const model::Knowledge& known_;
  Language language_;
  std::string out_;
};

}  // namespace

std::string first_words(const model::Knowledge& known, Language language) { return Lines(known, language).make(); }

}  // namespace pos::tools
