// SPDX-License-Identifier: MIT
#include "checkout/cause.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "base/text.hpp"
#include "checkout/cause_words.hpp"
#include "checkout/day_events.hpp"
#include "checkout/hours_sum.hpp"
#include "checkout/incident.hpp"
#include "checkout/usual_transactions.hpp"
#include "checkout/wording.hpp"
#include "model/monitor/negative_binomial.hpp"

namespace pos::checkout {
namespace {

constexpr double least_odds = 3;           // natural logarithm: one in twenty
constexpr double spread2_of_level = 0.03;  // of a volume between hours and days
constexpr double least_fall = 0.25;        // of the volume
constexpr double least_silent_part = 0.3;  // of what was to be expected of the hours, missed by gaps
constexpr double least_expected = 5;       // transactions, below which they tell nothing

class HoursJudge {
 public:
  HoursJudge(const Transactions& transactions, const Hours& flagged, Language language)
      : transactions_(transactions), usual_(transactions, flagged), language_(language) {}

  [[nodiscard]] IncidentCause judge(const Incident& incident, std::string& status) const;
  [[nodiscard]] HourCause hour(int hour, const IncidentCause& of) const;
  // Of a day that sold less than those before it, or more.
  [[nodiscard]] IncidentCause whole_day(const std::vector<int>& hours, bool low) const;

 private:
  [[nodiscard]] Cause cause_of_loss(const HoursSum& sum, double lost_part) const;
  [[nodiscard]] Cause silence(const HoursSum& sum) const;
  [[nodiscard]] Cause fall(const HoursSum& sum) const;
  [[nodiscard]] Cause cause_of_gain(const HoursSum& sum) const;

