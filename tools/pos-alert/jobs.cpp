// SPDX-License-Identifier: MIT
#include "jobs.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "base/error.hpp"
#include "base/text.hpp"
#include "cli/period.hpp"
#include "cli/run_tool.hpp"
#include "cli/signals.hpp"
#include "dispatch/channels.hpp"
#include "dispatch/clock.hpp"
#include "dispatch/composer.hpp"
#include "dispatch/courier.hpp"
#include "list.hpp"
#include "settings.hpp"
#include "silence.hpp"

namespace pos::tools {
namespace {

using notify::Delivery;

// What is sent by itself, and told as it is done.
struct Sending {
  Sending(const Options& options, const read::TimeZone& zone)
      : channels(settings_of(options)),
        clock(clock_of(dispatch::Clock::Of::world, zone)),
        log(&out.buffer(), log_format(options)) {}

  const dispatch::Channels channels;
  const dispatch::Clock clock;
  cli::Output out{"-"};
  dispatch::EventLog log;
};

// `mail to ops@example.com (route night)`
std::string way(const dispatch::Target& target, const std::string& routes) {
  return target.channel + " to " + printable(target.name) +
         (routes.empty() ? "" : " (route " + printable(routes) + ")");
}

int test(const Options& options, const read::TimeZone& zone) {
  Sending to(options, zone);
  const dispatch::Composer composer(to.channels, to.clock, options.places);
  const std::string id = composer.new_message_id();
  const notify::Notice notice = composer.test_notice(id);
  int status = cli::exit_ok;
  std::vector<dispatch::Target> targets = to.channels.targets();
  for (dispatch::Target& target : to.channels.alertmanagers()) targets.push_back(std::move(target));
  for (const dispatch::Target& target : targets) {
    const std::string routes = to.channels.route_names(target);
    if (!options.common.quiet && !routes.empty()) cli::say(tool, way(target, routes));
    const auto trace = [&](std::string_view line) {
      if (!options.common.quiet) cli::say(tool, target.channel + " " + std::string(line));
    };
    const auto payload = to.channels.render(target, notice);
    if (!payload) {
      cli::say(tool, way(target, routes) + ": its template has nothing to say of a test");
      continue;
    }
    const Delivery delivery = to.channels.deliver(target, *payload, trace);
    if (delivery.outcome == Delivery::Outcome::interrupted) break;
    const bool sent = delivery.outcome == Delivery::Outcome::sent;
    to.log.write({to.clock.shown(to.clock.now()),
                  sent ? "sent" : "failed",
                  {id, 0, "test", target.channel, target.name},
                  {},
                  routes.empty() ? "" : "route " + printable(routes)});
    if (sent) continue;
    cli::say(tool, way(target, routes) + ": " + delivery.reason);
    status = std::max(status, static_cast<int>(delivery.fault));
  }
  to.out.close();
  return status;
}

int flush(const Options& options, const read::TimeZone& zone) {
  Sending to(options, zone);
  ledger::AlertStore store(options.db);
  dispatch::Courier courier(store, to.channels, to.clock, to.log, outside());
  courier.deliver(dispatch::Courier::Effort::all);
  to.out.close();
  if (cli::stop_requested()) return cli::exit_ok;
  courier.tell_waiting();
  const auto fault = courier.fault();
  return fault ? static_cast<int>(*fault) : cli::exit_ok;
}

int acknowledge(const Options& options) {
  ledger::AlertStore store(options.db);
  if (!store.acknowledge(options.id, {cli::now(), options.verdict, options.author, options.comment}))
    throw Error(Fault::usage, "ack: incident " + std::to_string(options.id) +
                                  " is not recorded: pos-alert has not read its rows yet, or the id is another");
  return cli::exit_ok;
}

// What was asked for may not be what was meant: today or tomorrow, and of which zone.
void say_when(const incident::Silence& silence, const read::TimeZone& zone) {
  const LocalSeconds wall = zone.local(cli::now());
  const std::string in_zone = " (" + zone.name() + ")";
  if (!silence.span) return cli::say(tool, "silent until " + to_date_time(zone.local(silence.end)) + in_zone);
  const incident::WallSpan& span = *silence.span;
  const LocalSeconds begin = span.begin_of(wall).value_or(span.first);
  const std::string again = span.days == 0 ? "" : ", then every " + incident::every_words(span.days);
  cli::say(tool, "silent from " + to_date_time(begin) + " to " + to_date_time(begin + span.length) + in_zone + again);
}

int silence(const Options& options, const read::TimeZone& zone) {
  const incident::Silence silence = silence_of(options, zone, cli::now());
  cli::Output out("-");
  out.buffer() = std::to_string(ledger::AlertStore(options.db).add_silence(silence)) + "\n";
  out.close();
  if (!options.common.quiet) say_when(silence, zone);
  return cli::exit_ok;
}

int unsilence(const Options& options) {
  if (!ledger::AlertStore(options.db).end_silence(options.id, cli::now()))
    throw Error(Fault::usage, "unsilence: no silence " + std::to_string(options.id) + " is active");
  return cli::exit_ok;
}

int show(const Options& options, const read::TimeZone& zone) {
  cli::Output out("-");
  const bool open = list(options, zone, out);
  out.close();
  return options.exit_status && open ? cli::exit_found : cli::exit_ok;
}

// Who works on another database than the running pos-alert changes nothing, and does not see it.
void check_db(const Options& options) {
  if (access(options.db.c_str(), F_OK) != 0) {
    const int reason = errno;
    if (reason != ENOENT && reason != ENOTDIR)
      throw Error(Fault::permission,
                  options.db + ": " + std::strerror(reason) + "; work as the user that pos-alert runs as, or as root");
    throw Error(Fault::no_input,
                options.db + ": there is no such database; name the one that pos-alert runs with: -b FILE");
  }
  if (!options.other_db.empty() && !options.common.quiet)
    cli::say(tool, "working on " + options.db + ", and not on " + options.other_db);
}

}  // namespace

int run_job(const Options& options, const read::TimeZone& zone) {
  if (options.job != Job::test) check_db(options);
  switch (options.job) {
    case Job::test:
      return test(options, zone);
    case Job::flush:
      return flush(options, zone);
    case Job::acknowledge:
      return acknowledge(options);
    case Job::silence:
      return silence(options, zone);
    case Job::unsilence:
      return unsilence(options);
    case Job::list:
    case Job::filter:
      break;
  }
  return show(options, zone);
}

}  // namespace pos::tools
