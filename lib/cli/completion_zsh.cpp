// SPDX-License-Identifier: MIT
#include <vector>

#include "base/text.hpp"
#include "cli/completion_text.hpp"

namespace pos::cli {
namespace {

constexpr std::string_view zsh_history = R"sh(
# The value that an option has on the command line.
FUNC_typed() {
  local i name value
  for ((i = 2; i < $#typed; i++)); do
    for name; do
      case $typed[i] in
      ($name) value=$typed[i+1] ;;
      (--*) [[ $typed[i] == $name=* ]] && value=${typed[i]#*=} ;;
      esac
    done
  done
  value=${(Q)value}
  print -r -- ${value/#\~\//$HOME/}
}

# A tool on the database and the configuration of the command line; without a history it has nothing to say.
FUNC_ask() {
  local config=$(FUNC_typed --config) db=$(FUNC_typed -b --db)
  $1 ${config:+--config} $config ${db:+--db} $db -q -f csv "${@:2}" </dev/null 2>/dev/null
}
FUNC_names() {
  local -a found=(${(f)"$(FUNC_ask pos-report --sql "$argv[-1]" | sed '1d; s/^"\(.*\)"$/\1/')"})
  (($#found)) && compadd "${@[1,-2]}" -a found
}
FUNC_statuses() { FUNC_names "$@" "SELECT name FROM status WHERE name <> '*' ORDER BY name" }
FUNC_streams() { FUNC_names "$@" "SELECT DISTINCT stream FROM model WHERE stream <> '' ORDER BY stream" }
)sh";

constexpr std::string_view zsh_ids = R"sh(
FUNC_ids() {
  local -a found=(${(f)"$(FUNC_ask pos-alert list | awk -F, -v kind="$1" '$1 == kind { print $2 ":" $3 " " $4 " " $5 }')"})
  (($#found)) && _describe -t ids "$1" found "${@:2}"
}
FUNC_incidents() { FUNC_ids incident "$@" }
FUNC_silences() { FUNC_ids silence "$@" }
)sh";

// A file of its own is loaded when it is first needed, and then completes; one that is sourced says for what it is.
constexpr std::string_view ending = R"sh(
if [[ $funcstack[1] == _TOOL ]]; then
  FUNC "$@"
else
  compdef FUNC TOOL
fi
)sh";

std::string zsh_action(const Values& values) {
  using Of = Values::Of;
  const std::string sequence = values.list ? "_sequence " : "";
  switch (values.of) {
    case Of::nothing: return " ";
    case Of::words:
      return values.list ? "_sequence compadd - " + join(values.words, " ") : "(" + join(values.words, " ") + ")";
    case Of::files: return "_files";
    case Of::folders: return "_files -/";
    case Of::models: return "_files -g \"*.model\"";
    case Of::commands: return "_command_names -e";
    case Of::zones: return "_time_zone";
    case Of::statuses: return sequence + "FUNC_statuses";
    case Of::streams: return sequence + "FUNC_streams";
    case Of::incidents: return "FUNC_incidents";
    case Of::silences: return "FUNC_silences";
  }
  return " ";
}

std::string escaped(std::string_view text, std::string_view special) {
  std::string out;
  for (const char c : text) {
    if (special.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

std::string value_of(const OptionText& option) {
  return ":" + escaped(option.type.empty() ? "value" : option.type, "\\:") + ":" + zsh_action(option.values);
}

// What a name of an option rules out: its others, and itself; of --help and --version, all.
std::string ruled_out(const OptionText& option) {
  const std::string& last = option.names.back();
  if (last == "--help" || last == "--version") return "(- *)";
  return option.repeats ? "*" : "(" + join(option.names, " ") + ")";
}

// Specifications of _arguments, one a line.
std::string zsh_options(const Command& of, const std::string& indent) {
  std::string out;
  for (const OptionText& option : of.options()) {
    for (const std::string& name : option.names) {
      const bool is_long = name.size() > 2;
      std::string spec = ruled_out(option) + name;
      if (takes_value(option)) spec += is_long ? "=" : "+";
      spec += "[" + escaped(option.help, "\\[]") + "]";
      if (takes_value(option)) spec += value_of(option);
      out += indent + quoted(spec) + "\n";
    }
  }
  return out;
}

std::string zsh_arguments(const Command& of) {
  for (const OptionText& option : of.options()) {
    if (is_argument(option)) return " " + quoted((option.repeats ? "*" : "") + value_of(option));
  }
  return "";
}

// The words after a job are its own, with the options that all have.
std::string job_function(const Command& command) {
  std::string out =
      "\nFUNC() {\n  local curcontext=$curcontext state\n  local -a line options jobs typed=(\"${words[@]}\")\n"
      "  local -A opt_args\n  integer ret=1\n  options=(\n" +
      zsh_options(command, "    ") + "  )\n  jobs=(\n";
  for (const auto& job : command.jobs())
    out += "    " + quoted(job->name() + ":" + escaped(job->description(), "\\:")) + "\n";
  out +=
      "  )\n  _arguments -C -s -S : $options '1: :->first' '*:: :->rest' && ret=0\n  case $state in\n  (first)\n"
      "    _describe -t jobs job jobs && ret=0\n    _files && ret=0\n    ;;\n  (rest)\n    case $words[1] in\n";
  for (const auto& job : command.jobs()) {
    out += "    (" + job->name() + ")\n      options+=(\n" + zsh_options(*job, "        ");
    out += "      )\n      _arguments -s -S : $options" + zsh_arguments(*job) + " && ret=0\n      ;;\n";
  }
  return out + "    (*) _arguments -s -S : $options" + zsh_arguments(command) +
         " && ret=0 ;;\n    esac\n    ;;\n  esac\n  return ret\n}\n";
}

std::string plain_function(const Command& command) {
  return "\nFUNC() {\n  local -a typed=(\"${words[@]}\") options\n  options=(\n" + zsh_options(command, "    ") +
         "  )\n  _arguments -s -S : $options" + zsh_arguments(command) + "\n}\n";
}

}  // namespace

std::string zsh_completion(const Command& command) {
  std::string out = "#compdef TOOL\n# zsh completion of TOOL, as `TOOL --completion zsh` prints it.\n";
  if (asks_history(command)) out += zsh_history;
  if (has_values(command, Values::Of::incidents)) out += zsh_ids;
  out += command.jobs().empty() ? plain_function(command) : job_function(command);
  return filled_in(out.append(ending), command);
}

}  // namespace pos::cli
