// SPDX-License-Identifier: MIT
// Scored records as CSV.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "write/scored_format.hpp"

namespace pos::write {

// CSV input keeps its bytes and its delimiter; lines end with LF.
class ScoredCsv final : public ScoredFormat {
 public:
  explicit ScoredCsv(ExtraColumns extra) : extra_(extra) {}

  void header(const Header& header, const std::string& name, std::string& out) override;
  [[nodiscard]] bool needs_cells(Format input) const override { return input != Format::csv; }
  [[nodiscard]] std::string check_columns(std::span<const Cell> cells, std::string& out) override;
  void input_columns(const Row& row, std::span<const Cell> cells, std::string& out) override;
  void made_up_columns(const Header& like, std::string_view time, std::string_view status, std::int64_t count,
                       std::string& out) override;
  void scored_columns(const Scored& scored, std::string& out) override;

 private:
  void begin(std::string_view columns, std::string& out);
  void append_cell(std::string& out, std::string_view text) const;

  ExtraColumns extra_;
  bool begun_ = false;
  char delimiter_ = ',';
  std::vector<std::string> names_;
  std::map<std::string, std::size_t, std::less<>> places_;  // by name, of columns that JSON keys name
  std::vector<std::string_view> values_;                    // of the row being written, by column
};

}  // namespace pos::write
