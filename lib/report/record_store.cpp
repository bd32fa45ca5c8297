// SPDX-License-Identifier: MIT
#include "report/record_store.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <queue>
#include <type_traits>
#include <utility>

#include "base/text.hpp"

namespace pos::report {
namespace {

// As it stands in a run, its texts behind it.
struct Stored {
  std::int64_t count;
  double score, expected, surprise;  // not a number: none
  LocalTime time;
  std::uint32_t status;
  std::uint32_t texts_size;
  Severity severity : 8;
  Decision decision : 8;
  bool alert, made_up;

  [[nodiscard]] std::size_t size() const { return sizeof(Stored) + texts_size; }
};
static_assert(std::is_trivially_copyable_v<Stored> && sizeof(Stored) == 56);

// The reason; of a record with a key, a place or an amount these behind it, a line each. None of them has a line break.
std::string texts_of(const Record& record) {
  const Scored& scored = record.scored;
  if (scored.key.empty() && scored.where.empty() && !record.amount) return scored.reason;
  std::string texts = scored.reason + '\n' + scored.key + '\n' + scored.where;
  if (record.amount) texts += '\n' + std::to_string(*record.amount);
  return texts;
}

void set_texts(std::string_view texts, Record& record) {
  const auto next = [&texts] {
    const std::string_view text = texts.substr(0, texts.find('\n'));
    texts.remove_prefix(std::min(texts.size(), text.size() + 1));
    return text;
  };
  record.scored.reason = next();
  record.scored.key = record.keys = next();
  record.scored.where = next();
  record.amount = parse_number<Hundredths>(next());
}

constexpr double none = std::numeric_limits<double>::quiet_NaN();

std::optional<double> number(double value) { return std::isnan(value) ? std::nullopt : std::optional(value); }

Stored stored_at(std::string_view bytes) {
  Stored stored;
  std::memcpy(&stored, bytes.data(), sizeof stored);
  return stored;
}

// Each record's place and what is stored there.
template <typename Take>
void walk(std::string_view run, Take take) {
  for (std::size_t at = 0; at < run.size();) {
    const Stored stored = stored_at(run.substr(at));
    take(at, stored);
    at += stored.size();
  }
}

// The records of a run on disk, a buffer at a time.
class RunReader {
 public:
  RunReader(const TemporaryFile& file, std::int64_t begin, std::size_t size, std::size_t buffer)
      : file_(&file), at_(begin), left_(size), buffer_size_(buffer) {}

  // False: there is none any more.
  bool next() {
    rest_.remove_prefix(std::exchange(size_, 0));
    if (rest_.size() < sizeof(Stored) && !fill(sizeof(Stored))) return false;
    stored_ = stored_at(rest_);
    size_ = stored_.size();
    if (rest_.size() < size_) fill(size_);
    return true;
  }
  [[nodiscard]] LocalSeconds time() const { return to_seconds(stored_.time); }
  [[nodiscard]] std::string_view bytes() const { return rest_; }

 private:
  // At least so much is in the buffer then, unless the run has ended.
  bool fill(std::size_t least) {
    const std::size_t kept = rest_.size();
    buffer_.erase(0, buffer_.size() - kept);
    buffer_.resize(std::min(std::max(least, buffer_size_), kept + left_));
    const std::span<char> fresh = std::span(buffer_).subspan(kept);
    file_->read(at_, fresh);
    at_ += static_cast<std::int64_t>(fresh.size());
    left_ -= fresh.size();
    rest_ = buffer_;
    return !rest_.empty();
  }

