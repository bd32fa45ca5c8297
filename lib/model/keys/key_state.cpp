// SPDX-License-Identifier: MIT
// What the keys know, as text in pieces or in one, and back from text of unknown origin.
#include <algorithm>
#include <limits>
#include <stdexcept>

#include "base/error.hpp"
#include "base/text.hpp"
#include "model/keys/key_monitor.hpp"

namespace pos::model {

namespace {

constexpr std::string_view shared_piece = "keys";
constexpr std::string_view hour_piece = "keys hour ";
constexpr std::string_view key_piece = "key ";
constexpr std::int64_t keys_version = 1;
constexpr std::uint32_t hour = 60;
constexpr std::uint32_t hours_kept = 13;  // as of the volume
constexpr std::int64_t last_tick = std::numeric_limits<std::int32_t>::max();
constexpr std::int64_t most_hits = 1'000'000'000;
constexpr auto last_place = static_cast<std::int64_t>(max_statuses);

void put(StateWriter& out, std::string_view key, std::initializer_list<std::int64_t> values) {
  out.begin(key);
  for (const std::int64_t value : values) out.integer(value);
  out.end();
}

std::uint32_t small(StateReader& in, std::int64_t highest) {
  return static_cast<std::uint32_t>(in.integer(0, highest));
}

std::uint32_t number_of(StateReader& in, std::string_view key, std::int64_t highest) {
  in.begin(key);
  const std::uint32_t number = small(in, highest);
  in.end();
  return number;
}

void end_of(StateReader& in) {
  in.begin("end");
  in.end();
}

std::vector<std::string> read_families(std::string_view text) {
  StateReader in(text);
  in.begin("pos-keys");
  static_cast<void>(in.integer(0, last_tick));
  in.end();
  std::vector<std::string> families;
  for (std::uint32_t left = number_of(in, "families", max_families); left > 0; --left) {
    in.begin("family");
    families.emplace_back(in.rest());
    in.end();
  }
  const auto check = [&] {
    try {
      static_cast<void>(KeyNames(families));
    } catch (const std::invalid_argument& error) {
      in.fail(error.what());
    }
  };
  check();
  return families;
}

}  // namespace

void KeyMonitor::save_shared(StateWriter& out) const {
  put(out, "pos-keys", {keys_version});
  put(out, "families", {static_cast<std::int64_t>(families().size())});
  for (const std::string& family : families()) {
    out.begin("family");
    out.rest(family);
    out.end();
  }
  out.begin("surcharge");
  out.number(surcharge_);
  out.integer(static_cast<std::int64_t>(keys_of_surcharge_));
  out.end();
  put(out, "minute", {tick_, since_, fades_});
  learnt_.save(out);
  put(out, "minutes", {std::ranges::count_if(minutes_, [this](const Minute& m) { return is_recent(m.tick); })});
  for (std::size_t j = 1; j <= minutes_.size(); ++j) {
    const Minute& minute = minutes_[(tick_ + j) % minutes_.size()];
    if (!is_recent(minute.tick)) continue;
    out.begin("counts");
    out.integer(minute.tick);
    for (const auto& [status, count] : minute.whole) {
      out.integer(status);
      out.integer(static_cast<std::int64_t>(count));
    }
    out.end();
  }
}

void KeyMonitor::restore_shared(StateReader& in) {
  if (number_of(in, "pos-keys", last_tick) != keys_version)
    in.fail("learned by another version of pos-tools: train again");
  if (number_of(in, "families", max_families) != families().size()) in.fail("other families");
  for (const std::string& family : families()) {
    in.begin("family");
    if (in.rest() != family) in.fail("another family");
  }
  in.begin("surcharge");
  const double surcharge = in.number(0.0, 9.0);
  surcharge_ = surcharge;
  keys_of_surcharge_ = small(in, max_keys + max_families);
  in.end();
  in.begin("minute");
  tick_ = small(in, last_tick);
  since_ = small(in, std::int64_t{tick_} + 1);
  fades_ = small(in, last_tick);
  in.end();
  learnt_.restore(in);
  for (Minute& minute : minutes_) minute = {};
  whole_counts_.clear();
  Tick before = 0;
  for (std::uint32_t left = number_of(in, "minutes", longest_window); left > 0; --left) {
    in.begin("counts");
    const Tick tick = small(in, tick_);
    if (tick <= before || tick + longest_window <= tick_) in.fail("minute out of place");
    before = tick;
    Minute& minute = minutes_[tick % minutes_.size()];
    minute.tick = tick;
    while (in.more()) {
      const Place status = small(in, last_place);
      if (!minute.whole.empty() && status <= minute.whole.back().first) in.fail("status out of place");
      minute.whole.emplace_back(status, static_cast<std::uint64_t>(in.integer(1, std::int64_t{1} << 53U)));
      whole_counts_.resize(std::max<std::size_t>(whole_counts_.size(), status + 1));
    }
    in.end();
  }
}

// Of the hour that is going on what it had so far.
void KeyMonitor::save_hour(StateWriter& out, Tick number) const {
  const Tick first = std::max<Tick>(number * hour, 1);
  put(out, "hour", {first});
  for (Tick tick = first; tick < (number + 1) * hour && tick <= tick_; ++tick) {
    const Volume& minute = volume_at(tick);
    out.begin("volume");
    out.integer(minute.came);
    out.number(minute.low);
    out.number(minute.middle);
    out.end();
  }
  put(out, "end", {});
}

void KeyMonitor::restore_hour(StateReader& in) {
  Tick tick = number_of(in, "hour", tick_);
  if (tick / hour + hours_kept <= tick_ / hour) in.fail("an hour that is over");
  for (const Tick next = (tick / hour + 1) * hour; tick < next && tick <= tick_; ++tick) {
    in.begin("volume");
    Volume& minute = volume_at(tick);
    minute.came = in.integer(0, std::int64_t{1} << 50U);
    minute.low = in.number(0.0, max_forecast);
    minute.middle = in.number(0.0, max_forecast);
    in.end();
  }
  end_of(in);
}

void KeyMonitor::save_key(StateWriter& out, KeyId id, const Recall& counts) const {
  const Key& key = keys_[id];
  out.begin("key");
  for (const std::int64_t value :
       {std::int64_t{id}, static_cast<std::int64_t>(family(id)), std::int64_t{key.last}, std::int64_t{key.fades}})
    out.integer(value);
  out.rest(names_.value(id));
  out.end();
  key.learnt.save(out);
  std::int64_t statuses = 0;
  for (std::uint32_t at = key.first; at != none; at = cells_[at].next) ++statuses;
  put(out, "statuses", {statuses});
  for (std::uint32_t at = key.first; at != none; at = cells_[at].next) {
    const Cell& cell = cells_[at];
    out.begin("status");
    for (const std::uint32_t value : {cell.status, cell.last_alert, cell.begin, cell.hits}) out.integer(value);
    out.integer(cell.sharp ? 1 : 0);
    out.number(cell.learnt);
    out.number(cell.expected);
    for (std::uint32_t j = counts.first[at]; j < counts.first[at + 1]; ++j) {
      if (counts.of_cells[j].tick < cell.begin) continue;
      out.integer(counts.of_cells[j].tick);
      out.integer(counts.of_cells[j].count);
    }
    out.end();
  }
  put(out, "end", {});
}

KeyId KeyMonitor::restore_key(StateReader& in, std::vector<Recalled>& recalled) {
  in.begin("key");
  const KeyId id = small(in, max_keys + max_families);
  const std::size_t family = small(in, static_cast<std::int64_t>(families().size()) - 1);
  Key restored;
  restored.last = small(in, tick_);
  const std::uint32_t fades = small(in, fades_);
  restored.fades = fades_;  // so that nothing fades before all is here
  const std::string_view value = in.rest();
  if (!is_status_name(value)) in.fail("not a key");
  in.end();
  if (!names_.restore(family, value, id)) in.fail("key out of place");
  keys_.resize(names_.size());
  restored.learnt.restore(in);
  restored.first = keys_[id].first;
  keys_[id] = restored;
  for (std::uint32_t at = restored.first; at != none; at = cells_[at].next)
    cells_[at] = {.status = cells_[at].status, .next = cells_[at].next, .key = id};
  Place least = 0;
  for (std::uint32_t left = number_of(in, "statuses", last_place + 1); left > 0; --left) {
    in.begin("status");
    const Place status = small(in, last_place);
    if (status < least) in.fail("status out of place");
    least = status + 1;
    restore_cell(in, make_cell(id, status), recalled);
    in.end();
  }
  keys_[id].fades = fades;
  end_of(in);
  return id;
}

void KeyMonitor::restore_cell(StateReader& in, std::uint32_t at, std::vector<Recalled>& recalled) {
  Cell& cell = cells_[at];
  cell.last_alert = small(in, tick_);
  cell.begin = small(in, std::int64_t{tick_} + 1);
  cell.hits = small(in, most_hits);
  cell.sharp = small(in, 1) != 0;
  cell.learnt = in.amount();
  cell.expected = in.amount();
  Tick before = 0;
  while (in.more()) {
    const Tick tick = small(in, tick_);
    if (tick <= before) in.fail("minute out of place");
    before = tick;
    const auto count = static_cast<std::uint32_t>(in.integer(1, static_cast<std::int64_t>(max_key_count)));
    if (is_recent(tick)) recalled.push_back({at, tick, count});
  }
}

// What the windows hold of these keys, cell by cell.
KeyMonitor::Recall KeyMonitor::recall(const std::vector<std::uint8_t>& wanted) const {
  Recall recall;
  recall.first.assign(cells_.size() + 1, 0);
  const auto for_each = [&](auto&& use) {
    for (std::size_t j = 1; j <= minutes_.size(); ++j) {
      const Minute& minute = minutes_[(tick_ + j) % minutes_.size()];
      if (!is_recent(minute.tick)) continue;
      for (const Entry& entry : minute.entries) {
        if (wanted[cells_[entry.cell].key] != 0) use(minute.tick, entry);
      }
    }
  };
  for_each([&](Tick, const Entry& entry) { ++recall.first[entry.cell + 1]; });
  for (std::size_t cell = 0; cell < cells_.size(); ++cell) recall.first[cell + 1] += recall.first[cell];
  recall.of_cells.resize(recall.first.back());
  std::vector<std::uint32_t> next = recall.first;
  for_each([&](Tick tick, const Entry& entry) {
    recall.of_cells[next[entry.cell]++] = {entry.cell, tick, entry.count};
  });
  return recall;
}

// Puts the counts where they were, and what follows from all that was restored.
void KeyMonitor::rebuild(std::span<const Recalled> recalled) {
  keys_.resize(names_.size());
  due_.assign(names_.size(), std::numeric_limits<std::int64_t>::max());
  changed_.assign(names_.size(), 0);
  told_ = names_.size();
  running_.clear();
  total_ = 0;
  least_silence_ = 0.0;
  for (KeyId id = 0; id < keys_.size(); ++id) {
    if (keys_[id].first != none) due_[id] = 0;
  }
  for (std::uint32_t at = 0; at < cells_.size(); ++at) {
    cells_[at].counts = {};
    if (cells_[at].hits > 0) running_.push_back(at);
  }
  for (Minute& minute : minutes_) minute.entries.clear();
  for (const auto& [at, tick, count] : recalled) {
    Minute& minute = minutes_[tick % minutes_.size()];
    if (minute.tick != tick) continue;  // of before the stream began anew
    minute.entries.push_back({at, count});
    for (std::size_t w = 0; w < windows.size(); ++w) {
      if (tick >= cells_[at].begin && tick + static_cast<Tick>(windows[w]) > tick_) cells_[at].counts[w] += count;
    }
  }
  for (auto& counts : whole_counts_) counts = {};
  for (const Minute& minute : minutes_) {
    for (std::size_t w = 0; w < windows.size(); ++w) {
      if (minute.tick == 0 || minute.tick + static_cast<Tick>(windows[w]) <= tick_) continue;
      for (const auto& [status, count] : minute.whole) whole_counts_[status][w] += count;
    }
  }
}

std::vector<StatePiece> KeyMonitor::take_pieces() {
  std::vector<StatePiece> pieces;
  if (tick_ == 0) return pieces;
  keys_.resize(names_.size());
  due_.resize(names_.size(), std::numeric_limits<std::int64_t>::max());
  changed_.resize(names_.size(), 0);
  std::fill(changed_.begin() + static_cast<std::ptrdiff_t>(told_), changed_.end(), std::uint8_t{1});
  told_ = names_.size();
  const auto take = [&](std::string name, const auto& save) {
    StateWriter out;
    save(out);
    pieces.push_back({std::move(name), out.take()});
  };
  take(std::string(shared_piece), [&](StateWriter& out) {
    save_shared(out);
    put(out, "end", {});
  });
  for (Tick number = told_hour_; number <= tick_ / hour; ++number)
    take(std::string(hour_piece) + std::to_string(number % hours_kept),
         [&](StateWriter& out) { save_hour(out, number); });
  told_hour_ = tick_ / hour;
  const Recall counts = recall(changed_);
  for (KeyId id = 0; id < changed_.size(); ++id) {
    if (changed_[id] == 0) continue;
    changed_[id] = 0;
    fresh(id);
    take(std::string(key_piece) + name(id), [&](StateWriter& out) { save_key(out, id, counts); });
  }
  return pieces;
}

void KeyMonitor::restore(std::span<const StatePiece> pieces) {
  if (pieces.empty()) return;
  const auto text_of = [](const StatePiece& piece) {
    if (!piece.text) throw Error(Fault::bad_data, "keys: a piece of the state is missing: " + printable(piece.name));
    return std::string_view(*piece.text);
  };
  const auto shared = std::ranges::find(pieces, shared_piece, &StatePiece::name);
  if (shared == pieces.end()) throw Error(Fault::bad_data, "keys: the state has no piece 'keys'");
  std::vector<Recalled> recalled = recall(std::vector<std::uint8_t>(names_.size(), 1)).of_cells;
  StateReader in(text_of(*shared));
  restore_shared(in);
  end_of(in);
  in.finish();
  std::vector<std::pair<KeyId, StateReader>> keys;
  for (const StatePiece& piece : pieces) {
    if (&piece == &*shared) continue;
    StateReader of_piece(text_of(piece));
    if (piece.name.starts_with(hour_piece)) {
      restore_hour(of_piece);
      of_piece.finish();
      continue;
    }
    StateReader peek = of_piece;
    peek.begin("key");
    keys.emplace_back(small(peek, max_keys + max_families), of_piece);
  }
  std::ranges::sort(keys, {}, &std::pair<KeyId, StateReader>::first);  // numbers are given in order
  std::vector<std::uint8_t> replaced(names_.size() + keys.size(), 0);
  std::vector<Recalled> of_pieces;
  for (auto& [number, piece] : keys) {
    const KeyId id = restore_key(piece, of_pieces);
    piece.finish();
    if (replaced[id] != 0) piece.fail("a key twice");
    replaced[id] = 1;
  }
  std::erase_if(recalled,
                [&](const Recalled& old) { return replaced[cells_[old.cell].key] != 0 || !is_recent(old.tick); });
  recalled.insert(recalled.end(), of_pieces.begin(), of_pieces.end());
  rebuild(recalled);
  told_hour_ = tick_ / hour;
}

std::string KeyMonitor::state(int digits) const {
  KeyMonitor now = *this;
  now.keys_.resize(names_.size());
  StateWriter out(digits);
  save_shared(out);
  const Tick newest = tick_ / hour;
  const Tick oldest = newest - std::min<Tick>(newest, hours_kept - 1);
  put(out, "hours", {tick_ == 0 ? 0 : std::int64_t{newest} - oldest + 1});
  for (Tick number = oldest; tick_ > 0 && number <= newest; ++number) save_hour(out, number);
  put(out, "keys", {static_cast<std::int64_t>(names_.size())});
  const Recall counts = recall(std::vector<std::uint8_t>(names_.size(), 1));
  for (KeyId id = 0; id < names_.size(); ++id) {
    now.fresh(id);
    now.save_key(out, id, counts);
  }
  put(out, "end", {});
  return out.take();
}

KeyMonitor KeyMonitor::from_state(std::string_view text) {
  StateReader in(text);
  KeyMonitor keys(read_families(text));
  keys.restore_shared(in);
  for (std::uint32_t left = number_of(in, "hours", hours_kept); left > 0; --left) keys.restore_hour(in);
  std::vector<Recalled> recalled;
  const std::uint32_t size = number_of(in, "keys", max_keys + max_families);
  for (KeyId id = 0; id < size; ++id) {
    if (keys.restore_key(in, recalled) != id) in.fail("key out of place");
  }
  end_of(in);
  in.finish();
  keys.rebuild(recalled);
  keys.told_hour_ = keys.tick_ / hour;
  return keys;
}

}  // namespace pos::model
