// SPDX-License-Identifier: MIT
#include <vector>

#include "base/text.hpp"
#include "cli/completion_text.hpp"

namespace pos::cli {
namespace {

// Readline takes `--name=value` apart: it comes as three words. Nothing of the line is evaluated.
constexpr std::string_view bash_history = R"sh(
# The value that an option has on the command line.
FUNC_typed() {
  local i name value=
  for ((i = 1; i < COMP_CWORD; i++)); do
    for name; do
      [[ ${COMP_WORDS[i]} == "$name" ]] || continue
      value=${COMP_WORDS[i + 1]}
      [[ $value == = ]] && value=${COMP_WORDS[i + 2]-}
    done
  done
  value=${value//[\"\'\\]/}
  printf '%s\n' "${value/#\~\//$HOME/}"
}

# A tool on the database and the configuration of the command line; without a history it has nothing to say.
FUNC_ask() {
  local config db
  config=$(FUNC_typed --config) db=$(FUNC_typed -b --db)
  "$1" ${config:+--config "$config"} ${db:+--db "$db"} -q -f csv "${@:2}" </dev/null 2>/dev/null
}
FUNC_names() {
  FUNC_ask pos-report --sql "$1" | sed '1d; s/^"\(.*\)"$/\1/'
}
)sh";

constexpr std::string_view bash_ids = R"sh(
FUNC_ids() {
  FUNC_ask pos-alert list | sed -n "s/^$1,\([0-9]*\),.*/\1/p"
}
)sh";

constexpr std::string_view offer = R"sh(
# Those lines of standard input that go on as the word does.
FUNC_offer() {
  local line
  while IFS= read -r line; do
    [[ -n $line && $line == "$cur"* ]] && COMPREPLY+=("$(printf '%q' "$line")")
  done
}
FUNC_words() {
  FUNC_offer < <(printf '%s\n' "$@")
}
)sh";

constexpr std::string_view offer_list = R"sh(
# The same for the last piece of a list with commas; what stands in it is not offered again.
FUNC_list() {
  local line before=
  [[ $cur == *,* ]] && before=${cur%,*},
  while IFS= read -r line; do
    [[ -n $line && ",$before" != *",$line,"* && $before$line == "$cur"* ]] || continue
    COMPREPLY+=("$before$(printf '%q' "$line")")
  done
  compopt -o nospace
}
)sh";

constexpr std::string_view offer_models = R"sh(
# Models are files of any name; where some are *.model, these and folders.
FUNC_models() {
  local found
  mapfile -t found < <(compgen -f -X '!*.model' -- "$cur")
  ((${#found[@]})) || { compopt -o default; return; }
  mapfile -t COMPREPLY < <(printf '%s\n' "${found[@]}"; compgen -d -- "$cur")
  compopt -o filenames
}
)sh";

// The words before the cursor: which job they name, how many arguments there are, and whether an option waits for its
// value.
constexpr std::string_view main_function = R"sh(
FUNC() {
  local cur=${COMP_WORDS[COMP_CWORD]} i=1 job='' option='' arguments=0 word
  COMPREPLY=()
  while ((i < COMP_CWORD)); do
    word=${COMP_WORDS[i]}
    case $word in
    --) option=--; break ;;
    VALUES)
      ((i++))
      [[ $i -lt $COMP_CWORD && ${COMP_WORDS[i]} == = ]] && ((i++))
      ((i == COMP_CWORD)) && option=$word
      ;;
    -?*) ;;
    *) ((arguments++)) || job=$word ;;
    esac
    ((i++))
  done
  [[ $cur == = ]] && cur=
  case $option in
  '') ;;
  --) compopt -o default; return ;;
  *) FUNC_value "$option" "$job"; return ;;
  esac
  if [[ $cur == -* ]]; then
    FUNC_options "$job"
  else
    FUNC_argument "$job" "$arguments"
  fi
} &&
  complete -F FUNC TOOL
)sh";