  const TemporaryFile* file_;
  std::int64_t at_;
  std::size_t left_;
  std::size_t buffer_size_;
  std::string buffer_;
  std::string_view rest_;
  Stored stored_{};
  std::size_t size_ = 0;  // of the record at hand
};

}  // namespace

RecordStore::RecordStore(std::string folder, std::size_t memory) : memory_(memory), file_(std::move(folder)) {}

std::uint32_t RecordStore::number_of(const std::string& status) {
  const auto [at, fresh] = numbers_.try_emplace(status, static_cast<std::uint32_t>(statuses_.size()));
  if (fresh) statuses_.push_back(status);
  return at->second;
}

void RecordStore::add(const Record& record, const LocalTime& time) {
  const Scored& scored = record.scored;
  Stored stored{};
  stored.count = record.count;
  stored.score = scored.score;
  stored.expected = scored.expected.value_or(none);
  stored.surprise = scored.surprise.value_or(none);
  stored.time = time;
  stored.status = number_of(record.status);
  const std::string texts = texts_of(record);
  stored.texts_size = static_cast<std::uint32_t>(texts.size());
  stored.severity = scored.severity;
  stored.decision = scored.decision;
  stored.alert = scored.alert;
  stored.made_up = record.made_up;
  if (!run_.empty() && run_.size() + stored.size() > memory_) spill();
  run_.append(reinterpret_cast<const char*>(&stored), sizeof stored).append(texts);
  ++size_;
  has_keys_ = has_keys_ || !scored.key.empty();
  has_places_ = has_places_ || !scored.where.empty();
  has_amounts_ = has_amounts_ || record.amount.has_value();
}

void RecordStore::spill() {
  file_.write(end_, run_);
  runs_.push_back({end_, run_.size()});
  end_ += static_cast<std::int64_t>(run_.size());
  run_.clear();
}

// Each run in its turn, in memory. Where that changes it, it is written back.
void RecordStore::each_run(const std::function<bool(std::string& run)>& changes) {
  if (runs_.empty()) {
    changes(run_);
    return;
  }
  if (!run_.empty()) spill();
  for (const Run& run : runs_) {
    run_.resize(run.size);
    file_.read(run.begin, run_);
    if (changes(run_)) file_.write(run.begin, run_);
  }
  run_ = {};  // readers of runs want its memory
}

void RecordStore::date(std::int64_t from, const std::function<void(LocalTime& time, std::string_view status)>& date) {
  std::int64_t number = 0;
  each_run([&](std::string& run) {
    bool changed = false;
    walk(run, [&](std::size_t at, Stored stored) {
      if (number++ < from) return;
      const LocalTime before = stored.time;
      date(stored.time, statuses_[stored.status]);
      if (stored.time == before) return;
      std::memcpy(run.data() + at, &stored, sizeof stored);
      changed = true;
    });
    return changed;
  });
}

void RecordStore::sort() {
  each_run([this](std::string& run) { return sort_run(run); });
}

bool RecordStore::sort_run(std::string& run) {
  struct Place {
    LocalSeconds time;
    std::size_t at;
    [[nodiscard]] bool operator<(const Place& other) const {
      return std::pair(time, at) < std::pair(other.time, other.at);
    }
  };
  bool in_order = true;
  LocalSeconds before = std::numeric_limits<LocalSeconds>::min();
  walk(run, [&](std::size_t, const Stored& stored) {
    const LocalSeconds time = to_seconds(stored.time);
    in_order = in_order && before <= time;
    before = time;
    first_ = std::min(time, first_.value_or(time));
    last_ = std::max(time, last_.value_or(time));
  });
  if (in_order) return false;
  std::vector<Place> places;
  walk(run, [&](std::size_t at, const Stored& stored) { places.push_back({to_seconds(stored.time), at}); });
  std::ranges::sort(places, std::less{});
  std::string sorted;
  sorted.reserve(run.size());
  for (const Place& place : places)
    sorted.append(run, place.at, stored_at(std::string_view(run).substr(place.at)).size());
  run.swap(sorted);
  return true;
}

void RecordStore::take(std::string_view bytes, Record& record) const {
  const Stored stored = stored_at(bytes);
  record.time = to_seconds(stored.time);
  record.status = statuses_[stored.status];
  record.count = stored.count;
  record.scored.score = stored.score;
  record.scored.alert = stored.alert;
  record.scored.expected = number(stored.expected);
  record.scored.surprise = number(stored.surprise);
  record.scored.severity = stored.severity;
  record.scored.decision = stored.decision;
  set_texts(bytes.substr(sizeof stored, stored.texts_size), record);
  record.made_up = stored.made_up;
}

void RecordStore::each(const std::function<void(const Record&)>& take_record) const {
  if (!runs_.empty()) return merge(take_record);
  Record record;
  walk(run_, [&](std::size_t at, const Stored&) {
    take(std::string_view(run_).substr(at), record);
    take_record(record);
  });
}

// Runs are in the order they came, and so are their records of one time.
void RecordStore::merge(const std::function<void(const Record&)>& take_record) const {
  constexpr std::size_t usual_buffer = 64 << 10;
  using Next = std::pair<LocalSeconds, std::size_t>;  // of the runs, by number
  std::priority_queue<Next, std::vector<Next>, std::greater<>> next;
  std::vector<RunReader> readers;
  readers.reserve(runs_.size());
  for (const Run& run : runs_) {
    readers.emplace_back(file_, run.begin, run.size, std::min(memory_ / runs_.size(), usual_buffer));
    if (readers.back().next()) next.emplace(readers.back().time(), readers.size() - 1);
  }
  Record record;
  while (!next.empty()) {
    const std::size_t run = next.top().second;
    next.pop();
    RunReader& reader = readers[run];
    take(reader.bytes(), record);
    take_record(record);
    if (reader.next()) next.emplace(reader.time(), run);
  }
}

}  // namespace pos::report
