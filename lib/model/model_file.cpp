// SPDX-License-Identifier: MIT
#include "model/model_file.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "base/error.hpp"
#include "base/text.hpp"
#include "model/checksum.hpp"

namespace pos::model {
namespace {

// Keeps the int64 sum of their path lengths far from its limit.
constexpr std::int64_t max_trees = 1'000'000;

void append_tree(std::string& out, const Tree& tree) {
  std::array<char, std::numeric_limits<std::int64_t>::digits10 + 2> digits{};
  for (const Node& node : tree) {
    if (&node != tree.data()) out += ' ';
    out += node.feature == Node::leaf ? '#' : feature_names[static_cast<std::size_t>(node.feature)][0];
    out.append(digits.data(), std::to_chars(digits.begin(), digits.end(), node.value).ptr);
  }
  out += '\n';
}

void append_state(std::string& out, std::string_view section, const std::string& state) {
  out += fmt::format("{} {}\n", section, std::count(state.begin(), state.end(), '\n')) + state;
}

// Reads the sections in their order; every complaint names the line.
class Parser {
 public:
  Parser(std::string_view text, const std::string& name) : all_(text), rest_(text), name_(name) {}

  Model parse() {
    check_version();
    read_checksum();
    StatusCodes statuses = read_statuses();
    auto features = read_features();
    const auto sample_size = static_cast<std::size_t>(read_number("sample-size"));
    const double threshold = read_threshold();
    IsolationForest forest = make_forest(read_trees(), sample_size);
    std::optional<Monitor> monitor = read_state<Monitor>("monitor");
    std::optional<KeyMonitor> keys;
    if (monitor && rest_.starts_with("keys ")) keys = read_state<KeyMonitor>("keys");
    Model model{std::move(statuses), features,       std::move(forest),    threshold,
                std::move(monitor),  read_lineage(), std::string(sha256_), std::move(keys)};
    if (!rest_.empty()) fail("nothing may follow the lineage");
    return model;
  }

 private:
  [[noreturn]] void fail(const std::string& reason) const {
    throw Error(Fault::bad_data, fmt::format("{}:{}: {}", name_, line_, reason));
  }

  std::string_view next_line() {
    ++line_;
    const auto end = rest_.find('\n');
    if (end == std::string_view::npos) fail("the file is cut: a line is missing");
    const std::string_view line = rest_.substr(0, end);
    rest_.remove_prefix(end + 1);
    return line;
  }

  void check_version() {
    const std::string_view first = next_line();
    if (!first.starts_with("pos-model ")) fail("not a pos-tools model");
    const auto version = parse_number<int>(first.substr(10));
    if (!version) fail("not a pos-tools model");
    if (*version != model_format) {
      fail(fmt::format("model format {} is not supported, only {}; train it again, or use the pos-tools that wrote it",
                       *version, model_format));
    }
  }

  // The last line goes off the text.
  void read_checksum() {
    const std::size_t covered = check_sum(all_, name_).size();
    sha256_ = all_.substr(covered + 7, 64);
    rest_.remove_suffix(all_.size() - covered);
  }

  // `key N`, N at most `most`. Nothing is reserved for N lines: a hostile N is met by the end of the file.
  std::int64_t read_number(std::string_view key, std::int64_t most = Transaction::max_count) {
    const std::string_view line = next_line();
    if (!line.starts_with(key) || line.size() <= key.size() || line[key.size()] != ' ')
      fail(fmt::format("expected '{} N'", key));
    const auto value = parse_number<std::int64_t>(line.substr(key.size() + 1));
    if (!value || *value < 0 || *value > most) fail(fmt::format("{} is out of range", key));
    return *value;
  }

  StatusCodes read_statuses() {
    std::vector<std::string> names;
    for (std::int64_t left = read_number("statuses"); left > 0; --left) {
      const std::string& name = names.emplace_back(next_line());
      if (!is_status_name(name)) fail("not a status: 1 to 64 bytes of UTF-8 without control characters");
    }
    auto sorted = names;
    std::sort(sorted.begin(), sorted.end());
    if (std::adjacent_find(sorted.begin(), sorted.end()) != sorted.end()) fail("a status stands there twice");
    return StatusCodes(std::move(names));
  }

  std::optional<std::array<FeatureSummary, feature_count>> read_features() {
    if (read_number("features") != feature_count) fail(fmt::format("expected {} features", feature_count));
    std::array<FeatureSummary, feature_count> summaries;
    std::size_t summarised = 0;
    for (std::size_t i = 0; i < feature_count; ++i) {
      std::string_view line = next_line();
      if (!line.starts_with(feature_names[i])) fail(fmt::format("expected feature '{}'", feature_names[i]));
      line.remove_prefix(feature_names[i].size());
      if (line.empty()) continue;
      const auto space = line.find(' ', 1);
      const auto mean = parse_number<double>(line.substr(1, space == std::string_view::npos ? space : space - 1));
      const auto deviation =
          parse_number<double>(space == std::string_view::npos ? std::string_view() : line.substr(space + 1));
      if (line[0] != ' ' || !mean || !deviation || !std::isfinite(*mean) || !std::isfinite(*deviation))
        fail("expected a feature's mean and standard deviation");
      summaries[i] = {*mean, *deviation};
      ++summarised;
    }
    if (summarised == 0) return std::nullopt;
    if (summarised != feature_count) fail("mean and standard deviation must stand with all features or none");
    return summaries;
  }

