// SPDX-License-Identifier: MIT
#include <cmath>
#include <utility>
#include <vector>

#include "query/result.hpp"
#include "query/table.hpp"
#include "write/table.hpp"

namespace pos::query {
namespace {

using write::Line;

class Records final : public Result {
 public:
  explicit Records(Line form) : form_(form) {}

  void columns(std::span<const std::string> names, std::string& out) override {
    if (form_ == Line::csv) {
      names_.assign(names.begin(), names.end());
      write::append_row(out, Line::csv_header, names_, {});
    } else {
      for (const std::string& name : names) write::add_name(names_, name);
    }
  }

  void row(std::span<const Value> values, std::string& out) override {
    cells_.clear();
    for (const Value& value : values) cells_.push_back({exact_text(value), !is_text(value)});
    if (form_ == Line::csv) {
      // A line of nothing would be no row to those who read it.
      if (cells_.size() == 1 && cells_[0].text.empty()) cells_[0] = {"\"\"", true};
    } else {
      for (std::size_t i = 0; i < values.size(); ++i) {
        const auto* real = std::get_if<double>(&values[i]);
        if (real != nullptr && !std::isfinite(*real)) cells_[i].text.clear();  // which JSON cannot say
      }
    }
    write::append_row(out, form_, names_, cells_);
  }

 private:
  Line form_;
  std::vector<std::string> names_;
  std::vector<write::TableCell> cells_;  // of the row being written
};

}  // namespace

std::unique_ptr<Result> make_records(cli::Shape shape) {
  return std::make_unique<Records>(shape == cli::Shape::csv ? Line::csv : Line::ndjson);
}

}  // namespace pos::query
