// SPDX-License-Identifier: MIT
#include "options.hpp"

#include <array>
#include <limits>
#include <optional>
#include <string_view>

#include "base/error.hpp"
#include "base/text.hpp"
#include "cli/output.hpp"
#include "history/marks.hpp"
#include "render/words/text.hpp"
#include "serve/address.hpp"
#include "serve/request_checks.hpp"

namespace pos::tools {
namespace {

// Bytes: `500K`, `1M`; a number alone is bytes.
std::optional<std::uint64_t> parse_size(std::string_view text) {
  constexpr std::string_view units = "KM";
  constexpr std::array<std::uint64_t, units.size()> bytes = {1024, 1'048'576};
  const auto unit = text.empty() ? std::string_view::npos : units.find(text.back());
  const bool has_unit = unit != std::string_view::npos;
  const auto number = parse_number<std::uint32_t>(text.substr(0, text.size() - (has_unit ? 1 : 0)));
  if (!number || *number == 0) return std::nullopt;
  return *number * (has_unit ? bytes[unit] : 1);
}

void add_limits(cli::Command& command, Options& options) {
  constexpr std::uint64_t largest = std::uint64_t{1} << 30;
  const auto set_max_body = [&options](const std::string& text) {
    const auto size = parse_size(text);
    if (!size || *size > largest) return "'" + text + "' is not a size such as 500K or 1M, up to 1024M";
    options.serve.max_body = *size;
    return std::string();
  };
  command.value("--max-body", set_max_body, "Largest body of a request, in bytes, K or M")
      .type("SIZE")
      .shown_default("1M");
  cli::add_number<std::size_t>(command, "--max-clients", options.serve.max_clients, 1, 100'000, "Connections at a time");
  cli::add_duration(command, "--timeout", options.serve.timeout,
                    "How long a request may take to arrive, and a connection may be idle")
      .check([](const std::string& text) {
        const auto given = cli::parse_duration(text);
        return given && given->count() == 0 ? "'" + text + "' is no time at all" : std::string();
      });
}

void add_access(cli::Command& command, Options& options) {
  command.texts("--allow-host", options.serve.allow_hosts, "Answer requests to this host name, too; may be repeated")
      .type("NAME")
      .check([](const std::string& name) {
        return serve::is_host_name(name) ? std::string() : "'" + printable(name) + "' is not a host name";
      });
  cli::add_text(command, "--token-file", options.serve.token_file, "FILE",
                "File with the token that clients need to POST; needed where other machines can connect");
  cli::add_text(command, "--read-token-file", options.serve.read_token_file, "FILE",
                "File with a token that clients need to GET");
}

void add_scoring(cli::Command& command, Options& options) {
  using pipeline::Policy;
  cli::add_choice<Policy>(
      command, "-p,--policy", options.serve.engine.scoring.policy,
      {{"above-normal", Policy::above_normal}, {"forest", Policy::forest}, {"seed", Policy::seed}},
      "What makes an Alert: the monitor (default); the forest; the forest, or a denied, failed or reversed status");
  cli::add_issues_option(command, options.serve.engine.scoring.issues);
  cli::add_column_list(command, "--where", options.serve.engine.scoring.where,
                       "Say where an alert is: which values of these columns make it (such as merchant,acquirer,bin)");
  cli::add_events_option(command, options.serve.events);
  cli::add_number(command, "--budget", options.serve.engine.scoring.budget, 1e-6, 1e6,
                  "False events a day that are acceptable (default 0.5)");
  cli::add_number(command, "--threshold", options.serve.engine.scoring.threshold, 0.0, 1.0,
                  "Anomaly score above which the forest alerts, instead of the model's");
  cli::add_duration(command, "--grace", options.serve.engine.grace,
                    "How long to wait for the rows of a minute after its end");
  cli::add_date_option(command, options.serve.engine.date, "Date of the first row where times have none (default: today)");
  command
      .text("-Z,--timezone", options.input.timezone,
            "Zone of the data; times with another zone, and epoch seconds, are converted to it")
      .type("TZ");
  cli::add_column_options(command, options.input);
}

}  // namespace

void add_options(cli::Command& command, Options& options) {
  cli::add_text(command, "--listen", options.serve.listen, "ADDR",
                "Address and port: 127.0.0.1:8080, [::1]:0; port 0: any that is free")
      .shown_default(options.serve.listen)
      .check([](const std::string& text) {
        return serve::parse_address(text) ? std::string()
                                          : "'" + printable(text) + "' is not an address such as 127.0.0.1:8080";
      });
  cli::add_model_option(command, options.serve.engine.model, "Model made by pos-train; SIGHUP reads it again");
  cli::add_db_option(command, options.serve.engine.history, "History to store rows in, and to answer from");
  cli::add_model_age_option(command, options.serve.max_model_age);
  cli::add_stream_option(command, options.serve.engine.stream, "Stream of the history that posted rows are");
  add_access(command, options);
  cli::add_text(command, "--alert-command", options.serve.alert_command, "CMD",
                "Run CMD beside the server, such as 'pos-alert -b pos.db --follow'");
  cli::add_language_option(command, options.serve.language, "Language of pages (default: what the browser asks for)");
  cli::add_text(command, "--title", options.serve.title, "TEXT", "Title of the page (default: the history's name)");
  cli::add_rule_options(command, options.serve.rules.resolve_after, options.serve.rules.min_severity);
  add_limits(command, options);
  add_scoring(command, options);
  cli::add_common_options(command, options.common);
  cli::add_verbose_option(command, options.common, "Log each request on stderr");
}

void complete(Options& options) {
  if (options.serve.engine.history.empty()) throw Error(Fault::usage, "no history: give --db FILE or set POS_DB");
  if (options.serve.engine.model.empty() && options.serve.engine.scoring.policy != pipeline::Policy::above_normal)
    throw Error(Fault::usage, "no model: --policy forest and seed need one (--model FILE)");
  if (options.serve.engine.model == "-") throw Error(Fault::usage, "the model is a file: SIGHUP reads it again");
  cli::refuse_overlap({options.serve.engine.history},
                      {options.serve.engine.model, options.serve.events, options.serve.token_file, options.serve.read_token_file});
  if (options.serve.title.empty()) options.serve.title = render::file_title(options.serve.engine.history);
  options.serve.quiet = options.common.quiet;
  options.serve.verbose = options.common.verbose;
  const read::TimeZone zone = options.input.zone();
  options.serve.timezone = zone.name();
  options.serve.engine.columns = options.input.column_names();
  std::vector<Event> events = cli::read_events(options.serve.events, zone);
  history::append_marks(options.serve.engine.history, sqlite::Access::write, events);
  options.serve.engine.scoring.days = model::SpecialDays(events);
  if (!options.common.quiet && !options.serve.events.empty() && options.serve.engine.scoring.days.empty())
    cli::tell_no_days(serve::tool, options.serve.events);
}

}  // namespace pos::tools