  const Transactions& transactions_;
  UsualTransactions usual_;
  Language language_;
};

// A day that is not over may go on.
Cause HoursJudge::silence(const HoursSum& sum) const {
  const bool opens_late = !came_between(transactions_, 0, sum.first_silent) && transactions_.from == 0;
  const bool closes_early =
      !came_between(transactions_, sum.last_silent + 1, minutes_of_day) && transactions_.to == minutes_of_day;
  return opens_late || closes_early ? Cause::closed : Cause::silent;
}

Cause HoursJudge::cause_of_loss(const HoursSum& sum, double lost_part) const {
  const bool much = sum.silent_part() >= least_silent_part;
  const bool enough =
      sum.rises.empty() && sum.silent_part() >= lost_part / 2 && sum.silent_part() >= least_silent_part / 3;
  if (sum.silent > 0 && (much || enough)) return silence(sum);
  if (!sum.rises.empty()) return Cause::rise;
  if (sum.expected < least_expected && sum.all < least_expected) return Cause::unknown;
  return fall(sum);
}

// All statuses with the volume, or the volume alone? By which of the two the others are more likely, as Poisson has it.
Cause HoursJudge::fall(const HoursSum& sum) const {
  if (!sum.usual_volume || sum.volume > (1 - least_fall) * *sum.usual_volume) return Cause::usual;
  if (model::surprise(sum.volume, *sum.usual_volume, spread2_of_level, model::Side::below) < 1) return Cause::usual;
  double as_volume = 0, as_usual = 0;  // of the other statuses
  DayOfTransactions::Counts counts;
  for (const int hour : sum.hours) {
    for (const auto& [status, count] : transactions_.day.hours[static_cast<std::size_t>(hour)]) counts[status] += 0;
  }
  for (const auto& [status, count] : counts) {
    if (status == transactions_.volume) continue;
    for (const int hour : sum.hours) {
      const double ratio = usual_.ratio(status, hour).value_or(0);
      as_volume += ratio * usual_.volume(hour);
      as_usual += ratio * usual_.expected(hour).value_or(0) * usual_.known_minutes(hour) / 60;
    }
  }
  const double others = sum.all - sum.volume;
  if (as_usual <= 0) return Cause::fewer;
  const double odds = others * std::log(as_usual / std::max(as_volume, 0.1)) - as_usual + as_volume;
  return odds > least_odds ? Cause::missing : Cause::fewer;
}

Cause HoursJudge::cause_of_gain(const HoursSum& sum) const {
  if (sum.all < least_expected) return Cause::unknown;
  const bool more = sum.usual_volume && sum.volume > (1 + least_fall / 2) * *sum.usual_volume;
  return more ? Cause::more : Cause::usual;
}

IncidentCause HoursJudge::judge(const Incident& incident, std::string& status) const {
  IncidentCause found{incident.hours, Cause::unknown, {}};
  const HoursSum sum = sum_hours(transactions_, usual_, incident.hours);
  if (sum.hours.empty()) {
    found.text = unknown_text(incident.hours, transactions_, language_);
    return found;
  }
  const bool low = incident.sold < incident.expected;
  found.cause = low ? cause_of_loss(sum, 1 - incident.sold / std::max(incident.expected, 0.1)) : cause_of_gain(sum);
  if (found.cause == Cause::rise) status = sum.rises.front().status;
  if (found.cause == Cause::missing) status = transactions_.volume;
  found.text = cause_text(found.cause, sum, transactions_, low, language_);
  return found;
}

IncidentCause HoursJudge::whole_day(const std::vector<int>& hours, bool low) const {
  IncidentCause found{hours, Cause::unknown, {}};
  const HoursSum sum = sum_hours(transactions_, usual_, hours, Level::of_others);
  if (sum.hours.empty()) return found;
  found.cause = !low ? cause_of_gain(sum) : sum.rises.empty() ? fall(sum) : Cause::rise;
  found.text = cause_text(found.cause, sum, transactions_, low, language_);
  return found;
}

HourCause HoursJudge::hour(int hour, const IncidentCause& of) const {
  HourCause found;
  found.hour = hour;
  if (usual_.known_minutes(hour) == 0) {
    found.evidence = unknown_text({hour}, transactions_, language_);
    return found;
  }
  found.cause = of.cause;
  found.transactions = usual_.all(hour);
  found.evidence = evidence_text(hour, sum_hours(transactions_, usual_, {hour}), transactions_, language_);
  return found;
}

// How many of its hours an event touches.
std::size_t touched(const Incident& incident, const DayEvent& event) {
  return static_cast<std::size_t>(
      std::count_if(incident.hours.begin(), incident.hours.end(), [&](int hour) { return event.touches_hour(hour); }));
}

// Whether people have said what these hours were, or some of them: a day when few come explains what is missing, all
// else what is more. The event that has most of them; null: none.
const DayEvent* event_of(const Incident& incident, std::span<const DayEvent> events) {
  const bool low = incident.sold < incident.expected;
  const DayEvent* best = nullptr;
  for (const DayEvent& event : events) {
    const bool is_moment = event.to <= event.from;
    if (is_moment || event.kind == "exclude" || event.is_quiet() != low || touched(incident, event) == 0) continue;
    if (best == nullptr || touched(incident, event) > touched(incident, *best)) best = &event;
  }
  return best;
}

// Others that go on at the time, or were over in the hour before: a deployment, a change of prices.
std::string others_text(const Incident& incident, std::span<const DayEvent> events, const DayEvent* told,
                        Language language) {
  const int begin = incident.hours.front() * 60, end = incident.hours.back() * 60 + 60;
  std::vector<std::string> at_the_time, before;
  for (const DayEvent& event : events) {
    if (&event == told || event.from >= end || event.to + 60 <= begin) continue;
    const std::string name = printable(event.name);
    const bool is_moment = event.to <= event.from;
    if (is_moment ? event.from >= begin : event.to > begin)
      at_the_time.push_back(name);
    else
      before.push_back(is_moment ? trf(language, "{} at {}", name, clock_text(event.from))
                                 : trf(language, "{} until {}", name, clock_text(event.to)));
  }
  std::string text = at_the_time.empty() ? "" : trf(language, "at that time: {}", list(at_the_time, language));
  if (before.empty()) return text;
  return text + (text.empty() ? "" : "; ") + trf(language, "shortly before: {}", list(before, language));
}

std::vector<int> hours_of(const HourlyTest& test) {
  std::vector<int> hours;
  for (const HourResult& hour : test.hours) hours.push_back(hour.hour);
  return hours;
}

// Below 1: the day sold less than every reference, above: more. 1: neither by much.
double level_of(const HourlyTest& test) {
  constexpr double low = 0.75, high = 4.0 / 3;
  if (test.references.empty()) return 1;
  const auto [least, most] = std::minmax_element(test.references.begin(), test.references.end(),
                                                 [](const auto& a, const auto& b) { return a.scale < b.scale; });
  return most->scale <= low ? most->scale : least->scale >= high ? least->scale : 1;
}

// The day as one incident.
Incident whole_day(const HourlyTest& test, double level) {
  Incident day;
  day.kind = level < 1 ? Anomaly::drop : Anomaly::spike;
  day.hours = hours_of(test);
  day.sold = level;
  day.expected = 1;
  return day;
}

// A status that rose is no event's doing; and while a holiday lasts the line may break as on any day.
bool may_be_of(const DayEvent& event, Cause cause) {
  const bool is_broken = cause == Cause::silent || cause == Cause::missing;
  return cause != Cause::rise && !(is_broken && event.kind == "holiday");
}

// What people said, before what the transactions say. Which event it is; null: none.
const DayEvent* weigh_events(IncidentCause& found, const Incident& incident, std::span<const DayEvent> events,
                             Language language) {
  const DayEvent* event = event_of(incident, events);
  if (event != nullptr && !may_be_of(*event, found.cause)) event = nullptr;
  const bool explains = event != nullptr && 2 * touched(incident, *event) >= incident.hours.size();
  const std::string others = others_text(incident, events, explains ? event : nullptr, language);
  if (explains) {
    found.cause = Cause::event;
    found.text = event_name(*event, language) + (found.text.empty() ? "" : "; " + found.text);
  }
  if (!others.empty()) found.text += (found.text.empty() ? "" : "; ") + others;
  return event;
}

// As HourCause::told; of an hour of that incident, by the cause that its transactions have.
std::string told_before(const HourResult& hour, const Incident& incident, Cause cause,
                        std::span<const DayEvent> events, Language language) {
  const bool low = incident.sold < incident.expected;
  for (const DayEvent& event : events) {
    if (event.kind == "exclude" || event.is_quiet() != low || !event.has_hour(hour.hour)) continue;
    const bool is_too_little = event.kind == "holiday" && hour.value == 0;
    if (may_be_of(event, cause) && !is_too_little) return event_name(event, language);
  }
  return {};
}

const HourResult& result_of(const HourlyTest& test, int hour) {
  return *std::find_if(test.hours.begin(), test.hours.end(), [hour](const HourResult& one) { return one.hour == hour; });
}

// What was told before of the hours of an incident, and of its edges, where it was of all its hours: by hour.
std::map<int, std::string> told_before(const HourlyTest& test, const Incident& incident, Cause cause,
                                       std::span<const DayEvent> events, Language language) {
  std::map<int, std::string> told;
  for (const int hour : incident.hours) {
    std::string event = told_before(result_of(test, hour), incident, cause, events, language);
    if (!event.empty()) told[hour] = std::move(event);
  }
  if (told.size() < incident.hours.size()) return told;
  for (const int edge : incident.edges) told[edge] = told.begin()->second;
  return told;
}

// Hours of an incident that an event explains, and the others, are two: what is to be said of one is not so of the other.
std::vector<Incident> parts_of(const HourlyTest& test, const Incident& incident,
                               const std::map<int, std::string>& told) {
  if (told.empty() || told.size() >= incident.hours.size()) return {incident};
  Incident known, rest = incident;
  known.kind = incident.kind;
  rest.hours.clear();
  rest.sold = rest.expected = 0;
  for (const int hour : incident.hours) {
    const HourResult& result = result_of(test, hour);
    Incident& part = told.contains(hour) ? known : rest;
    part.hours.push_back(hour);
    part.sold += result.value;
    part.expected += result.expected;
  }
  return {known, rest};
}

// Of a test, what the history and events say.
class CauseFinder {
 public:
  CauseFinder(const HourlyTest& test, const HoursJudge* judge, std::span<const DayEvent> events, Language language)
      : test_(test), judge_(judge), events_(events), language_(language) {}

