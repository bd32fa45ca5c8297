// SPDX-License-Identifier: MIT
#include "pipeline/catch_up.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "clock/groups.hpp"
#include "history/stream_models.hpp"
#include "pipeline/kept_rows.hpp"

namespace pos::pipeline {
namespace {

constexpr LocalSeconds hour = 60 * 60;

// Between two rows that far from each other nothing came, which is an outage, or nobody listened.
class Gaps {
 public:
  Gaps(history::Store& store, const history::Unseen& unseen, std::optional<LocalSeconds> end)
      : store_(store), files_(store.models().files(unseen)), before_(end) {}

  // Whether nothing is known of the time between the row before and this one.
  bool is_unknown(const history::StoredRow& row) {
    const LocalSeconds time = row.record.time;
    const auto before = std::exchange(before_, time);
    if (!before) return true;
    if (std::abs(time - *before) <= back_at_once_seconds) return false;
    const auto spans = [&](const Period& file) { return file.begin <= *before && time <= file.end; };
    if (std::ranges::none_of(files_, spans)) return true;
    // A feed has one name over all of its runs: whoever listened has told of an outage.
    return !row.record.open && time - *before > hour && store_.made_up({*before, time}).empty();
  }

 private:
  history::Store& store_;
  std::vector<Period> files_;
  std::optional<LocalSeconds> before_;
};

// A model that watches other keys, or none, has stored rows without those of this one: what came of a key then, nobody
// knows. The model's own rows have all that they came with.
class KnownKeys {
 public:
  KnownKeys(history::Store& store, const history::Unseen& unseen, const std::vector<std::string>& families)
      : families_(families), own_(store.models().model()) {
    if (!families.empty() && store.models().has_others()) of_models_ = store.models().families(unseen);
  }

  [[nodiscard]] bool are_known(const history::StoredRow& row) const {
    if (families_.empty() || row.model == own_) return true;
    const auto found = of_models_.find(row.model);
    return found != of_models_.end() &&
           std::ranges::all_of(families_, [&](const std::string& f) { return is_watched(found->second, f); });
  }

 private:
  // (Some of its rows may have been another model's, which it took over as they were open.)
  [[nodiscard]] static bool is_watched(const history::RowsOfModel& of_model, const std::string& family) {
    const auto found = of_model.with_key.find(family);
    return found != of_model.with_key.end() && found->second >= of_model.rows / 10;
  }

  const std::vector<std::string>& families_;
  std::int64_t own_;
  std::map<std::int64_t, history::RowsOfModel> of_models_;
};

// Where no monitor has judged rows, nobody has asked yet whether their times can be.
bool stands_alone(const history::StoredRow& row, const std::vector<clock::Stretch>& lonely) {
  if (row.record.open || row.record.scored.expected) return false;
  const std::int64_t minute = row.record.time / 60;
  return std::ranges::any_of(lonely, [minute](const auto& s) { return s.first <= minute && minute <= s.last; });
}

}  // namespace

void CatchUp::run(history::Store& store, Stream& stream, const Open& open) {
  run_to_open(store, stream, open);
  hand_over(stream, open);
}

void CatchUp::run_to_open(history::Store& store, Stream& stream, const Open& open) {
  const auto from = stream.next_minute();
  history::Unseen unseen{from};
  const auto lonely = clock::lonely(store.models().count(unseen));
  Gaps gaps(store, unseen, from);
  const KnownKeys keys(store, unseen, stream.labels().by);
  for (auto rows = store.models().next(unseen); !rows.empty(); rows = store.models().next(unseen)) {
    for (history::StoredRow& row : rows) {
      row.keys_unknown = !keys.are_known(row);
      if (stands_alone(row, lonely)) continue;
      newest_ = row.record.time;
      see(row.record.open, minute_begin(row.record.time));
      const bool is_unknown = gaps.is_unknown(row);
      if (waits(row, is_unknown, stream)) {
        later_.push_back(row);
        continue;
      }
      hand_over(stream, open);
      const StoredTransaction stored(row, stream);
      const Transaction& transaction = stored.transaction();
      if (is_unknown) {
        stream.start_file();
      } else if (std::exchange(first_, false)) {
        stream.continue_file(transaction.time, {});
      }
      row.record.open ? open(row) : stream.learn(transaction);
    }
  }
  store.take_over(from);
}

// More rows than those of an hour are no end. A row of a minute that is not over, by the clock, ends none.
bool CatchUp::waits(const history::StoredRow& row, bool is_unknown, const Stream& stream) const {
  if (!row.record.open) return false;
  if (!stream.is_over(stream.time_of(row.record.time))) return true;
  return !is_unknown && (later_.empty() || row.record.time < later_.front().record.time + hour);
}

void CatchUp::hand_over(Stream& stream, const Open& open) {
  for (const history::StoredRow& row : later_) {
    if (std::exchange(first_, false)) stream.continue_file(transaction_of(row.record, stream).time, {});
    open(row);
  }
  later_.clear();
}

void CatchUp::see(bool is_open, LocalSeconds minute) {
  if (is_open) {
    open_ = minute;
    if (goes_on_) decided_.back().end = minute;
    goes_on_ = false;
  } else if (minute != open_) {
    if (!goes_on_) decided_.push_back({minute, minute});
    decided_.back().end = minute + 60;
    goes_on_ = true;
  }
}

bool CatchUp::is_decided(LocalSeconds minute) const {
  const auto after = std::ranges::upper_bound(decided_, minute, {}, &Period::begin);
  return after != decided_.begin() && minute < std::prev(after)->end;
}

}  // namespace pos::pipeline
