// SPDX-License-Identifier: MIT
#include "run.hpp"

#include <unistd.h>

#include <algorithm>
#include <utility>

#include "base/error.hpp"
#include "base/text.hpp"
#include "cli/period.hpp"
#include "cli/run_tool.hpp"
#include "cli/signals.hpp"
#include "cli/version.hpp"
#include "history_rows.hpp"
#include "incident/grouping.hpp"
#include "settings.hpp"

namespace pos::tools {

using dispatch::Courier;

namespace {

std::unique_ptr<ledger::AlertReader> reader_of(const Options& options) {
  if (options.replay || access(options.db.c_str(), F_OK) != 0) return nullptr;
  return std::make_unique<ledger::AlertReader>(options.db);
}

std::optional<dispatch::AttachedReports> reports_of(const Options& options) {
  if (!options.attach) return std::nullopt;
  return dispatch::AttachedReports{options.history, options.telling.rules, cli::version};
}

// How long an alert lasts at Alertmanager unless it is sent again: while somebody sends it every few seconds, and until
// the next run from cron, every minute or every ten.
constexpr std::chrono::minutes hold_while_following{5};
constexpr std::chrono::minutes hold_until_next_run{15};

void say_of_heartbeat(const std::string& reason) {
  if (!reason.empty()) cli::say(tool, "heartbeat: " + reason);
}

}  // namespace

Run::Run(const Options& options, const read::TimeZone& zone)
    : options_(options),
      zone_(zone),
      is_new_(access(options.db.c_str(), F_OK) != 0),
      clock_(clock_of(options.replay ? dispatch::Clock::Of::rows : dispatch::Clock::Of::world, zone)),
      channels_(settings_of(options)),
      audience_(
          channels_, [this](std::int64_t incident) { return readers(incident); },
          [this](const dispatch::Copy& copy) { return composer_.leaves_out(copy); }),
      events_(options, zone),
      composer_(channels_, clock_, options.places, reports_of(options), [this]() -> auto& { return events_.known(); }),
      out_("-"),
      log_(options.pass ? nullptr : &out_.buffer(), log_format(options)),
      heartbeat_(options.heartbeat, options.channels.transport.cacert, options.channels.transport.timeout,
                 cli::stop_requested) {
  if (options.dry_run) {
    if (const auto reader = reader_of(options)) {
      dry_ = reader->state();
      dry_volume_ = reader->volume();
      for (const incident::Incident& incident : dry_.tracker.incidents)
        dry_readers_[incident.id] = reader->readers(incident.id);
    }
    return;
  }
  make_db_folder(options);
  store_ = std::make_unique<ledger::AlertStore>(options.db);
  courier_ = std::make_unique<Courier>(*store_, channels_, clock_, log_, outside());
  if (!options.channels.alertmanager_files.empty())
    alertmanagers_ = std::make_unique<dispatch::Alertmanagers>(
        channels_, composer_, clock_, options.stream, options.follow ? hold_while_following : hold_until_next_run, outside());
}

int Run::all() {
  if (options_.follow || (options_.reads_history_without_input() && has_no_input())) {
    follow(Pipe::none);
  } else {
    InputRows input(options_, zone_, clock_, out_, log_, [this](bool tick) { cycle(tick, Courier::Effort::due); });
    read(input);
  }
  if (alertmanagers_) unshown_ = alertmanagers_->finish();
  out_.close();
  const int status = exit_status();
  if (status == cli::exit_ok || status == cli::exit_found) say_of_heartbeat(heartbeat_.last_beat());
  return status;
}

void Run::read(InputRows& input) {
  source_ = &input;
  try {
    input.read();
  } catch (const Error&) {  // what was read before is dealt with, as far as that is possible
    cycle(true, Courier::Effort::last);
    out_.flush();
    throw;
  }
  if (input.was_empty_pipe() && options_.reads_history_without_input()) return follow(Pipe::empty);
  cycle(true, Courier::Effort::last);
  input.sum_up();
  was_bad_ = input.was_bad();
}

// What was decided since, once; or for as long as nobody asks to stop, and then once more.
void Run::follow(Pipe pipe) {
  HistoryRows rows(options_, zone_);
  // A database that we made just now may be a name mistyped; an empty pipe may just have nothing to say.
  if (options_.follow || (is_new_ && pipe == Pipe::none)) rows.tell_if_empty(options_);
  source_ = &rows;
  while (options_.follow && !cli::stop_requested()) {
    cycle(true, Courier::Effort::due);
    HistoryRows::wait();
  }
  cycle(true, options_.follow ? Courier::Effort::parting : Courier::Effort::last);
}

int Run::exit_status() {
  if (courier_ && !cli::stop_requested()) {
    courier_->tell_waiting();
    if (const auto fault = courier_->fault()) return static_cast<int>(*fault);
  }
  if (unshown_ && !cli::stop_requested()) return static_cast<int>(*unshown_);
  if (misses_volume_ || was_bad_) return cli::exit_bad_data;
  return options_.exit_status && any_open_ ? cli::exit_found : cli::exit_ok;
}

void Run::cycle(bool tick, Courier::Effort effort) {
  const auto stops = [effort] { return cli::stop_requested() && effort != Courier::Effort::parting; };
  while (work(tick) && !stops()) out_.flush();
  out_.flush();
  if (!courier_ || stops()) return;
  if (alertmanagers_) alertmanagers_->show();
  courier_->deliver(effort);
  out_.flush();
  if (courier_->went_well() && effort == Courier::Effort::due) say_of_heartbeat(heartbeat_.beat());
}

// Rows, what they change, the messages that tells of and how far we are: one transaction. True: there are more rows.
bool Run::work(bool tick) {
  done_.clear();
  events_.may_have_changed();
  check_volume();
  bool more = false;
  if (store_) {
    store_->change(cli::now(), [&](ledger::AlertState& state, std::vector<ledger::Outgoing>& messages) {
      more = apply(tick, state, messages);
    });
  } else {
    std::vector<ledger::Outgoing> nothing;
    more = apply(tick, dry_, nothing);
    dry_.tracker.closed.clear();
  }
  check_grouping();
  log_.show({source_->has_keys_or_places(), source_->has_amounts()});
  source_->given();
  for (const dispatch::EventLog::Entry& done : done_) log_.write(done);
  return more;
}

bool Run::apply(bool tick, ledger::AlertState& state, std::vector<ledger::Outgoing>& messages) {
  incident::Settings settings = options_.telling;
  settings.rules.volume = volume();
  settings.wall_clock = [this](incident::ClockSeconds time) { return clock_.shown(time); };
  pending_ = &messages;
  settings.has_new_readers = [this](const auto& incident) { return audience_.has_new_readers(incident); };
  incident::Teller teller(settings, state.tracker, [&](const incident::Event& event) { tell(event, messages); });
  if (alertmanagers_) alertmanagers_->look_back(state.tracker);
  if (!options_.replay) teller.correct_stamps(clock_.now());
  const bool more = source_->give(state.cursor, [&](const Record& record) {
    clock_.pass(record.time);
    teller.push(record, incident::group_of(record, options_.grouping), clock_.now(), reading(record.time));
  });
  if (tick && !more && !clock_.stands_still()) teller.tick(clock_.now());
  const auto& incidents = state.tracker.incidents;
  if (alertmanagers_) alertmanagers_->look(state.tracker);
  any_open_ = std::any_of(incidents.begin(), incidents.end(), [](const auto& incident) { return incident.open(); });
  return more;
}

// A file of last week, and what has waited in a pipe or a history: what is there is read before anybody is told.
incident::Reading Run::reading(LocalSeconds time) const {
  constexpr LocalSeconds of_now = 180;
  const bool is_of_now = !source_->comes_whole() && std::abs(zone_.local(cli::now()) - time) <= of_now;
  const bool is_now = options_.replay || is_of_now;
  return is_now ? incident::Reading::live : incident::Reading::behind;
}

// A typing error must not make all losses 0; with -q too.
void Run::check_volume() {
  const bool missed = misses_volume_;
  misses_volume_ = !options_.volume.empty() && source_->lacks(options_.volume);
  if (misses_volume_ && !missed)
    cli::say(tool, "--volume: no record so far has the status '" + printable(options_.volume) +
                       "': what incidents lose is not counted (is it spelt as in the rows?)");
}

// Once, and with -q too: incidents are others than was meant.
void Run::check_grouping() {
  if (options_.grouping.columns.empty() || grouping_checked_) return;
  const auto families = source_->families();
  if (!families) return;
  grouping_checked_ = true;
  for (const std::string& column : options_.grouping.columns) {
    if (std::find(families->begin(), families->end(), column) != families->end()) continue;
    const std::string known = families->empty() ? "no record has a key (pos-train --by makes a model that has)"
                                                : "keys are of " + printable(join(*families, ", "));
    cli::say(tool, "--group-by: no record so far has a key of the column '" + printable(column) + "': " + known);
  }
}

std::string Run::volume() {
  if (!options_.volume.empty()) return options_.volume;
  return source_->volume([this] { return store_ ? store_->volume() : dry_volume_; });
}

// Who knows of the incident by now.
ledger::Readers Run::readers(std::int64_t incident) const {
  if (!store_) {
    const auto known = dry_readers_.find(incident);
    return known == dry_readers_.end() ? ledger::Readers() : known->second;
  }
  ledger::Readers all = store_->outbox().readers(incident);
  for (const ledger::Outgoing& message : *pending_) {
    const auto& of_digest = message.incidents;
    const bool is_of_it = message.envelope.incident == incident ||
                          std::find(of_digest.begin(), of_digest.end(), incident) != of_digest.end();
    if (is_of_it) all.emplace(message.envelope.channel, message.envelope.target);
  }
  return all;
}

// Ids of the messages before on it.
std::vector<std::string> Run::thread(std::int64_t incident, const std::vector<ledger::Outgoing>& messages) const {
  if (incident == 0) return {};
  std::vector<std::string> ids = store_->outbox().thread(incident);
  for (const ledger::Outgoing& message : messages) {
    const bool same = message.envelope.incident == incident;
    if (same && (ids.empty() || ids.back() != message.envelope.message_id)) ids.push_back(message.envelope.message_id);
  }
  return ids;
}

void Run::tell(const incident::Event& event, std::vector<ledger::Outgoing>& messages) {
  ledger::Envelope envelope;
  envelope.incident = event.incident.id;
  pending_ = &messages;
  const std::vector<dispatch::Copy> copies = event.tell ? audience_.of(event) : std::vector<dispatch::Copy>();
  if (!copies.empty() && store_) {
    envelope.message_id = composer_.new_message_id();
    for (ledger::Outgoing& message :
         composer_.compose(copies, envelope.message_id, thread(envelope.incident, messages)))
      messages.push_back(std::move(message));
  }
  std::string reason = event.reason;
  if (event.what == incident::What::digest) reason = std::to_string(event.entries.size()) + " incidents in one message";
  done_.push_back({clock_.shown(event.time), std::string(incident::what_name(event.what)), std::move(envelope),
                   event.incident, std::move(reason)});
  if (!store_) note_due(copies, event);
}

// To whom it would go.
void Run::note_due(const std::vector<dispatch::Copy>& copies, const incident::Event& event) {
  for (const dispatch::Copy& copy : copies) {
    const dispatch::Target& to = copy.target;
    const std::string& route = channels_.routes()[to.route].name;
    std::string reason(incident::what_name(copy.event.what));
    if (event.what == incident::What::digest) reason += " of " + std::to_string(copy.event.entries.size());
    if (!route.empty()) reason += ", route " + printable(route);
    done_.push_back({clock_.shown(event.time),
                     "due",
                     {{}, event.incident.id, {}, to.channel, to.name},
                     event.incident,
                     std::move(reason)});
    dry_readers_[event.incident.id].emplace(to.channel, to.name);
    for (const incident::Held& held : copy.event.entries) dry_readers_[held.incident].emplace(to.channel, to.name);
  }
}

}  // namespace pos::tools
