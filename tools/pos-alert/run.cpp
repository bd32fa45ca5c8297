// SPDX-License-Identifier: MIT
#include "run.hpp"

#include <unistd.h>

#include <algorithm>
#include <numeric>
#include <random>
#include <utility>

#include "base/error.hpp"
#include "base/text.hpp"
#include "cli/input.hpp"
#include "cli/run_tool.hpp"
#include "cli/scored_files.hpp"
#include "cli/signals.hpp"
#include "read/text_order.hpp"

namespace pos::tools {
namespace {

constexpr std::size_t rows_at_once = 10'000;
constexpr std::int32_t day_seconds = 86'400;

std::function<double()> random_numbers() {
  return [engine = std::mt19937_64(std::random_device()())]() mutable {
    return std::uniform_real_distribution<double>(0, 1)(engine);
  };
}

std::unique_ptr<history::AlertReader> reader_of(const Options& options) {
  if (options.replay || access(options.db.c_str(), F_OK) != 0) return nullptr;
  return std::make_unique<history::AlertReader>(options.db);
}

}  // namespace

Run::Run(const Options& options, const read::TimeZone& zone)
    : options_(options),
      zone_(zone),
      clock_(options.replay, zone),
      channels_(options.channels),
      composer_(channels_, clock_, options.attach ? options.db : std::string(), options.telling.rules),
      bad_rows_(tool, options.input.on_error, options.input.rejects),
      out_("-"),
      log_(out_, options.pass),
      heartbeat_(options.heartbeat, options.channels.cacert, options.channels.timeout),
      believed_([this](Believed::Row&& row) { take(std::move(row)); }),
      dater_(options.date.value_or(static_cast<std::int32_t>(cli::day_begin(zone.local(cli::now())) / day_seconds))) {
  if (options.shape != Shape::same) log_.set_format(options.shape == Shape::ndjson ? Format::ndjson : Format::csv);
  format_known_ = options.shape != Shape::same;
  if (options.dry_run) {
    if (const auto reader = reader_of(options)) {
      dry_ = reader->state();
      dry_volume_ = reader->volume();
    }
    return;
  }
  make_db_folder(options);
  store_ = std::make_unique<history::AlertStore>(options.db);
  courier_ = std::make_unique<Courier>(*store_, channels_, options, clock_, log_, random_numbers());
}

int Run::all() {
  for (const std::string& path : options_.input.inputs()) {
    if (!cli::stop_requested()) read(path);
  }
  believed_.finish(zone_.local(cli::now()));
  cycle(true, Courier::Effort::last);
  out_.close();
  bad_rows_.close();
  if (options_.common.verbose && passed_over_ > 0)
    cli::say(tool, std::to_string(passed_over_) + " rows were dealt with before");
  tell_order();
  const int status = exit_status();
  if (status == cli::exit_ok || status == cli::exit_found) heartbeat_.last_beat();
  return status;
}

// With -q too: incidents that are not what happened are worse than none.
void Run::tell_order() const {
  if (believed_.is_out_of_order()) {
    cli::say(tool,
             std::to_string(believed_.late()) + " of " + std::to_string(believed_.rows()) +
                 " records stand behind later ones: incidents made of them are wrong (sort the input by time, or " +
                 "give a file instead of a pipe: files may be in any order)");
  } else if (options_.common.verbose && believed_.left_out() > 0) {
    cli::say(tool, std::to_string(believed_.left_out()) +
                       " records that were not judged say nothing of the time, and are left out");
  }
}

int Run::exit_status() {
  if (courier_ && !cli::stop_requested()) {
    if (const int status = courier_->exit_status(); status != cli::exit_ok) return status;
  }
  if (misses_volume_ || believed_.is_out_of_order() || bad_rows_.exit_status() != cli::exit_ok)
    return cli::exit_bad_data;
  return options_.exit_status && any_open_ ? cli::exit_found : cli::exit_ok;
}

void Run::rescue() {
  cycle(true, Courier::Effort::last);
  out_.flush();
}

void Run::read(const std::string& path) {
  const std::string name = cli::display_name(path);
  const read::ReadOptions how{options_.input.format, options_.input.column_names(), read::Labels::ignore, {}};
  cli::InputFile in(path, {[this] { came(); }, [this] { idle(); }});
  bad_rows_.begin_file(name);
  dater_.start_file();
  const bool in_any_order = in.can_rewind() && !read::stands_in_order(in, name, how);
  if (in.can_rewind()) in.rewind();
  clock::Dater as_they_come = dater_;
  clock::Dater& dater = in_any_order ? as_they_come : dater_;
  read::ScoredReader reader(in, name, how, zone_, dater, [this](const BadRow& row) { bad_rows_.add(row); });
  begin(reader, name);
  if (in_any_order) return take_sorted(reader);
  while (const Record* record = reader.next()) {
    pass_on(reader);
    believed_.push({*record, group_of(reader)});
  }
}

// Files may stand in any order, as pos-score leaves them; incidents are made in order of time.
void Run::take_sorted(read::ScoredReader& reader) {
  std::vector<std::string> groups;
  auto records = cli::read_scored_file(reader, dater_, [&](read::ScoredReader& at) {
    pass_on(at);
    groups.push_back(group_of(at));
  });
  std::vector<std::size_t> order(records.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return records[i].time; });
  for (const std::size_t i : order) believed_.push({std::move(records[i]), std::move(groups[i])});
}

