// SPDX-License-Identifier: MIT
#include "input_rows.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <utility>

#include "base/error.hpp"
#include "base/keys.hpp"
#include "cli/input.hpp"
#include "cli/period.hpp"
#include "cli/run_tool.hpp"
#include "cli/scored_files.hpp"
#include "cli/signals.hpp"
#include "read/text_order.hpp"

namespace pos::tools {
namespace {

constexpr std::size_t rows_at_once = 10'000;
constexpr std::int32_t day_seconds = 86'400;

bool is_pipe(int fd) {
  struct stat status {};
  return fstat(fd, &status) == 0 && (S_ISFIFO(status.st_mode) || S_ISSOCK(status.st_mode));
}

// Knows whether anything came.
class Watched final : public read::ByteSource {
 public:
  explicit Watched(cli::InputFile& in) : in_(in) {}

  std::size_t read(char* to, std::size_t size) override {
    const std::size_t got = in_.read(to, size);
    came_ = came_ || got > 0;
    return got;
  }
  [[nodiscard]] bool cut_short() const override { return in_.cut_short(); }
  [[nodiscard]] bool came() const { return came_; }

 private:
  cli::InputFile& in_;
  bool came_ = false;
};

}  // namespace

bool has_no_input() {
  struct stat status {};
  struct stat null {};
  if (fstat(STDIN_FILENO, &status) != 0 || isatty(STDIN_FILENO) != 0) return true;
  return S_ISCHR(status.st_mode) && stat("/dev/null", &null) == 0 && status.st_rdev == null.st_rdev;
}

InputRows::InputRows(const Options& options, const read::TimeZone& zone, dispatch::Clock& clock, cli::Output& out,
                     dispatch::EventLog& log, Cycle cycle)
    : options_(options),
      zone_(zone),
      clock_(clock),
      out_(out),
      log_(log),
      cycle_(std::move(cycle)),
      bad_rows_(tool, options.input.on_error, options.input.rejects),
      believed_([this](Record&& record) { take(std::move(record)); }),
      dater_(options.date.value_or(static_cast<std::int32_t>(cli::day_begin(zone.local(cli::now())) / day_seconds))),
      format_known_(options.shape != Shape::same) {}

void InputRows::read() {
  for (const std::string& path : options_.input.inputs()) {
    if (!cli::stop_requested()) read(path);
  }
  believed_.finish(zone_.local(cli::now()));
}

void InputRows::read(const std::string& path) {
  const std::string name = cli::display_name(path);
  const read::ReadOptions how{options_.input.format, options_.input.column_names(), read::Labels::ignore, {}};
  cli::InputFile in(path, {[this] { came(); }, [this] { idle(); }});
  bad_rows_.begin_file(name);
  dater_.start_file();
  const bool in_any_order = in.can_rewind() && !read::stands_in_order(in, name, how);
  if (in.can_rewind()) in.rewind();
  clock::Dater as_they_come = dater_;
  clock::Dater& dater = in_any_order ? as_they_come : dater_;
  Watched watched(in);
  read::ScoredReader reader(watched, name, how, zone_, dater, [this](const BadRow& row) { bad_rows_.add(row); });
  begin(reader, name);
  if (in_any_order) {
    take_sorted(reader);
  } else {
    while (const Record* record = reader.next()) {
      pass_on(reader);
      believed_.push(Record(*record));
    }
  }
  if (const std::string problem = reader.amount_problem(); !problem.empty() && !options_.common.quiet)
    cli::say(tool, name + ":" + problem);
  if (in_any_order) return;
  empty_pipe_ = options_.input.files.empty() && !watched.came() && is_pipe(STDIN_FILENO) && !cli::stop_requested();
}

// Files may stand in any order, as pos-score leaves them; incidents are made in order of time.
void InputRows::take_sorted(read::ScoredReader& reader) {
  auto records = cli::read_scored_file(reader, dater_, [&](read::ScoredReader& at) { pass_on(at); });
  std::ranges::stable_sort(records, {}, &Record::time);
  for (Record& record : records) believed_.push(std::move(record));
}

void InputRows::begin(const read::ScoredReader& reader, const std::string& name) {
  const Header& header = reader.header();
  const bool csv = header.format == Format::csv;
  has_keys_or_places_ = has_keys_or_places_ || reader.has_keys_or_places();
  has_amounts_ = has_amounts_ || header.amount;
  if (csv && header.line.empty()) return;  // empty input says nothing about a format
  if (!std::exchange(format_known_, true)) log_.set_format(header.format);
  if (!csv) return;
  if (!options_.pass) return;
  if (!passed_header_) {
    passed_header_ = header.line;
    (out_.buffer() += header.line) += '\n';
  } else if (*passed_header_ != header.line) {
    throw Error(Fault::bad_data,
                name + ":" + std::to_string(header.line_number) + ": the columns are not those of the file before");
  }
}

void InputRows::pass_on(const read::ScoredReader& reader) {
  if (!options_.pass) return;
  (out_.buffer() += reader.row().raw) += '\n';
  out_.flush_if_full();
}

void InputRows::take(Record&& record) {
  finder_.push(record);
  has_amounts_ = has_amounts_ || record.amount;
  note_key(record.scored);
  if (alerts_alone_.push(record))  // with -q too: what is told of it is wrong
    cli::say(tool,
             "alerts of over an hour, and no normal row among them: is this the output of pos-score -a? Without normal "
             "rows incidents do not end, and what is lost is not counted: leave -a out");
  rows_.push_back(std::move(record));
  if (rows_.size() >= rows_at_once) cycle_(false);
}

void InputRows::note_key(const Scored& scored) {
  if (scored.key.empty() && scored.where.empty()) return;
  has_keys_or_places_ = true;
  const std::string_view column = column_of_key(scored.key);
  if (!column.empty() && !families_.contains(column)) families_.emplace(column);
}

// Keys show when they alert: where none has, nothing can be said.
std::optional<std::vector<std::string>> InputRows::families() {
  if (families_.empty()) return std::nullopt;
  return std::vector<std::string>(families_.begin(), families_.end());
}

// Input came, or its first read is due: what is there is dealt with before anybody waits.
void InputRows::came() {
  believed_.confirm(zone_.local(cli::now()));
  rows_.empty() ? out_.flush() : cycle_(false);
}

// Another second without input.
void InputRows::idle() {
  believed_.settle(zone_.local(cli::now()));
  cycle_(true);
}

// What this run has read lies before what it reads, but for what was dealt with by others: a run before, or one beside.
bool InputRows::give(std::optional<history::Cursor>& cursor, const Take& take) {
  if (cursor && cursor != left_) behind_.emplace(*cursor);
  for (const Record& record : rows_) {
    clock_.pass(record.time);
    if (cursor && is_behind(record, *cursor)) {
      ++passed_over_;
      continue;
    }
    take(record);
    if (!cursor) cursor.emplace().time = record.time;
    cursor->place.reset();
    cursor->pass(record);
  }
  left_ = cursor;
  return false;
}

bool InputRows::is_behind(const Record& record, history::Cursor& cursor) {
  if (!behind_) return false;
  if (behind_->is_over(record)) {
    behind_.reset();
    return false;
  }
  if (!behind_->holds(record)) return false;
  if (behind_->is_to_be_kept(record)) cursor.pass(record);
  return true;
}

// As the model says, where the database is its history and the input has that status; or as the input looks.
std::string InputRows::volume(const OfDatabase& of_database) {
  const auto known = of_database();
  return known && !finder_.lacks(*known) ? *known : finder_.volume();
}

// With -q too: incidents that are not what happened are worse than none.
void InputRows::sum_up() {
  bad_rows_.close();
  if (options_.common.verbose && passed_over_ > 0)
    cli::say(tool, std::to_string(passed_over_) + " rows were dealt with before");
  if (believed_.is_out_of_order()) {
    cli::say(tool, std::to_string(believed_.late()) + " of " + std::to_string(believed_.rows()) +
                       " records come after later ones: incidents made of them are wrong (sort the input by time, or " +
                       "give a file instead of a pipe: files may be in any order)");
  } else if (options_.common.verbose && believed_.left_out() > 0) {
    cli::say(tool, std::to_string(believed_.left_out()) +
                       " records that were not judged say nothing of the time, and are left out");
  }
}

bool InputRows::was_bad() const { return believed_.is_out_of_order() || bad_rows_.exit_status() != cli::exit_ok; }

}  // namespace pos::tools
