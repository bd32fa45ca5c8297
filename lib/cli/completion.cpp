// SPDX-License-Identifier: MIT
#include "cli/completion.hpp"

#include <algorithm>
#include <string_view>

#include "base/error.hpp"
#include "base/text.hpp"
#include "cli/completion_text.hpp"

namespace pos::cli {
namespace {

void replace_all(std::string& text, std::string_view what, std::string_view by) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
    text.replace(at, what.size(), by);
}

}  // namespace

std::string filled_in(std::string_view text, const Command& command) {
  std::string function = "_" + command.name();
  std::replace(function.begin(), function.end(), '-', '_');
  std::string out(text);
  replace_all(out, "FUNC", function);
  replace_all(out, "TOOL", command.name());
  return out;
}

std::string quoted(std::string_view text, std::string_view quote) {
  std::string out(text);
  replace_all(out, "'", quote);
  return "'" + out + "'";
}

bool is_argument(const OptionText& option) { return option.names.empty(); }
bool takes_value(const OptionText& option) { return option.takes_value && !is_argument(option); }

std::string names_of(const Command& command, std::string_view between,
                     const std::function<bool(const OptionText&)>& wanted) {
  std::vector<std::string> names;
  const auto add = [&](const Command& of) {
    for (const OptionText& option : of.options()) {
      if (!wanted(option)) continue;
      for (const std::string& name : option.names) {
        if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
      }
    }
  };
  add(command);
  for (const auto& job : command.jobs()) add(*job);
  return join(names, between);
}

bool has_values(const Command& command, Values::Of of) {
  const auto options = command.options();
  const auto is_such = [of](const OptionText& option) { return option.values.of == of; };
  const auto job_has = [of](const auto& job) { return has_values(*job, of); };
  return std::any_of(options.begin(), options.end(), is_such) ||
         std::any_of(command.jobs().begin(), command.jobs().end(), job_has);
}

bool asks_history(const Command& command) {
  using Of = Values::Of;
  return has_values(command, Of::statuses) || has_values(command, Of::streams) || has_values(command, Of::incidents) ||
         has_values(command, Of::silences);
}

std::optional<Shell> completion_asked(int argc, char** argv) {
  if (argc != 3 || std::string_view(argv[1]) != "--completion") return std::nullopt;
  const std::string_view shell = argv[2];
  if (shell == "bash") return Shell::bash;
  if (shell == "zsh") return Shell::zsh;
  if (shell == "fish") return Shell::fish;
  throw Error(Fault::usage, "--completion: '" + printable(shell) + "' is none of bash|zsh|fish");
}

std::string completion(const Command& command, Shell shell) {
  switch (shell) {
    case Shell::bash: return bash_completion(command);
    case Shell::zsh: return zsh_completion(command);
    case Shell::fish: return fish_completion(command);
  }
  return {};
}

}  // namespace pos::cli