  void add(const Incident& incident, Causes& causes) const {
    std::string status;
    const Cause cause = judged(incident, status).cause;
    const auto told = told_before(test_, incident, cause, events_, language_);
    for (const Incident& part : parts_of(test_, incident, told)) add_part(part, told, causes);
  }

  void add_day(double level, Causes& causes) const {
    const Incident day = whole_day(test_, level);
    IncidentCause found{day.hours, Cause::unknown, {}};
    if (judge_ != nullptr) found = judge_->whole_day(day.hours, level < 1);
    weigh_events(found, day, events_, language_);
    if (!found.text.empty()) causes.day = std::move(found);
  }

 private:
  [[nodiscard]] IncidentCause judged(const Incident& incident, std::string& status) const {
    return judge_ != nullptr ? judge_->judge(incident, status) : IncidentCause{incident.hours, Cause::unknown, {}};
  }

  void add_part(const Incident& incident, const std::map<int, std::string>& told, Causes& causes) const {
    std::string status;
    IncidentCause found = judged(incident, status);
    const IncidentCause without_event = found;
    const DayEvent* event = weigh_events(found, incident, events_, language_);
    found.told = told.contains(incident.hours.front());
    std::vector<int> all = incident.hours;
    all.insert(all.end(), incident.edges.begin(), incident.edges.end());
    for (const int hour : all) {
      IncidentCause of_hour = event == nullptr ? found : without_event;
      if (event != nullptr && event->touches_hour(hour)) of_hour.cause = Cause::event;
      HourCause& one = causes.hours.emplace_back(
          judge_ != nullptr ? judge_->hour(hour, of_hour) : HourCause{hour, of_hour.cause, {}, {}, {}, {}});
      if (one.cause == Cause::rise || one.cause == Cause::missing) one.status = status;
      if (const auto known = told.find(hour); known != told.end()) one.told = known->second;
    }
    causes.incidents.push_back(std::move(found));
  }

