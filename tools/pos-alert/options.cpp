// SPDX-License-Identifier: MIT
#include "options.hpp"

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <system_error>

#include "base/error.hpp"
#include "base/text.hpp"
#include "cli/config.hpp"
#include "cli/output.hpp"
#include "notify/address.hpp"
#include "routes.hpp"

namespace pos::tools {
namespace {

// May be given more than once; each time one.
cli::Option add_texts(cli::Command& command, const std::string& name, std::vector<std::string>& texts,
                      const std::string& type, const std::string& description) {
  return command.texts(name, texts, description).type(type).check([](const std::string& given) {
    return given.empty() ? "it is empty" : "";
  });
}

// Why the address cannot be used; empty: it can.
std::string check_address(const std::string& name, const std::string& address) {
  try {
    static_cast<void>(notify::parse_address(address, name));
    return {};
  } catch (const Error& error) {
    const std::string reason = error.what();
    return reason.starts_with(name + ": ") ? reason.substr(name.size() + 2) : reason;
  }
}

std::string check_smtp(const std::string& url) {
  for (const std::string_view scheme : {"smtp://", "smtps://", "smtp+plain://"}) {
    if (url.starts_with(scheme) && url.size() > scheme.size()) return {};
  }
  return "'" + printable(url) + "' is none of smtp://HOST:587, smtps://HOST:465, smtp+plain://HOST:25";
}

// What stands in mails for everybody has no password; a view of the page is put behind it.
std::string check_page(const std::string& url) {
  const std::string shown = "'" + printable(url) + "'";
  const auto scheme = url.find("://");
  const std::string name = url.substr(0, std::min(scheme, url.size()));
  if ((name != "http" && name != "https") || url.size() <= scheme + 3)
    return shown + " is not an address such as https://pos.example.com/";
  const auto is_plain = [](char c) {
    return c > ' ' && c <= '~' && std::string_view("\"<>\\^`{|}").find(c) == std::string_view::npos;
  };
  if (!std::all_of(url.begin(), url.end(), is_plain))
    return shown + ": percent-encode what is no plain character of an address";
  const std::string host = url.substr(scheme + 3, url.find_first_of("/?#", scheme + 3) - scheme - 3);
  if (host.empty() || host.front() == ':') return shown + " names no host";
  if (host.find('@') != std::string::npos) return "a name or password in it would stand in every message";
  if (url.find_first_of("?#") != std::string::npos) return shown + ": leave out the query, and what is after #";
  return {};
}

std::string with_path(const std::string& url) {
  return url.find('/', url.find("://") + 3) == std::string::npos ? url + "/" : url;
}

void add_channels(cli::Command& command, Options& all) {
  dispatch::Transport& how = all.channels.transport;
  dispatch::Destinations& own = all.channels.own;
  add_texts(command, "--to", own.to, "ADDR", "Send mail to ADDR; may be repeated").check([](const std::string& text) {
    return check_address("--to", text);
  });
  cli::add_text(command, "--from", how.from, "ADDR", "Sender of the mail").check([](const std::string& text) {
    return check_address("--from", text);
  });
  cli::add_text(command, "--smtp", how.smtp, "URL",
                "Mail server: smtp://HOST:587 (STARTTLS), smtps://HOST:465, or smtp+plain://HOST:25 in clear text")
      .check(check_smtp);
  cli::add_text(command, "--user", how.user, "NAME", "Name to log in with at the mail server");
  cli::add_text(command, "--password-file", how.password_file, "FILE",
                "File with the password; a bare name is looked up in $CREDENTIALS_DIRECTORY first");
  cli::add_text(command, "--password-command", how.password_command, "CMD", "Command that prints the password");
  cli::add_text(command, "--token-command", how.token_command, "CMD",
                "Command that prints an access token, instead of a password (XOAUTH2, OAUTHBEARER)");
  cli::add_text(command, "--cacert", how.cacert, "FILE", "Authorities to trust instead of the system's");
  add_texts(command, "--webhook-file", own.webhook_files, "FILE",
            "POST the incident as JSON to the URL in FILE; may be repeated");
  add_texts(command, "--slack-file", own.slack_files, "FILE",
            "Send to the incoming webhook of Slack whose URL is in FILE; may be repeated");
  cli::add_text(command, "--webhook-template", own.webhook_template, "FILE",
                "What webhooks get instead of our JSON; examples/webhooks has some");
  add_texts(command, "--alertmanager-file", all.channels.alertmanager_files, "FILE",
            "Show open incidents to the Prometheus Alertmanager whose URL is in FILE; may be repeated");
  cli::add_text(command, "--exec", own.exec, "CMD", "Run CMD with the incident as JSON on its standard input");
  cli::add_text(command, "--maildir", own.maildir, "DIR", "Deliver mail into a Maildir, no network");
  cli::add_text(command, "--template", all.template_file, "FILE", "File with the words of the mail");
  cli::add_language_option(command, all.language);
  cli::add_duration(command, "--timeout", how.timeout, "How long one try may take");
}

// Both return what is wrong with the list, or nothing.
std::string set_repeat(const std::string& list, Options& options) {
  std::vector<std::chrono::seconds>& offsets = options.telling.repeat;
  offsets.clear();
  if (list == "never") return {};
  for (const std::string& piece : split_list(list)) {
    const auto offset = cli::parse_duration(piece);
    if (!offset || offset->count() == 0 || (!offsets.empty() && *offset <= offsets.back()))
      return "'" + list + "' is neither never nor growing time spans such as 4h,24h,168h";
    offsets.push_back(*offset);
  }
  return {};
}

// Returns what is wrong with the list, or nothing. That an incident may have several statuses is so in any case.
std::string set_grouping(const std::string& list, incident::Grouping& grouping) {
  std::vector<std::string> columns = split_list(list);
  const auto has = [&](std::string_view name) {
    return std::find(columns.begin(), columns.end(), name) != columns.end();
  };
  if (columns.empty() || has(""))
    return "'" + printable(list) + "' is neither status nor columns such as merchant,acquirer";
  columns.erase(std::remove(columns.begin(), columns.end(), "status"), columns.end());
  grouping = {!columns.empty(), columns};
  return {};
}

void add_rules(cli::Command& command, Options& options) {
  command
      .value(
          "--group-by", [&options](const std::string& list) { return set_grouping(list, options.grouping); },
          "Columns whose keys have incidents of their own; status: no key has (default: every key)")
      .type("COLUMN,...");
  command
      .value(
          "--repeat", [&options](const std::string& list) { return set_repeat(list, options); },
          "Remind of open incidents that long after they opened; never: not at all")
      .type("DUR,...")
      .shown_default("4h,24h,168h");
  cli::add_rule_options(command, options.telling.rules.resolve_after, options.telling.rules.min_severity);
  cli::add_volume_option(command, options.volume,
                         "Status that measures business, which incidents lose (default: the model's)");
  cli::add_events_option(command, options.events);
  cli::add_duration(command, "--group-interval", options.telling.group_interval,
                    "Shortest time between two updates of an open incident");
  cli::add_number<int>(command, "--max-per-hour", options.telling.max_per_hour, 1, 1000,
                       "Most messages in any hour; the others wait for one digest");
}

void add_output(cli::Command& command, Options& options) {
  cli::add_choice<Shape>(command, "-f,--format", options.shape,
                         {{"auto", Shape::same}, {"text", Shape::text}, {"csv", Shape::csv}, {"ndjson", Shape::ndjson}},
                         "Format of the output; auto: that of the input; text: for list");
  command.flag("--pass", options.pass, "Copy the input to standard output instead of telling what was done");
  command.flag("-n,--dry-run", options.dry_run, "Do everything but sending; store nothing");
  command.flag("--replay", options.replay, "Take the times of the rows as the clock");
  command.flag("-e,--exit-status", options.exit_status, "Exit 1 if an incident is open");
  cli::add_number<int>(command, "--retries", options.channels.transport.retries, 0, 100,
                       "Quick tries, before one in about ten minutes");
  cli::add_duration(command, "--give-up", options.channels.transport.give_up,
                    "Give up a message that could not be delivered for that long")
      .shown_default("3d");
  cli::add_text(command, "--heartbeat", options.heartbeat, "FILE|URL",
                "After each cycle without an error touch FILE, or POST to URL");
  cli::add_text(command, "--page", options.places.page, "URL",
                "Put a link to the incident into messages: the page of pos-serve, as who reads them reaches it")
      .check(check_page);
  command.flag("--attach", options.attach,
               "Attach the report of the incident's hours to mail; needs a history with rows");
}

cli::Command& add_job(cli::Command& command, Options& options, const std::string& name, Job job,
                      const std::string& description) {
  return command.job(name, description, [&options, job] { options.job = job; });
}

void add_id(cli::Command& job, Options& options, cli::Values::Of ids) {
  const auto set = [&options](const std::string& text) {
    const auto id = parse_number<std::int64_t>(text);
    if (!id || *id < 1) return "'" + text + "' is not a number that list shows";
    options.id = *id;
    return std::string();
  };
  job.value("ID", set, "Number that list shows").type("").required().completed_by({ids, {}, false});
}

std::string set_days(const std::string& list, Options& options) {
  const auto days = incident::days_of(list);
  if (!days) return "'" + printable(list) + "' is neither day nor a list of mon,tue,wed,thu,fri,sat,sun";
  options.silence.days = *days;
  return {};
}

void check_silence(const Options& options) {
  if (options.silent_for.count() == 0) cli::misuse("--for: no time at all");
  if (options.silence.days == 0) return;
  if (options.silent_from.empty()) cli::misuse("--every: it needs a time to begin at: --from");
  if (options.silent_for > std::chrono::hours(24)) cli::misuse("--every: what comes again lasts a day at most (--for)");
}

// A pattern that nothing can match would be a silence that keeps nothing quiet.
std::string wrong_pattern(const std::string& given) {
  return is_plain_text(given) ? "" : "'" + printable(given) + "' is not UTF-8, or has a control character: nothing matches it";
}

std::string wrong_key_pattern(const std::string& given) {
  const std::string problem = wrong_pattern(given);
  return !problem.empty() || incident::may_match_key(given) ? problem : matches_no_key(given);
}

void add_jobs(cli::Command& command, Options& options) {
  add_job(command, options, "test", Job::test, "Send a [TEST] message through every channel");
  cli::Command& list =
      add_job(command, options, "list", Job::list, "Show open incidents, silences and waiting messages");
  list.flag("--all", options.all, "Also what is over");
  add_job(command, options, "flush", Job::flush, "Deliver what is queued, now");

  cli::Command& ack =
      add_job(command, options, "ack", Job::acknowledge, "Take an incident, or judge it: no more reminders");
  add_id(ack, options, cli::Values::Of::incidents);
  cli::add_choice<std::optional<incident::Verdict>>(ack, "--verdict", options.verdict,
                                                    {{"true", incident::Verdict::true_alarm},
                                                     {"false", incident::Verdict::false_alarm},
                                                     {"none", incident::Verdict::none}},
                                                    "Was it one? none: not known after all");
  cli::add_text(ack, "--comment", options.comment, "TEXT", "Why");
  cli::add_text(ack, "--author", options.author, "NAME", "Who says so (default $USER)");

  cli::Command& silence =
      add_job(command, options, "silence", Job::silence, "Send no messages for a while; prints the ID of the silence");
  cli::add_text(silence, "--group", options.silence.group, "PATTERN", "Of these keys: 'merchant=m1*'")
      .check(wrong_key_pattern);
  cli::add_text(silence, "--status", options.silence.status, "PATTERN", "Of these statuses, * and ? as in a shell")
      .check(wrong_pattern)
      .completed_by({cli::Values::Of::statuses, {}, false});
  cli::add_choice<Severity>(silence, "--severity", options.silence.severity,
                            {{"warning", Severity::warning}, {"critical", Severity::critical}}, "Up to this severity");
  cli::add_duration(silence, "--for", options.silent_for, "For how long").shown_default("").required();
  cli::add_text(silence, "--from", options.silent_from, "TIME", "Not from now on: 02:00, or '2026-03-10 02:00'");
  silence
      .value(
          "--every", [&options](const std::string& days) { return set_days(days, options); },
          "Again at that time: every day, or on days such as sat,sun")
      .type("day|LIST")
      .completed_by({cli::Values::Of::words, {"day", "mon", "tue", "wed", "thu", "fri", "sat", "sun"}, true});
  cli::add_text(silence, "--comment", options.comment, "TEXT", "Why").required();
  cli::add_text(silence, "--author", options.author, "NAME", "Who wants it (default $USER)");

  add_id(add_job(command, options, "unsilence", Job::unsilence, "End a silence"), options, cli::Values::Of::silences);
}

// An option that does not go with the others. Whoever wrote it is told in their place.
[[noreturn]] void refuse(const cli::Command& command, const std::string& key, const std::string& reason) {
  const std::string place = command.configured(key);
  if (place.empty()) cli::misuse("--" + key + ": " + reason);
  throw Error(Fault::config, place + ": " + reason);
}

void check_channels(const Options& options, const cli::Command& command) {
  const dispatch::Transport& how = options.channels.transport;
  const bool mails = !options.channels.own.to.empty();
  const bool file = !how.password_file.empty();
  const bool runs = !how.password_command.empty();
  const bool token = !how.token_command.empty();
  const auto refuse_if = [&](bool wrong, const char* key, const char* reason) {
    if (wrong) refuse(command, key, reason);
  };
  refuse_if(mails && how.smtp.empty(), "to", "it needs a mail server: --smtp");
  refuse_if(mails && how.from.empty(), "to", "it needs a sender: --from");
  refuse_if(file && runs, "password-command", "there is a --password-file too: choose one");
  refuse_if(token && (file || runs), "token-command", "there is a password too: choose one");
  refuse_if(!how.user.empty() && !file && !runs && !token, "user",
            "it needs a password: --password-file or --password-command (or --token-command)");
  refuse_if(how.user.empty() && token, "token-command", "it needs a name to log in with: --user");
  refuse_if(how.user.empty() && (file || runs), file ? "password-file" : "password-command",
            "it needs a name to log in with: --user");
  refuse_if(!how.user.empty() && how.smtp.starts_with("smtp+plain:"), "user",
            "no login goes over smtp+plain, where all can read it");
  refuse_if(how.timeout.count() == 0, "timeout", "no time at all");
  refuse_if(how.give_up.count() == 0, "give-up", "no time at all");
}

// A template that no webhook would get is no channel, and nobody would be told.
void check_template(const Options& options, const cli::Command& command) {
  const auto uses_it = [](const dispatch::Route& route) {
    return route.destinations.webhook_template.empty() && !route.destinations.webhook_files.empty();
  };
  const dispatch::Destinations& own = options.channels.own;
  if (own.webhook_template.empty() || !own.webhook_files.empty() ||
      std::any_of(options.channels.routes.begin(), options.channels.routes.end(), uses_it))
    return;
  refuse(command, "webhook-template", "it needs a webhook: --webhook-file");
}

std::string default_db() {
  const std::string state = cli::environment("XDG_STATE_HOME");
  return (state.empty() ? cli::home_folder() + "/.local/state" : state) + "/pos-tools/alert.db";
}

bool same_file(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty()) return a == b;
  return std::filesystem::absolute(a).lexically_normal() == std::filesystem::absolute(b).lexically_normal();
}

void choose_db(Options& options, const cli::Command& command) {
  const std::string here = cli::environment("POS_DB");
  const auto configured = command.offered("db");
  if (options.db.empty()) options.db = default_db();
  const std::string other = !here.empty() ? here : configured.value_or(default_db());
  std::error_code unreachable;  // a home that may not be searched has none
  const bool is_meant = !here.empty() || configured || std::filesystem::exists(other, unreachable);
  if (is_meant && !same_file(options.db, other)) options.other_db = other;
}

void name_places(Options& options, const cli::Command& command) {
  // What those get who type no -b. A configuration that has to be named is found by those alone who name it.
  const auto named = command.given("config");
  const bool is_found = !named || same_file(*named, cli::usual_config());
  const std::string usual = is_found ? command.offered("db").value_or(default_db()) : default_db();
  const auto argument = [&](const std::string& file) {
    if (same_file(file, usual)) return std::string();
    return "-b " + shell_word(std::filesystem::absolute(file).lexically_normal().string());
  };
  options.places.alert = argument(options.db);
  options.places.report = argument(options.history);
  if (!options.places.page.empty()) options.places.page = with_path(options.places.page);
  std::string& report = options.places.report;
  if (!options.stream.empty())
    report.append(report.empty() ? "" : " ").append("--stream ").append(shell_word(options.stream));
}

}  // namespace

