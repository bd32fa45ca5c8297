// SPDX-License-Identifier: MIT
// Minutes pass: what is past is learned, what alerts is looked into. State: where_state.cpp.
#include "model/where/where.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <stdexcept>

#include "model/where/words.hpp"

namespace pos::model {
namespace {

constexpr std::ptrdiff_t max_crowded_windows = 4;
constexpr int tell_within = longest_window;  // minutes
constexpr double worth_another_look = 2.0;   // times as much as at the last one

double weight_of_minute(int minute) { return std::exp2(static_cast<double>(minute) / minutes_per_day); }

std::uint32_t place_in(std::span<const std::string> names, std::string_view status) {
  const auto at = std::ranges::find(names, status);
  return at == names.end() ? no_place : static_cast<std::uint32_t>(at - names.begin());
}

std::vector<PlacedLeaf> placed(const Monitor& monitor, std::span<const std::string> names,
                               std::span<const Leaf> leaves) {
  std::vector<std::uint32_t> places;  // by StatusId
  std::vector<PlacedLeaf> placed;
  placed.reserve(leaves.size());
  for (const Leaf& leaf : leaves) {
    while (places.size() <= leaf.status) {
      places.push_back(place_in(names, monitor.name(static_cast<StatusId>(places.size()))));
    }
    if (leaf.count > 0) placed.push_back({leaf.values, places[leaf.status], leaf.count});
  }
  return placed;
}

// A minute of which the monitor learns no ratio teaches nothing here either. One exposure serves all statuses, so a
// minute teaches all of them or none.
bool teaches_places(const Monitor& monitor) {
  if (monitor.view().extent == Extent::part || monitor.view().kind != DayKind::ordinary) return false;
  return std::ranges::none_of(monitor.watched(), [](const WatchedStatus& s) { return s.now.pauses || s.now.garbage; });
}

}  // namespace

Where::Where(std::vector<std::string> columns, const WhereLimits& limits)
    : columns_(std::move(columns)),
      limits_(limits),
      past_(columns_.size(), limits, 1),
      crowded_(columns_.size(), false),
      told_(columns_.size(), false) {
  if (columns_.empty() || columns_.size() > max_where_columns) throw std::invalid_argument("1 to 6 columns");
}

// Nothing of another volume's is of use, but the names of what is to go.
void Where::start_afresh() {
  Where fresh(columns_, limits_);
  fresh.gone_ = gone_;
  for (std::uint64_t i = first_piece_; i < next_piece_; ++i) fresh.gone_.push_back(journal_name(i));
  *this = std::move(fresh);
}

Volume Where::volume() const {
  return !statuses_.empty() && statuses_.front().name == every_status ? Volume::sum : Volume::status;
}

void Where::step(const Monitor& monitor, std::span<const Leaf> leaves, std::span<Verdict> verdicts) {
  if (monitor.age() == 0) return;  // no transaction has come yet
  if (!statuses_.empty() && statuses_.front().name != monitor.parameters().volume) start_afresh();
  const WhereMinute minute = observe(monitor, leaves, verdicts);
  note_down(minute);
  advance(minute, verdicts);
}

// The statuses that have places, those included that get one in this minute: the volume first, then by name.
std::vector<std::string> Where::names_with(const Monitor& monitor, std::span<const Leaf> leaves) const {
  std::vector<std::string> names;
  for (const Status& status : statuses_) names.push_back(status.name);
  if (names.empty()) names.push_back(monitor.parameters().volume);
  std::set<std::string_view> unknown;
  for (const Leaf& leaf : leaves) {
    const std::string& name = monitor.name(leaf.status);
    if (place_in(names, name) == no_place) unknown.insert(name);
  }
  for (const std::string_view name : unknown) {
    if (names.size() < max_places) names.emplace_back(name);
  }
  return names;
}

WhereMinute Where::observe(const Monitor& monitor, std::span<const Leaf> leaves, std::span<const Verdict> verdicts) {
  const std::vector<std::string> names = names_with(monitor, leaves);
  WhereMinute minute;
  minute.age = monitor.age();
  minute.teaches = teaches_places(monitor);
  minute.calm = monitor.parameters().calm();
  minute.met.assign(names.begin() + static_cast<std::ptrdiff_t>(statuses_.size()), names.end());
  for (const Verdict& v : verdicts) {
    const std::uint32_t place = place_in(names, v.status);
    if (place == no_place) continue;
    minute.has_verdict |= std::uint32_t{1} << place;
    if (v.alert) minute.alerts.push_back({place, v.side, v.window, v.mean});
  }
  PackedLeaves packed = pack_leaves(columns_.size(), limits_, placed(monitor, names, leaves));
  for (std::size_t i = 0; i < columns_.size(); ++i) crowded_[i] = crowded_[i] || packed.crowded[i];
  minute.leaves = std::move(packed.bytes);
  return minute;
}

// All that changes the state, but by what observe() made of the minute: restore() does the same without verdicts.
void Where::advance(const WhereMinute& minute, std::span<Verdict> verdicts) {
  if (minute.age != age_ + 1) forget_recent();
  age_ = minute.age;
  for (const std::string& name : minute.met) statuses_.push_back({name});
  if (!minute.met.empty()) past_.widen(statuses_.size());
  remember(minute);
  for (std::size_t place = 0; place < statuses_.size(); ++place) {
    const auto alert = std::ranges::find(minute.alerts, place, &WhereMinute::Alert::place);
    pass(place, alert == minute.alerts.end() ? nullptr : &*alert, minute.calm);
  }
  tell(minute, verdicts);
}

// The monitor has gone on alone: what was recent then says nothing of the windows of now.
void Where::forget_recent() {
  recent_.clear();
  for (Status& status : statuses_) {
    status.open.reset();
    status.to_tell.clear();
    status.to_tell_for = 0;
  }
}

// A minute is learned when it is too old for any window, so that no window is held against itself.
void Where::remember(const WhereMinute& minute) {
  recent_.push_back({minute.teaches, minute.leaves});
  if (recent_.size() > longest_window) {
    learn(recent_.front());
    recent_.pop_front();
  }
  if (++weight_ < minutes_per_day) return;
  weight_ = 0;
  past_.halve();
}

void Where::learn(const Recent& minute) {
  if (!minute.teaches) return;
  past_.add(unpack_leaves(columns_.size(), limits_, minute.leaves, volume()), weight_of_minute(weight_));
  for (std::size_t i = 0; i < columns_.size(); ++i) crowded_[i] = crowded_[i] || past_.is_crowded(i);
}

// One minute of a status.
void Where::pass(std::size_t place, const WhereMinute::Alert* alert, int calm) {
  Status& status = statuses_[place];
  status.fresh = std::min<std::size_t>(status.fresh + 1, longest_window);
  if (status.to_tell_for > 0 && --status.to_tell_for == 0) status.to_tell.clear();
  if (!status.open) {
    if (alert != nullptr && alert->window > 0) open(place, *alert);
    return;
  }
  Open& open = *status.open;
  ++open.waiting;
  open.quiet = alert != nullptr ? 0 : open.quiet + 1;
  // A minute before the episode is over: whoever tells of the incident takes its tenth normal minute for its end.
  if (open.quiet == std::max(calm - 1, 1)) look(place, tell_within);
  if (open.quiet >= calm) return close(place);
  if (alert == nullptr || (alert->window > 0 && alert->side != open.side)) return;
  if (alert->window > 0) open.expected_a_minute = alert->mean / alert->window;
  extend(place, open.waiting);
  const double there_is = is_by_share(place) ? open.expected : open.window.bad();
  if (!open.named && there_is >= worth_another_look * open.looked_at) look(place, 1);
}

// What was not known to be odd while it lasted is not learned later either.
void Where::open(std::size_t place, const WhereMinute::Alert& alert) {
  Status& status = statuses_[place];
  status.open.emplace(Open{AlertWindow(columns_.size(), limits_), alert.side});
  status.open->expected_a_minute = alert.mean / alert.window;
  status.to_tell.clear();
  const std::size_t minutes = std::min({static_cast<std::size_t>(alert.window), status.fresh, recent_.size()});
  for (std::size_t i = recent_.size() - minutes; i < recent_.size(); ++i) recent_[i].teaches = false;
  extend(place, minutes);
  look(place, 1);
}

// The last minutes belong to it.
void Where::extend(std::size_t place, std::size_t minutes) {
  Open& open = *statuses_[place].open;
  minutes = std::min(minutes, recent_.size());
  for (std::size_t i = recent_.size() - minutes; i < recent_.size(); ++i) {
    const Rows rows = unpack_leaves(columns_.size(), limits_, recent_[i].leaves, volume());
    open.window.add(rows_of_status(rows, place, volume()), may_crowd());
  }
  open.expected += open.expected_a_minute * static_cast<double>(minutes);
  open.waiting = 0;
}

void Where::close(std::size_t place) {
  statuses_[place].open.reset();
  statuses_[place].fresh = 0;
}

void Where::look(std::size_t place, int tell_for) {
  Status& status = statuses_[place];
  Open& open = *status.open;
  const bool by_share = is_by_share(place);
  const ScanQuestion question{.past = past_,
                              .bad = place,
                              .exposure_has_bad = place == 0 || volume() == Volume::sum,
                              .weight = weight_of_minute(weight_),
                              .side = open.side,
                              .expected = by_share ? std::optional(open.expected) : std::nullopt};
  open.looked_at = by_share ? open.expected : open.window.bad();
  if (!past_is_enough(question, open.window)) return;
  const auto& tables = open.window.tables();
  const std::vector<Found> found = tables ? scan(*tables, question) : scan(open.window.leaves()->rows(), question);
  if (found.empty()) return;
  open.named = true;
  status.to_tell = word_where(found, columns_, status.name, by_share ? Told::alone : Told::of_exposure);
  status.to_tell_for = tell_for;
}

bool Where::is_by_share(std::size_t place) const { return place == 0 || statuses_[place].open->side == Side::below; }

bool Where::may_crowd() const {
  const auto is_crowded = [](const Status& status) { return status.open && status.open->window.tables(); };
  return std::ranges::count_if(statuses_, is_crowded) < max_crowded_windows;
}

// What is known of the past is less certain than the window itself otherwise.
bool Where::past_is_enough(const ScanQuestion& question, const AlertWindow& window) const {
  if (question.expected) {
    const double known = past_.total(question.bad) / question.weight;
    return *question.expected > 0 && known >= std::max(*question.expected, window.bad());
  }
  const double bad = question.exposure_has_bad ? 0.0 : past_.total(question.bad);
  return (past_.total(exposure_number) + bad) / question.weight >= window.exposure();
}

void Where::tell(const WhereMinute& minute, std::span<Verdict> verdicts) {
  for (std::size_t place = 0; place < statuses_.size(); ++place) {
    Status& status = statuses_[place];
    if (status.to_tell_for == 0 || (minute.has_verdict >> place & 1U) == 0) continue;
    const auto verdict = std::ranges::find(verdicts, std::string_view(status.name), &Verdict::status);
    if (verdict != verdicts.end()) verdict->where = status.to_tell;
    status.to_tell.clear();
    status.to_tell_for = 0;
  }
}

std::vector<std::string> Where::take_crowded() {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (!crowded_[i] || told_[i]) continue;
    told_[i] = true;
    names.push_back(columns_[i]);
  }
  return names;
}

}  // namespace pos::model
