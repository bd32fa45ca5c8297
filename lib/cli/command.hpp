// SPDX-License-Identifier: MIT
// A command line as a tool describes it. (CLI11 parses it, in command.cpp alone: whoever sees CLI11 compiles for
// fifteen seconds.)
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace pos::cli {

// What a shell offers where somebody types the value of an option (completion.hpp).
struct Values {
  enum class Of { nothing, words, files, folders, models, commands, zones, statuses, streams, incidents, silences };
  Of of = Of::nothing;
  std::vector<std::string> words;  // Of::words
  bool list = false;               // the value is one or more of them, with commas between
};

// An option that was added, to say more of it.
class Option {
 public:
  using Completions = std::map<const CLI::Option*, Values>;
  Option(CLI::Option& option, Completions& completions) : option_(&option), completions_(&completions) {}

  Option& type(const std::string& name);           // what --help calls its value: FILE, N
  Option& shown_default(const std::string& text);  // what --help calls its default; empty: nothing
  Option& environment(const std::string& name);    // the variable that gives it where the command line does not
  Option& may_lack_value();                        // then it is the empty text
  Option& required();
  Option& once();  // given twice it is refused; of others the last one counts
  Option& completed_by(Values values);  // where the type does not say it: FILE, DIR, MODEL, STATUS, TZ, CMD, words a|b
  // Says of each value given what is wrong with it, also of one that a later value replaces; empty: nothing.
  using Check = std::function<std::string(const std::string&)>;
  Option& check(const Check& problem);

 private:
  CLI::Option* option_;
  Completions* completions_;
};

// An option as --help shows it.
struct OptionText {
  std::vector<std::string> names;  // `-o`, `--output`; none: an argument, such as FILE
  std::string type;
  std::string help;
  bool takes_value = false;  // it does not do without one
  bool repeats = false;
  Values values;
};

// A section of the configuration file that is no tool's, as it stands there.
struct ConfigSection {
  struct Entry {
    std::string key;
    std::vector<std::string> values;
    std::string place;  // FILE:LINE
  };

  std::string name;
  std::string place;
  std::vector<Entry> entries;
};

// Names of options are `-o,--output` or `--output`; those without dashes are of what stands alone, such as files. Of an
// option given twice the last value counts, so that an alias can be overridden; the command line counts over the
// environment, and that over the configuration file (config.hpp).
class Command {
 public:
  Command(const std::string& name, const std::string& description);
  ~Command();
  Command(const Command&) = delete;
  Command& operator=(const Command&) = delete;

  [[nodiscard]] const std::string& name() const { return name_; }

  Option flag(const std::string& names, bool& target, const std::string& help);
  Option flag(const std::string& names, const std::function<void()>& given, const std::string& help);
  Option text(const std::string& names, std::string& target, const std::string& help);
  // May be given more than once, or stand alone more than once.
  Option texts(const std::string& names, std::vector<std::string>& targets, const std::string& help);
  // Reads the value; what it returns is wrong with it, or empty.
  using Set = std::function<std::string(const std::string&)>;
  Option value(const std::string& names, const Set& set, const std::string& help);

  void version(const std::string& text);        // -V, --version
  void closing_words(const std::string& text);  // of --help
  // A word that makes it another command, with options of its own beside these; one at most can be given.
  Command& job(const std::string& name, const std::string& help, const std::function<void()>& chosen);
  // None of `these` goes with any of `those` on the command line: what the environment gives is a default, and gives way.
  // (Long names, as in given().)
  void exclude(const std::vector<std::string>& these, const std::vector<std::string>& those);

  // Returns the exit status where --help or --version was all that was wanted, else nothing.
  // Errors: pos::Error(Fault::usage).
  [[nodiscard]] std::optional<int> parse(int argc, char** argv);
  // The last value that the command line or the environment gave `--key`; nothing: they did not.
  [[nodiscard]] std::optional<std::string> given(const std::string& key) const;
  // The command line did.
  [[nodiscard]] bool typed(const std::string& key) const;

  // For --completion.
  [[nodiscard]] std::string description() const;
  [[nodiscard]] std::vector<OptionText> options() const;  // without those of its jobs; of a job, its own
  [[nodiscard]] const std::vector<std::unique_ptr<Command>>& jobs() const { return jobs_; }

  // For the configuration file.
  enum class Takes { nothing, value, values, unknown };
  [[nodiscard]] Takes takes(const std::string& key) const;
  // Sets an option as if `place` had typed it. Returns what is wrong with the values, or empty.
  [[nodiscard]] std::string configure(const std::string& key, const std::vector<std::string>& values,
                                      const std::string& place);
  // What the configuration file has for an option, whether that counts or not; nothing: it does not speak of it.
  [[nodiscard]] std::optional<std::string> offered(const std::string& key) const;
  void offer(const std::string& key, const std::string& value) { offered_[key] = value; }
  // The place that configured an option; empty: none did.
  [[nodiscard]] std::string configured(const std::string& key) const;
  // The sections [route.NAME] of the file, in its order; two may have the same name.
  [[nodiscard]] const std::vector<ConfigSection>& routes() const { return routes_; }
  void offer_routes(std::vector<ConfigSection> routes) { routes_ = std::move(routes); }

 private:
  explicit Command(CLI::App& job);

  std::string name_;
  std::unique_ptr<CLI::App> owned_;  // null: a job's belongs to that of its command
  CLI::App* app_;
  Option::Completions completions_;
  std::vector<std::unique_ptr<Command>> jobs_;
  std::vector<std::pair<std::vector<std::string>, std::vector<std::string>>> exclusive_;
  std::map<std::string, std::string> given_;       // key: value
  std::map<std::string, std::string> configured_;  // key: place
  std::map<std::string, std::string> offered_;     // key: value in the configuration file
  std::vector<ConfigSection> routes_;
};

// A line of a configuration file in TOML or INI, as CLI11 reads it.
struct ConfigItem {
  std::string section;  // empty: above the first
  std::string key;
  std::vector<std::string> values;
};
// `text` as plain_config() has it. Errors: pos::Error(Fault::config), the reason alone.
[[nodiscard]] std::vector<ConfigItem> parse_config(const std::string& text);

}  // namespace pos::cli
