// SPDX-License-Identifier: MIT
#include "checkout/explanation.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "checkout/incident.hpp"
#include "checkout/wording.hpp"

namespace pos::checkout {
namespace {

std::string explain_run(const HourlyTest& test, const Verdict& verdict, Language language) {
  const std::vector<HourResult>& hours = test.hours;
  const bool low = hours[verdict.first].value < hours[verdict.first].expected;
  return trf(language,
             low ? marked("not strange alone, but {}-{} all sold less: by chance {} days")
                 : marked("not strange alone, but {}-{} all sold more: by chance {} days"),
             hour_text(hours[verdict.first].hour), hour_text(hours[verdict.last].hour),
             once_in(verdict.chance, language));
}

// A day has one. If it sold more, the rest may as well have sold too little: no level is ordinary by itself.
std::string explain_long_run(const HourlyTest& test, const std::vector<Verdict>& verdicts, const Verdict& verdict,
                             Language language) {
  std::vector<int> hours;
  for (std::size_t h = 0; h < verdicts.size(); ++h) {
    if (verdicts[h].flag == Flag::long_run) hours.push_back(test.hours[h].hour);
  }
  const bool low = verdict.ratio < 1;
  return trf(language,
             low ? marked("{} together sold {:.0f}% less than the rest of the day lets expect: by chance {} days")
                 : marked("{} together sold {:.0f}% more than the rest of the day lets expect, or the rest sold too "
                          "little: by chance {} days"),
             hour_ranges(hours, language), std::abs(verdict.ratio - 1) * 100, once_in(verdict.chance, language));
}

std::string neighbour(const Incident& incident, bool before, Language language) {
  const std::string hours = hour_ranges(incident.hours, language);
  if (incident.kind == Anomaly::outage)
    return trf(language, before ? marked("the outage before it ({})") : marked("the outage after it ({})"), hours);
  if (incident.kind == Anomaly::drop)
    return trf(language, before ? marked("the drop before it ({})") : marked("the drop after it ({})"), hours);
  return trf(language, before ? marked("the spike before it ({})") : marked("the spike after it ({})"), hours);
}

// What the shoulder at `index` is the edge of.
std::string explain_shoulder(const HourlyTest& test, std::size_t index, Language language) {
  const HourResult& hour = test.hours[index];
  std::vector<std::string> neighbours;
  for (const Incident& incident : incidents_of(test)) {
    if (std::find(incident.edges.begin(), incident.edges.end(), hour.hour) == incident.edges.end()) continue;
    neighbours.push_back(neighbour(incident, incident.hours.front() < hour.hour, language));
  }
  return trf(language, "no proof alone ({} such hours), but the edge of {}", once_in(hour.p, language),
             list(neighbours, language));
}

std::string explain_flag(const HourlyTest& test, const std::vector<Verdict>& verdicts, std::size_t index,
                         Language language) {
  const HourResult& hour = test.hours[index];
  const std::string what = trf(language, "{}; {} expected ({:.0f} to {:.0f})", sold(hour.value, language),
                               expected_number(hour.expected, language), hour.low, hour.high);
  switch (verdicts[index].flag) {
    case Flag::hour:
      return trf(language, "{}: by chance {} such hours", what, once_in(hour.p, language));
    case Flag::run:
      return what + ": " + explain_run(test, verdicts[index], language);
    case Flag::long_run:
      return what + ": " + explain_long_run(test, verdicts, verdicts[index], language);
    case Flag::shoulder:
      return what + ": " + explain_shoulder(test, index, language);
    case Flag::none:
      break;
  }
  return trf(language, "{}: ordinary", what);
}

// Of two days that differ nobody can say which is the odd one; but for an hour without a sale.
std::string explain_two_days(const HourlyTest& test, const HourResult& hour, Language language) {
  const std::string reference = only_day(test);
  if (reference.empty() || hour.anomaly == Anomaly::shoulder || hour.anomaly == Anomaly::outage) return {};
  return "; " + trf(language, hour.value > hour.expected ? marked("or {} sold too little here")
                                                         : marked("or {} sold too much here"),
                    reference);
}

std::string_view odd_form(const OddHour& odd, double value) {
  if (value > odd.value)
    return marked("more than {}, which had {} of its own here ({} sold, {} expected of it) and counts {:.0f}%");
  if (value < odd.value)
    return marked("less than {}, which had {} of its own here ({} sold, {} expected of it) and counts {:.0f}%");
  return marked("as much as {}, which had {} of its own here ({} sold, {} expected of it) and counts {:.0f}%");
}

std::string explain_odd(const OddHour& odd, double value, Language language) {
  return trf(language, odd_form(odd, value), odd.reference, with_article(odd.anomaly, language),
             number(odd.value, language), expected_number(odd.expected, language), odd.share * 100);
}

}  // namespace

void explain(HourlyTest& test, const std::vector<Verdict>& verdicts, Language language) {
  for (std::size_t h = 0; h < test.hours.size(); ++h) {
    HourResult& hour = test.hours[h];
    if (hour.anomaly == Anomaly::none && hour.odd.empty()) continue;
    hour.explained = explain_flag(test, verdicts, h, language);
    if (hour.anomaly != Anomaly::none) hour.explained += explain_two_days(test, hour, language);
    for (const OddHour& odd : test.odd) {
      if (odd.hour == hour.hour) hour.explained += "; " + explain_odd(odd, hour.value, language);
    }
  }
}

}  // namespace pos::checkout
