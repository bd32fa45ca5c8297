// SPDX-License-Identifier: MIT
#include "cli/command.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <sstream>

#include "base/error.hpp"
#include "base/text.hpp"
#include "cli/output.hpp"

namespace pos::cli {
namespace {

// What messages call an option: its long name, or that of what stands alone.
std::string shown_name(const std::string& names) {
  const auto at = names.find("--");
  return at == std::string::npos ? names : names.substr(at);
}

std::string one_line(std::string text) {
  for (char& c : text) {
    if (c == '\n') c = ' ';
  }
  return std::string(trim(text));
}

// What values of that type are, as far as the type says so.
Values values_of(const std::string& type) {
  static const std::map<std::string, Values::Of> known = {
      {"FILE", Values::Of::files},     {"FILE|URL", Values::Of::files},  {"DIR", Values::Of::folders},
      {"MODEL", Values::Of::models},   {"STATUS", Values::Of::statuses}, {"TZ", Values::Of::zones},
      {"CMD", Values::Of::commands},
  };
  if (const auto at = known.find(type); at != known.end()) return {at->second, {}, false};
  if (type.find('|') == std::string::npos) return {};
  std::vector<std::string> words;
  std::istringstream in(type);
  for (std::string word; std::getline(in, word, '|');) words.push_back(word);
  return {Values::Of::words, words, false};
}

CLI::Option* find(CLI::App& app, const std::string& key) { return app.get_option_no_throw("--" + key); }

}  // namespace

Option& Option::type(const std::string& name) {
  option_->type_name(name);
  return *this;
}

Option& Option::shown_default(const std::string& text) {
  option_->default_str(text);
  return *this;
}

Option& Option::environment(const std::string& name) {
  option_->envname(name);
  return *this;
}

Option& Option::may_lack_value() {
  option_->expected(0, 1);
  return *this;
}

Option& Option::required() {
  option_->required();
  return *this;
}

Option& Option::once() {
  option_->multi_option_policy(CLI::MultiOptionPolicy::Throw);
  return *this;
}

Option& Option::completed_by(Values values) {
  (*completions_)[option_] = std::move(values);
  return *this;
}

Option& Option::check(const Check& problem) {
  option_->check(problem);
  return *this;
}

Command::Command(const std::string& name, const std::string& description)
    : name_(name), owned_(std::make_unique<CLI::App>(description, name)), app_(owned_.get()) {
  app_->option_defaults()->take_last();
}

Command::Command(CLI::App& job) : name_(job.get_name()), app_(&job) {
  app_->fallthrough();
  app_->option_defaults()->take_last();
}

Command::~Command() = default;

Option Command::flag(const std::string& names, bool& target, const std::string& help) {
  return Option(*app_->add_flag(names, target, help), completions_);
}

Option Command::flag(const std::string& names, const std::function<void()>& given, const std::string& help) {
  return Option(*app_->add_flag_callback(names, given, help), completions_);
}

Option Command::text(const std::string& names, std::string& target, const std::string& help) {
  return Option(*app_->add_option(names, target, help), completions_);
}

Option Command::texts(const std::string& names, std::vector<std::string>& targets, const std::string& help) {
  CLI::Option* option = app_->add_option(names, targets, help)->take_all();
  if (!option->get_positional()) option->allow_extra_args(false);
  return Option(*option, completions_);
}

Option Command::value(const std::string& names, const Set& set, const std::string& help) {
  const auto read = [name = shown_name(names), set](const std::string& text) {
    if (const std::string problem = set(text); !problem.empty()) throw CLI::ValidationError(name, problem);
  };
  return Option(*app_->add_option_function<std::string>(names, read, help), completions_);
}

void Command::version(const std::string& text) {
  app_->set_version_flag("-V,--version", text, "Print version, git revision and model format");
}

void Command::closing_words(const std::string& text) { app_->footer(text); }

Command& Command::job(const std::string& name, const std::string& help, const std::function<void()>& chosen) {
  app_->require_subcommand(0, 1);
  CLI::App* job = app_->add_subcommand(name, help);
  job->callback(chosen);
  jobs_.push_back(std::unique_ptr<Command>(new Command(*job)));
  return *jobs_.back();
}

void Command::exclude(const std::vector<std::string>& these, const std::vector<std::string>& those) {
  exclusive_.emplace_back(these, those);
}

std::optional<int> Command::parse(int argc, char** argv) {
  try {
    app_->parse(argc, argv);
    for (const CLI::Option* option : app_->get_options()) {
      if (option->count() > 0 && !option->get_lnames().empty())
        given_[option->get_lnames().front()] = option->results().back();
    }
    // (CLI11 can do this too, and then fills --help with it.)
    for (const auto& [these, those] : exclusive_) {
      for (const std::string& one : these) {
        for (const std::string& other : those) {
          if (typed(one) && typed(other)) throw CLI::ExcludesError("--" + one, "--" + other);
        }
      }
    }
  } catch (const CLI::Success& done) {  // --help, --version
    std::ostringstream text;
    const int status = app_->exit(done, text, text);
    Output out("-");
    out.buffer() = text.str();
    out.close();
    return status;
  } catch (const CLI::ArgumentMismatch& wrong) {
    for (const CLI::Option* option : app_->get_options()) {
      if (option->get_multi_option_policy() == CLI::MultiOptionPolicy::Throw && option->results().size() > 1)
        throw Error(Fault::usage, option->get_name() + " may be given once (see " + name_ + " --help)");
    }
    throw Error(Fault::usage, one_line(wrong.what()) + " (see " + name_ + " --help)");
  } catch (const CLI::ParseError& wrong) {
    throw Error(Fault::usage, one_line(wrong.what()) + " (see " + name_ + " --help)");
  }
  return std::nullopt;
}

std::optional<std::string> Command::given(const std::string& key) const {
  const auto at = given_.find(key);
  return at != given_.end() ? std::optional(at->second) : std::nullopt;
}

bool Command::typed(const std::string& key) const {
  const auto& typed = app_->parse_order();  // the environment is not in it
  return std::find(typed.begin(), typed.end(), find(*app_, key)) != typed.end();
}

std::string Command::description() const { return app_->get_description(); }

std::vector<OptionText> Command::options() const {
  std::vector<OptionText> all;
  for (const CLI::Option* option : app_->get_options()) {
    if (option == app_->get_help_ptr() && owned_ == nullptr) continue;  // --help of a job
    OptionText& text = all.emplace_back();
    for (const std::string& name : option->get_snames()) text.names.push_back("-" + name);
    for (const std::string& name : option->get_lnames()) text.names.push_back("--" + name);
    text.type = option->get_positional() ? option->get_name() : option->get_type_name();
    text.help = option->get_description();
    text.takes_value = option->get_expected_min() > 0 && option->get_type_size() > 0;
    text.repeats = option->get_multi_option_policy() == CLI::MultiOptionPolicy::TakeAll;
    const auto at = completions_.find(option);
    text.values = at != completions_.end() ? at->second : values_of(text.type);
  }
  return all;
}

Command::Takes Command::takes(const std::string& key) const {
  const CLI::Option* option = find(*app_, key);
  if (option == nullptr) return Takes::unknown;
  if (option->get_multi_option_policy() == CLI::MultiOptionPolicy::TakeAll) return Takes::values;
  return option->get_expected_min() == 0 ? Takes::nothing : Takes::value;
}

std::string Command::configure(const std::string& key, const std::vector<std::string>& values,
                               const std::string& place) {
  CLI::Option* option = find(*app_, key);
  configured_[key] = place;
  try {
    for (const std::string& value : values) option->add_result(value);
    option->run_callback();
  } catch (const CLI::Error& error) {
    const std::string reason = error.what();
    const std::string prefix = "--" + key + ": ";
    return reason.starts_with(prefix) ? reason.substr(prefix.size()) : reason;
  }
  return {};
}

std::optional<std::string> Command::offered(const std::string& key) const {
  const auto at = offered_.find(key);
  return at != offered_.end() ? std::optional(at->second) : std::nullopt;
}

std::string Command::configured(const std::string& key) const {
  const auto at = configured_.find(key);
  return at != configured_.end() ? at->second : std::string();
}

std::vector<ConfigItem> parse_config(const std::string& text) {
  std::istringstream in(text);
  std::vector<ConfigItem> items;
  try {
    CLI::ConfigTOML parser;
    parser.comment('\0');  // plain_config() has left comments out
    for (const CLI::ConfigItem& item : parser.from_config(in)) {
      if (item.name == "++" || item.name == "--") continue;  // CLI11's marks for where a section begins and ends
      items.push_back({join(item.parents, "."), item.name, item.inputs});
    }
  } catch (const CLI::Error& error) {
    throw Error(Fault::config, error.what());
  }
  return items;
}

}  // namespace pos::cli
