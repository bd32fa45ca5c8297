// SPDX-License-Identifier: MIT
#include "base/text.hpp"
#include "cli/completion_text.hpp"

namespace pos::cli {
namespace {

constexpr std::string_view fish_history = R"sh(
# The value that an option has on the command line.
function FUNC_typed
    set -l value
    set -l is_next 0
    for word in (commandline -opc)
        if test $is_next = 1
            set value $word
        end
        set is_next 0
        for name in $argv
            if test "$word" = $name
                set is_next 1
            else if string match -q -- "$name=*" "$word"
                set value (string split -m 1 = -- $word)[2]
            end
        end
    end
    string replace -r '^~/' "$HOME/" -- $value
end

# A tool on the database and the configuration of the command line; without a history it has nothing to say.
function FUNC_ask
    set -l options -q -f csv
    set -l config (FUNC_typed --config)
    set -l db (FUNC_typed -b --db)
    test -z "$config"; or set -a options --config $config
    test -z "$db"; or set -a options --db $db
    $argv[1] $options $argv[2..-1] </dev/null 2>/dev/null
end
function FUNC_names
    FUNC_ask pos-report --sql "$argv" | sed '1d; s/^"\(.*\)"$/\1/'
end
function FUNC_statuses
    FUNC_names "SELECT name FROM status WHERE name <> '*' ORDER BY name"
end
function FUNC_streams
    FUNC_names "SELECT DISTINCT stream FROM model WHERE stream <> '' ORDER BY stream"
end
)sh";

constexpr std::string_view fish_ids = R"sh(
function FUNC_ids
    FUNC_ask pos-alert list | awk -F, -v kind="$argv" '$1 == kind { print $2 "\t" $3 " " $4 " " $5 }'
end
)sh";

// The first argument, which may be a job; `-`: there is none yet.
constexpr std::string_view find_job = R"sh(
function FUNC_job
    set -l words (commandline -opc)
    set -l is_value 0
    for word in $words
        if test $is_value = 1
            set is_value 0
        else if contains -- $word VALUES
            set is_value 1
        else if test "$word" != "$words[1]"; and not string match -q -- '-?*' $word
            echo $word
            return
        end
    end
    echo -
end
)sh";

std::string in_quotes(std::string_view text) {
  std::string out;
  for (const char c : text) out += c == '\\' ? "\\\\" : std::string(1, c);
  return quoted(out, "\\'");
}

// Arguments of `complete` for what an option or argument takes. (-r: a value, files among others; -x: without files.)
std::string values_of(const Values& values) {
  using Of = Values::Of;
  const auto offer = [&values](const std::string& command) {
    return "-x -a " + in_quotes(values.list ? "(__fish_complete_list , \"" + command + "\")" : "(" + command + ")");
  };
  switch (values.of) {
    case Of::nothing: return "-x";
    case Of::words:
      return values.list ? offer("string split , " + join(values.words, ","))
                         : "-x -a " + in_quotes(join(values.words, " "));
    case Of::files: return "-r -F";
    case Of::folders: return offer("__fish_complete_directories");
    case Of::models: return "-k " + offer("__fish_complete_suffix .model");
    case Of::commands: return offer("__fish_complete_command");
    case Of::zones: return offer("echo UTC; string match -rv '^#' </usr/share/zoneinfo/zone.tab | string split -f 3 \\t");
    case Of::statuses: return offer("FUNC_statuses");
    case Of::streams: return offer("FUNC_streams");
    case Of::incidents: return offer("FUNC_ids incident");
    case Of::silences: return offer("FUNC_ids silence");
  }
  return "-x";
}

// `when`: the condition under which they are offered.
std::string fish_options(const Command& of, const std::string& when) {
  std::string out;
  for (const OptionText& option : of.options()) {
    if (is_argument(option)) continue;
    out += "complete -c TOOL" + when;
    for (const std::string& name : option.names)
      out += name.size() > 2 ? " -l " + name.substr(2) : " -s " + name.substr(1);
    if (takes_value(option)) out += " " + values_of(option.values);
    out += " -d " + in_quotes(option.help) + "\n";
  }
  return out;
}

// Files are offered for arguments unless something says otherwise.
std::string fish_arguments(const Command& of, const std::string& when) {
  for (const OptionText& option : of.options()) {
    if (is_argument(option) && option.values.of == Values::Of::files) return "";
    if (is_argument(option)) return "complete -c TOOL" + when + " " + values_of(option.values) + "\n";
  }
  return "complete -c TOOL" + when + " -f\n";
}

}  // namespace

std::string fish_completion(const Command& command) {
  std::string out = "# fish completion of TOOL, as `TOOL --completion fish` prints it.\n";
  if (asks_history(command)) out += fish_history;
  if (has_values(command, Values::Of::incidents)) out += fish_ids;
  if (!command.jobs().empty()) {
    std::string job(find_job);
    out += job.replace(job.find("VALUES"), 6, names_of(command, " ", takes_value));
  }
  out += "\n" + fish_arguments(command, "") + fish_options(command, "");
  for (const auto& job : command.jobs()) {
    const std::string when = " -n 'test (FUNC_job) = " + job->name() + "'";
    out += "\ncomplete -c TOOL -n 'test (FUNC_job) = -' -a " + job->name() + " -d " + in_quotes(job->description()) + "\n";
    out += fish_arguments(*job, when) + fish_options(*job, when);
  }
  return filled_in(out, command);
}

}  // namespace pos::cli