  const HourlyTest& test_;
  const HoursJudge* judge_;
  std::span<const DayEvent> events_;
  Language language_;
};

}  // namespace

std::string_view name_of(Cause cause) {
  switch (cause) {
    case Cause::silent:
      return "silent";
    case Cause::closed:
      return "closed";
    case Cause::rise:
      return "rise";
    case Cause::missing:
      return "missing";
    case Cause::fewer:
      return "fewer";
    case Cause::more:
      return "more";
    case Cause::usual:
      return "usual";
    case Cause::event:
      return "event";
    case Cause::unknown:
      break;
  }
  return "unknown";
}

Causes causes_of(const HourlyTest& test, const Transactions* transactions, std::span<const DayEvent> events,
                 Language language) {
  Hours flagged{};
  for (const HourResult& hour : test.hours)
    flagged[static_cast<std::size_t>(hour.hour)] = hour.anomaly != Anomaly::none;
  std::optional<HoursJudge> judge;
  if (transactions != nullptr) judge.emplace(*transactions, flagged, language);
  const CauseFinder finder(test, judge ? &*judge : nullptr, events, language);
  Causes causes;
  for (const Incident& incident : incidents_of(test)) finder.add(incident, causes);
  const double level = level_of(test);
  const bool all_flagged = causes.hours.size() == test.hours.size();
  if (level != 1 && !all_flagged) finder.add_day(level, causes);
  std::sort(causes.hours.begin(), causes.hours.end(),
            [](const HourCause& a, const HourCause& b) { return a.hour < b.hour; });
  return causes;
}

}  // namespace pos::checkout
