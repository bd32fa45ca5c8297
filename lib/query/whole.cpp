// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include "base/error.hpp"
#include "query/forms.hpp"
#include "query/result.hpp"

namespace pos::query {
namespace {

class Whole final : public Result {
 public:
  explicit Whole(const Order& order) : order_(order) {}

  void columns(std::span<const std::string> names, std::string&) override {
    table_.names.assign(names.begin(), names.end());
  }

  void row(std::span<const Value> values, std::string&) override {
    for (const Value& value : values) {
      const auto* text = std::get_if<std::string>(&value);
      bytes_ += sizeof(Value) + (text != nullptr ? text->size() : 0);
      table_.values.push_back(value);
    }
    if (++rows_ > most_rows || bytes_ > most_bytes)
      throw Error(Fault::usage,
                  fmt::format("more than {} rows, or {} MB, are too much for text, a page or a chart: ask for csv or "
                              "ndjson by --format",
                              most_rows, most_bytes >> 20));
  }

  void end(std::string& out) override {
    switch (order_.shape) {
      case cli::Shape::html:
        return append_page(out, table_, order_);
      case cli::Shape::svg:
        return append_picture(out, table_, order_);
      default:
        return append_text(out, table_, order_);
    }
  }

 private:
  // How wide its columns are, and how high its chart, all rows say together.
  static constexpr std::size_t most_rows = 200'000;
  static constexpr std::size_t most_bytes = std::size_t{64} << 20;

  const Order& order_;
  Table table_;
  std::size_t rows_ = 0;
  std::size_t bytes_ = 0;
};

}  // namespace

std::unique_ptr<Result> make_whole(const Order& order) { return std::make_unique<Whole>(order); }

}  // namespace pos::query