std::string bash_action(const Values& values) {
  using Of = Values::Of;
  const std::string to = values.list ? "FUNC_list < <(" : "FUNC_offer < <(";
  switch (values.of) {
    case Of::nothing: return ":";
    case Of::words: {
      const std::string words = join(values.words, " ");
      return values.list ? to + "printf '%s\\n' " + words + ")" : "FUNC_words " + words;
    }
    case Of::files: return "compopt -o default";
    case Of::folders: return "compopt -o dirnames";
    case Of::models: return "FUNC_models";
    case Of::commands: return "mapfile -t COMPREPLY < <(compgen -c -- \"$cur\")";
    case Of::zones: return to + "printf 'UTC\\n'; sed -n 's/^[^#\\t]*\\t[^\\t]*\\t\\([^\\t]*\\).*/\\1/p' /usr/share/zoneinfo/zone.tab 2>/dev/null)";
    case Of::statuses: return to + "FUNC_names \"SELECT name FROM status WHERE name <> '*' ORDER BY name\")";
    case Of::streams: return to + "FUNC_names \"SELECT DISTINCT stream FROM model WHERE stream <> '' ORDER BY stream\")";
    case Of::incidents: return to + "FUNC_ids incident)";
    case Of::silences: return to + "FUNC_ids silence)";
  }
  return ":";
}

void add_values(std::string& out, const Command& of, const std::string& job) {
  for (const OptionText& option : of.options()) {
    if (!takes_value(option) || option.values.of == Values::Of::nothing) continue;
    std::string pattern;
    for (const std::string& name : option.names) pattern += (pattern.empty() ? "" : "|") + name + job;
    out += "  " + pattern + ") " + bash_action(option.values) + " ;;\n";
  }
}

// Options of a job stand before those that all have: `--status` of silence is another than that of others.
std::string value_function(const Command& command) {
  std::string out = "\n# What an option takes.\nFUNC_value() {\n  case $1.$2 in\n";
  for (const auto& job : command.jobs()) add_values(out, *job, "." + job->name());
  add_values(out, command, ".*");
  return out + "  esac\n}\n";
}

std::string own_options(const Command& of) {
  std::vector<std::string> names;
  for (const OptionText& option : of.options()) names.insert(names.end(), option.names.begin(), option.names.end());
  return "FUNC_words " + join(names, " ");
}

std::string options_function(const Command& command) {
  std::string out = "\nFUNC_options() {\n";
  if (!command.jobs().empty()) {
    out += "  case $1 in\n";
    for (const auto& job : command.jobs()) out += "  " + job->name() + ") " + own_options(*job) + " ;;\n";
    out += "  esac\n";
  }
  return out + "  " + own_options(command) + "\n}\n";
}

std::string argument_action(const Command& of) {
  for (const OptionText& option : of.options()) {
    if (is_argument(option)) return bash_action(option.values);
  }
  return ":";
}

// $1: the job, or the first argument; $2: how many arguments there are.
std::string argument_function(const Command& command) {
  std::string out = "\nFUNC_argument() {\n  case $1 in\n";
  std::vector<std::string> names;
  for (const auto& job : command.jobs()) {
    names.push_back(job->name());
    const std::string such = argument_action(*job);
    out += "  " + job->name() + ") " + (such == ":" ? such : "(($2 == 1)) && " + such) + " ;;\n";
  }
  out += "  *)\n";
  if (!names.empty()) out += "    (($2 == 0)) && FUNC_words " + join(names, " ") + "\n";
  return out + "    " + argument_action(command) + "\n    ;;\n  esac\n}\n";
}

}  // namespace

std::string bash_completion(const Command& command) {
  std::string out = "# bash completion of TOOL, as `TOOL --completion bash` prints it.\n";
  const bool asks = asks_history(command);
  if (asks) out += bash_history;
  if (has_values(command, Values::Of::incidents)) out += bash_ids;
  out += offer;
  const std::string values = value_function(command);
  if (values.find("FUNC_list") != std::string::npos) out += offer_list;
  if (has_values(command, Values::Of::models)) out += offer_models;
  out += values;
  out += options_function(command);
  out += argument_function(command);
  std::string function(main_function);
  function.replace(function.find("VALUES"), 6, names_of(command, "|", takes_value));
  return filled_in(out + function, command);
}

}  // namespace pos::cli