void Run::begin(const read::ScoredReader& reader, const std::string& name) {
  const Header& header = reader.header();
  const bool csv = header.format == Format::csv;
  if (csv && header.line.empty()) return;  // empty input says nothing about a format
  if (!std::exchange(format_known_, true)) log_.set_format(header.format);
  if (!csv) return;
  for (const std::string& column : options_.group_by) {
    if (std::find(header.names.begin(), header.names.end(), column) == header.names.end())
      throw Error(Fault::bad_data, name + ":" + std::to_string(header.line_number) + ": no column '" +
                                       printable(column) + "', which --group-by names");
  }
  if (!options_.pass) return;
  if (!passed_header_) {
    passed_header_ = header.line;
    (out_.buffer() += header.line) += '\n';
  } else if (*passed_header_ != header.line) {
    throw Error(Fault::bad_data,
                name + ":" + std::to_string(header.line_number) + ": the columns are not those of the file before");
  }
}

void Run::pass_on(const read::ScoredReader& reader) {
  if (!options_.pass) return;
  (out_.buffer() += reader.row().raw) += '\n';
  out_.flush_if_full();
}

void Run::take(Believed::Row&& row) {
  const LocalSeconds time = row.record.time;
  const bool later = !place_ || time > place_->time;
  place_ = later ? history::Cursor{time, 1} : history::Cursor{place_->time, place_->rows + 1};
  finder_.push(row.record);
  rows_.push_back({std::move(row.record), std::move(row.group), *place_});
  if (rows_.size() >= rows_at_once) work(false);
}

// `acquirer=A1, country=BR`.
std::string Run::group_of(read::ScoredReader& reader) const {
  std::string group;
  if (options_.group_by.empty()) return group;
  const auto cells = reader.cells();
  for (const std::string& column : options_.group_by) {
    const auto cell = std::find_if(cells.begin(), cells.end(), [&](const Cell& c) { return c.name == column; });
    const std::string value = cell == cells.end() ? std::string() : printable(trim(cell->value));
    group += (group.empty() ? "" : ", ") + column + "=" + value;
  }
  return group;
}

// Input came, or its first read is due: what is there is dealt with before anybody waits.
void Run::came() {
  believed_.confirm(zone_.local(cli::now()));
  cycle(false, Courier::Effort::due);
}

// Another second without input.
void Run::idle() {
  believed_.settle(zone_.local(cli::now()));
  cycle(true, Courier::Effort::due);
}

