// SPDX-License-Identifier: MIT
#include "unit/read/whole/csv_table.hpp"

#include <array>
#include <utility>
#include <vector>

#include "base/error.hpp"
#include "read/csv_cells.hpp"
#include "unit/read/whole/fed_reader.hpp"
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
                        names[4], names[5]);
  }

  bool next(std::array<char*, column_kinds>& cells) override {
    cells.fill(nullptr);
    return reader_.read_row(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5]);
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
      : lines_(std::move(lines)),
        name_(name),
        wanted_(options.columns),
        finder_(wanted_, options.anomaly_label),
        feed_(*lines_, name, std::move(on_bad), &wanted_),
        times_(zone, header_.time_style),
        first_rows_(feed_.rows().names().size()) {
    const auto& header = feed_.rows().names();
    header_.time_style.format = wanted_.time_format;
    if (header.empty()) return;
    finder_ = find_columns(feed_.rows(), name, wanted_, options.anomaly_label);
    std::array<std::string, column_kinds> names;
    for (std::size_t i = 0; i < column_kinds; ++i) {
      const auto place = finder_.place(static_cast<Column>(i));
      names[i] = place ? header[*place] : std::string("\n");  // no header can have that
    }
    cells_ = make_cells(feed_, names);
  }

  const Row* next() {
    std::string reason;
    row_.begins_file = false;
    feed_.tell_refused(false);
    while (cells_ && read(reason)) {
      row_.begins_file = row_.begins_file || feed_.begins_file();
      if (reason.empty() && !first_rows_.over()) check_against_header();
      if (reason.empty()) return &row_;
      if (times_.undecided()) refuse(reason);
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
    Fields fields{cells[0], cells[1], std::nullopt, false};
    if (cells[4] != nullptr) fields.time = join_time(cells[0], cells[4], header_, joined_);
    if (cells[2] != nullptr) fields.count = cells[2];
    if (std::string reason = parse_transaction(fields, times_, row_.transaction, masked_status_); !reason.empty())
      return reason;
    return cells[3] != nullptr ? parse_label(cells[3], row_.label) : std::string();
  }

  [[noreturn]] void refuse(const std::string& reason) const {
    throw Error(Fault::bad_data, name_ + ":" + std::to_string(feed_.line()) + ": " + reason);
  }

  void check_against_header() {
    std::vector<std::string_view> cells;
    split_cells(feed_.text(), feed_.rows().delimiter(), cells);
    std::string scratch;
    const auto text = [&](std::size_t i) { return cell_text(cells[i], scratch); };
    const std::string doubt = first_rows_.doubt(finder_, wanted_, feed_.rows().names(), text, row_.transaction.time);
    if (!doubt.empty()) refuse(doubt);
  }

  std::unique_ptr<LineBuffer> lines_;
  std::string name_;
  ColumnNames wanted_;
  ColumnFinder finder_;
  CsvFeed feed_;
  Header header_;  // of it no more than how times are written
  TimeReader times_;
  std::unique_ptr<Cells> cells_;
  Row row_;
  std::string masked_status_;
  std::string joined_;
  FirstRows first_rows_;
};

CsvTable::CsvTable(std::unique_ptr<LineBuffer> lines, const std::string& name, const ReadOptions& options,
                   const TimeZone& zone, BadRowHandler on_bad)
    : parser_(std::make_unique<Parser>(std::move(lines), name, options, zone, std::move(on_bad))) {}

CsvTable::~CsvTable() = default;

const Row* CsvTable::next() { return parser_->next(); }

}  // namespace pos::read