void add_options(cli::Command& command, Options& options) {
  cli::add_input_options(command, options.input, "Scored transactions");
  cli::add_db_option(command, options.db, "Where incidents, silences and messages are kept");
  command.flag("--follow", options.follow, "Go on reading the history as rows are decided, until a signal ends it");
  cli::add_text(command, "--history", options.history, "FILE", "History to read without input (default: the database)");
  cli::add_stream_option(command, options.stream, "Stream of the history to read");
  cli::add_date_option(command, options.date, "Date of the first row where times have none (default today)");
  add_channels(command, options);
  add_rules(command, options);
  add_output(command, options);
  cli::add_common_options(command, options.common);
  cli::add_verbose_option(command, options.common, "Say on stderr how many records were left out");
  add_jobs(command, options);
}

void complete(Options& options, const cli::Command& command) {
  check_channels(options, command);
  options.channels.routes = routes_of(command, options.channels.transport);
  check_template(options, command);
  choose_db(options, command);
  if (options.history.empty()) options.history = options.db;
  name_places(options, command);
  if (options.author.empty()) options.author = cli::environment("USER");
  if (options.author.empty()) options.author = cli::environment("LOGNAME");
  options.author = incident::kept_words(options.author);
  options.comment = incident::kept_words(options.comment);
  const bool filter = options.job == Job::filter;
  if (!filter && !options.input.files.empty())
    cli::misuse("'" + options.input.files.front() + "' is not an option or argument of this command");
  if (!filter && options.dry_run) cli::misuse("--dry-run is for scored records, not for this command");
  if (!filter && options.follow) cli::misuse("--follow is for scored records, not for this command");
  for (const char* of_history : {"follow", "history", "stream"}) {
    if (filter && !options.input.files.empty() && command.given(of_history))
      cli::misuse(std::string("--") + of_history + " is for a history: '" + options.input.files.front() +
                  "' cannot be given too");
  }
  if (options.follow && options.pass) cli::misuse("--pass copies input, and --follow reads none");
  if (filter && options.shape == Shape::text) cli::misuse("--format text is for list");
  if (options.job == Job::silence) check_silence(options);
  options.silence.seconds = options.silent_for.count();
  if (options.job == Job::test && !options.channels.any())
    cli::misuse("no channel to test: --to, --webhook-file, --exec ...");
  std::vector<std::string> read = options.input.inputs();
  cli::refuse_overlap({options.input.rejects}, read);
  read.push_back(options.input.rejects);
  cli::refuse_overlap({options.db}, read);
}

void make_db_folder(const Options& options) {
  if (options.db != default_db()) return;
  const std::filesystem::path folder = std::filesystem::path(options.db).parent_path();
  std::error_code failed;
  if (std::filesystem::is_directory(folder, failed)) return;
  std::filesystem::create_directories(folder, failed);
  if (!failed) std::filesystem::permissions(folder, std::filesystem::perms::owner_all, failed);
  if (failed) throw Error(Fault::cannot_create, folder.string() + ": " + failed.message());
}

}  // namespace pos::tools