  double read_threshold() {
    const std::string_view line = next_line();
    constexpr std::string_view key = "threshold ";
    const auto value = line.starts_with(key) ? parse_number<double>(line.substr(key.size())) : std::nullopt;
    if (!value || !(*value >= 0 && *value <= 1)) fail("expected 'threshold X', X from 0 to 1");
    return *value;
  }

  std::vector<Tree> read_trees() {
    std::vector<Tree> trees;
    const std::int64_t count = read_number("trees", max_trees);
    while (static_cast<std::int64_t>(trees.size()) < count) trees.push_back(read_tree(next_line()));
    return trees;
  }

  Tree read_tree(std::string_view line) {
    Tree tree;
    tree.reserve(static_cast<std::size_t>(std::count(line.begin(), line.end(), ' ')) + 1);
    // 13 000 nodes are most of what a run on few rows does.
    for (const char *at = line.data(), *end = at + line.size(); at != end;) {
      std::int64_t value = 0;
      const auto [after, error] = std::from_chars(at + 1, end, value);
      if (error != std::errc{} || (after != end && *after != ' ')) {
        const std::string_view rest(at, end);
        fail("not a tree: '" + printable(rest.substr(0, rest.find(' ')), 20) + "'");
      }
      tree.push_back({feature_of(*at), value});
      at = after == end ? end : after + 1;
    }
    return tree;
  }

  [[nodiscard]] std::int32_t feature_of(char letter) const {
    if (letter == '#') return Node::leaf;
    for (std::size_t i = 0; i < feature_count; ++i) {
      if (feature_names[i][0] == letter) return static_cast<std::int32_t>(i);
    }
    fail("not a tree: no feature begins with '" + printable(std::string_view(&letter, 1)) + "'");
  }

  [[nodiscard]] IsolationForest make_forest(std::vector<Tree> trees, std::size_t sample_size) const {
    try {
      return {std::move(trees), sample_size};
    } catch (const std::invalid_argument& problem) {
      throw Error(Fault::bad_data, fmt::format("{}: {}", name_, problem.what()));
    }
  }

  // The lines in one piece, as the monitor of that section has them; it answers for them itself.
  template <typename Watch>
  std::optional<Watch> read_state(std::string_view section) {
    std::int64_t left = read_number(section);
    if (left == 0) return std::nullopt;
    const std::int64_t first_line = line_ + 1;
    const char* begin = rest_.data();
    for (; left > 0; --left) static_cast<void>(next_line());
    try {
      return Watch::from_state({begin, static_cast<std::size_t>(rest_.data() - begin)});
    } catch (const Error& error) {
      throw Error(Fault::bad_data, fmt::format("{}: {}, from line {}: {}", name_, section, first_line, error.what()));
    }
  }

  std::vector<std::pair<std::string, std::string>> read_lineage() {
    std::vector<std::pair<std::string, std::string>> lineage;
    for (std::int64_t left = read_number("lineage"); left > 0; --left) {
      const std::string_view line = next_line();
      const auto space = line.find(' ');
      if (space == 0 || space == std::string_view::npos || !is_plain_text(line)) fail("expected 'key value'");
      lineage.emplace_back(line.substr(0, space), line.substr(space + 1));
    }
    return lineage;
  }

  std::string_view all_;
  std::string_view rest_;
  std::string_view sha256_;
  const std::string& name_;
  std::int64_t line_ = 0;
};

}  // namespace

std::string to_text(const Model& model) {
  std::string out = fmt::format("pos-model {}\nstatuses {}\n", model_format, model.statuses.names().size());
  for (const std::string& name : model.statuses.names()) out.append(name).append("\n");
  out += fmt::format("features {}\n", feature_count);
  for (std::size_t i = 0; i < feature_count; ++i) {
    out += feature_names[i];
    if (model.features) out += fmt::format(" {} {}", (*model.features)[i].mean, (*model.features)[i].deviation);
    out += '\n';
  }
  out += fmt::format("sample-size {}\nthreshold {}\ntrees {}\n", model.forest.sample_size(), model.threshold,
                     model.forest.trees().size());
  for (const Tree& tree : model.forest.trees()) append_tree(out, tree);
  append_state(out, "monitor", model.monitor ? model.monitor->state() : std::string());
  if (model.keys) append_state(out, "keys", model.keys->state());
  out += fmt::format("lineage {}\n", model.lineage.size());
  for (const auto& [key, value] : model.lineage) out.append(key).append(" ").append(value).append("\n");
  append_checksum(out);
  return out;
}

Model parse_model(std::string_view text, const std::string& name) { return Parser(text, name).parse(); }

}  // namespace pos::model
