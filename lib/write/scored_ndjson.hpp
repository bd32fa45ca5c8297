// SPDX-License-Identifier: MIT
// Scored records as NDJSON.
#pragma once

#include <string>

#include "write/scored_format.hpp"

namespace pos::write {

// NDJSON input keeps its bytes; CSV cells become strings, but the count a number. What CSV leaves
// empty is null here.
class ScoredNdjson final : public ScoredFormat {
 public:
  explicit ScoredNdjson(ExtraColumns extra) : extra_(extra) {}

  void header(const Header&, const std::string&, std::string&) override {}
  [[nodiscard]] bool needs_cells(Format input) const override { return input != Format::ndjson; }
  [[nodiscard]] std::string check_columns(std::span<const Cell>, std::string&) override { return {}; }
  void input_columns(const Row& row, std::span<const Cell> cells, std::string& out) override;
  void made_up_columns(const Header& like, std::string_view time, std::string_view status, std::int64_t count,
                       std::string& out) override;
  void scored_columns(const Scored& scored, std::string& out) override;

 private:
  ExtraColumns extra_;
};

}  // namespace pos::write
