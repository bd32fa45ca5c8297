// SPDX-License-Identifier: MIT
#include "read/csv_table.hpp"

#include <array>
#include <utility>

#include "read/fed_reader.hpp"
#include "read/fields.hpp"

namespace pos::read {
namespace {

// The parser has its delimiter as a template argument; this is what is common to the three.
class Cells {
 public:
  virtual ~Cells() = default;
  // By Column; null: the column is not there. False at the end.
  virtual bool next(std::array<char*, column_kinds>& cells) = 0;
};

template <char delimiter>
class DelimitedCells final : public Cells {
 public:
  // Names by Column; a missing one is a name that no header can have.
  DelimitedCells(CsvFeed& feed, const std::array<std::string, column_kinds>& names)
      : reader_(read_fed<column_kinds, delimiter>(feed)) {
    reader_.read_header(io::ignore_extra_column | io::ignore_missing_column, names[0], names[1], names[2], names[3],
                        names[4]);
  }

  bool next(std::array<char*, column_kinds>& cells) override {
    cells.fill(nullptr);
    return reader_.read_row(cells[0], cells[1], cells[2], cells[3], cells[4]);
  }

 private:
  FedReader<column_kinds, delimiter> reader_;
};

std::unique_ptr<Cells> make_cells(CsvFeed& feed, const std::array<std::string, column_kinds>& names) {
  switch (feed.rows().delimiter()) {
    case ';':
      return std::make_unique<DelimitedCells<';'>>(feed, names);
    case '\t':
      return std::make_unique<DelimitedCells<'\t'>>(feed, names);
    default:
      return std::make_unique<DelimitedCells<','>>(feed, names);
  }
}

}  // namespace

class CsvTable::Parser {
 public:
  Parser(std::unique_ptr<LineBuffer> lines, const std::string& name, const ReadOptions& options, const TimeZone& zone,
         BadRowHandler on_bad)
      : lines_(std::move(lines)), feed_(*lines_, name, std::move(on_bad)), times_(zone, style_) {
    const auto& header = feed_.rows().names();
    if (header.empty()) return;
    const ColumnFinder finder = find_columns(feed_.rows(), name, options.columns, options.labels);
    std::array<std::string, column_kinds> names;
    for (std::size_t i = 0; i < column_kinds; ++i) {
      const auto place = finder.place(static_cast<Column>(i));
      names[i] = place ? header[*place] : std::string("\n");  // no header can have that
    }
    cells_ = make_cells(feed_, names);
  }

  const Row* next() {
    std::string reason;
    feed_.tell_refused(false);
    while (cells_ && read(reason)) {
      if (reason.empty()) return &row_;
      feed_.reject(reason);
      feed_.tell_refused(false);
    }
    feed_.tell_refused(true);
    return nullptr;
  }

 private:
  // False at the end. A reason: the row just read cannot be used.
  bool read(std::string& reason) {
    std::array<char*, column_kinds> cells{};
    const std::size_t expected = feed_.rows().names().size();
    try {
      if (!cells_->next(cells)) return false;
      feed_.given();
      reason = parse(cells);
    } catch (const io::error::too_few_columns&) {
      feed_.given();
      reason = wrong_cell_count(true, expected);
    } catch (const io::error::too_many_columns&) {
      feed_.given();
      reason = wrong_cell_count(false, expected);
    }
    return true;
  }

  std::string parse(const std::array<char*, column_kinds>& cells) {
    row_.line = feed_.line();
    row_.label.reset();
    Fields fields{cells[0], cells[1], std::nullopt};
    if (cells[2] != nullptr) fields.count = cells[2];
    if (std::string reason = parse_transaction(fields, times_, row_.transaction, masked_status_); !reason.empty())
      return reason;
    return cells[3] != nullptr ? parse_label(cells[3], row_.label) : std::string();
  }

  std::unique_ptr<LineBuffer> lines_;
  CsvFeed feed_;
  TimeStyle style_;
  TimeReader times_;
  std::unique_ptr<Cells> cells_;
  Row row_;
  std::string masked_status_;
};

CsvTable::CsvTable(std::unique_ptr<LineBuffer> lines, const std::string& name, const ReadOptions& options,
                   const TimeZone& zone, BadRowHandler on_bad)
    : parser_(std::make_unique<Parser>(std::move(lines), name, options, zone, std::move(on_bad))) {}

CsvTable::~CsvTable() = default;

const Row* CsvTable::next() { return parser_->next(); }

}  // namespace pos::read