void Run::cycle(bool tick, Courier::Effort effort) {
  if (!tick && rows_.empty()) {
    out_.flush();
    return;
  }
  work(tick);
  out_.flush();
  if (!courier_ || cli::stop_requested()) return;
  courier_->deliver(effort);
  out_.flush();
  if (courier_->went_well() && effort == Courier::Effort::due) heartbeat_.beat();
}

// Rows, what they change, the messages that tells of and how far we are: one transaction.
void Run::work(bool tick) {
  done_.clear();
  check_volume();
  if (store_) {
    store_->change(cli::now(), [&](history::AlertState& state, std::vector<history::Outgoing>& messages) {
      apply(tick, state, messages);
    });
  } else {
    std::vector<history::Outgoing> nothing;
    apply(tick, dry_, nothing);
    dry_.tracker.closed.clear();
  }
  rows_.clear();
  for (const Done& done : done_) log_.write(done.time, done.event, done.envelope);
}

void Run::apply(bool tick, history::AlertState& state, std::vector<history::Outgoing>& messages) {
  incident::Settings settings = options_.telling;
  settings.rules.volume = volume();
  incident::Teller teller(settings, state.tracker, [&](const incident::Event& event) { tell(event, messages); });
  if (!options_.replay) teller.correct_stamps(clock_.now());
  const bool resumes = state.cursor.has_value();
  const history::Cursor behind = state.cursor.value_or(history::Cursor());
  for (const Row& row : rows_) {
    clock_.pass(row.record.time);
    if (resumes && row.place <= behind) {
      ++passed_over_;
      continue;
    }
    teller.push(row.record, row.group, clock_.now(), reading(row.record.time));
    state.cursor = row.place;
  }
  if (tick && !clock_.stands_still()) teller.tick(clock_.now());
  const auto& incidents = state.tracker.incidents;
  any_open_ = std::any_of(incidents.begin(), incidents.end(), [](const auto& incident) { return incident.open(); });
}

// A file of last week and what has waited in a pipe are behind the clock; what is there is read before anybody is told.
incident::Reading Run::reading(LocalSeconds time) const {
  constexpr LocalSeconds of_now = 900;
  const bool is_now = options_.replay || std::abs(zone_.local(cli::now()) - time) <= of_now;
  return is_now ? incident::Reading::live : incident::Reading::behind;
}

// A typing error must not make all losses 0; with -q too.
void Run::check_volume() {
  const bool missed = misses_volume_;
  misses_volume_ = !options_.volume.empty() && finder_.lacks(options_.volume);
  if (misses_volume_ && !missed)
    cli::say(tool, "--volume: no record so far has the status '" + printable(options_.volume) +
                       "': what incidents lose is not counted (is it spelt as in the rows?)");
}

// The status that measures business: as we are told; as the model says, where the database is its history and the input
// has that status; or as the input looks.
std::string Run::volume() {
  if (!options_.volume.empty()) return options_.volume;
  const auto known = store_ ? store_->volume() : dry_volume_;
  return known && !finder_.lacks(*known) ? *known : finder_.volume();
}

void Run::tell(const incident::Event& event, std::vector<history::Outgoing>& messages) {
  history::Envelope envelope;
  envelope.incident = event.incident.id;
  envelope.facts = Composer::facts(event);
  if (event.tell && store_ && !channels_.targets().empty()) {
    envelope.message_id = composer_.new_message_id();
    std::vector<std::string> thread = store_->outbox().thread(event.incident.id);
    for (const history::Outgoing& message : messages) {
      const bool same = event.incident.id != 0 && message.envelope.incident == event.incident.id;
      if (same && (thread.empty() || thread.back() != message.envelope.message_id))
        thread.push_back(message.envelope.message_id);
    }
    if (event.incident.id == 0) thread.clear();
    for (history::Outgoing& message : composer_.compose(event, envelope.message_id, std::move(thread)))
      messages.push_back(std::move(message));
  }
  done_.push_back({clock_.shown(event.time), std::string(incident::what_name(event.what)), std::move(envelope)});
}

}  // namespace pos::tools
