// SPDX-License-Identifier: MIT
// fast-cpp-csv-parser splits cells and maps columns; a guard feeds it rows it cannot trip over:
// no NUL (it would drop the rest of the cell), no quoted line break (it would end the row), whole
// blocks only (it takes a short read for the end), and always a last newline (without it, it hangs
// or aborts on some files over 48 MiB). Numbers are read as text, since it takes '' for 0.
#include "read/csv_table.hpp"

#define CSV_IO_NO_THREAD  // one thread is enough, and its own may not throw
#include <libfccp/csv.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <deque>
#include <utility>
#include <vector>

#include "read/csv_rows.hpp"
#include "read/fields.hpp"

namespace pos::read {
namespace {

// Rows on their way into the parser, kept until it has given them back as cells, so that a bad one
// can still be told with its line and handed over whole.
class Feed {
 public:
  Feed(LineBuffer& lines, const std::string& name, BadRowHandler on_bad)
      : on_bad_(std::move(on_bad)), rows_(lines, name, [this](const BadRow& row) { keep(row); }) {
    add(rows_.header());
  }

  [[nodiscard]] const CsvRows& rows() const { return rows_; }

  // Up to `size` bytes of whole blocks: fewer only at the end of input.
  std::size_t read(char* to, std::size_t size) {
    forget_given();
    CsvRows::Raw raw;
    while (text_.size() - sent_ < size && rows_.next(raw)) {
      waiting_.push_back({raw.line, text_.size(), raw.text.size(), {}});
      if (add(raw.text)) waiting_.back().original = raw.text;
    }
    const std::size_t length = std::min(size, text_.size() - sent_);
    std::memcpy(to, text_.data() + sent_, length);
    sent_ += length;
    return length;
  }

  // The parser gave the next row.
  void given() { ++given_; }
  [[nodiscard]] std::int64_t line() const { return waiting_[given_ - 1].line; }

  // Hands over what was refused before the row that the parser will give next; at the end, all.
  void tell_refused(bool at_end) {
    while (!refused_.empty() && (at_end || refused_.front().after <= forgotten_ + given_)) {
      const Refused& row = refused_.front();
      on_bad_({row.line, row.reason, row.text, false, rows_.header()});
      refused_.pop_front();
    }
  }

  // The row just given cannot be used.
  void reject(std::string_view reason) const {
    const Waiting& row = waiting_[given_ - 1];
    const std::string_view sent = std::string_view(text_).substr(row.begin, row.length);
    on_bad_({row.line, reason, row.original.empty() ? sent : row.original, false, rows_.header()});
  }

 private:
  struct Waiting {
    std::int64_t line;
    std::size_t begin;
    std::size_t length;
    std::string original;  // where it is not what was sent
  };

  struct Refused {
    std::size_t after;  // rows fed before it
    std::int64_t line;
    std::string reason;
    std::string text;
  };

  // What the guard refuses waits for its turn among the rows that the parser has still to give. Only
  // a row too long to be kept does not wait.
  void keep(const BadRow& row) {
    if (row.goes_on || in_long_row_) {
      on_bad_(row);
      in_long_row_ = row.goes_on;
    } else {
      refused_.push_back({forgotten_ + waiting_.size(), row.line, std::string(row.reason), std::string(row.raw)});
    }
  }

  // True where a quoted line break had to be replaced, lest it end the row. The control character
  // in its place is refused where it matters (time, status, count), as the line break would be.
  bool add(std::string_view row) {
    const std::size_t begin = text_.size();
    text_ += row;
    const bool breaks = row.find('\n') != std::string_view::npos;
    if (breaks) std::replace(text_.begin() + static_cast<std::ptrdiff_t>(begin), text_.end(), '\n', '\x01');
    text_ += '\n';
    return breaks;
  }

  // Drops what the parser has given back; what it holds in its own buffer is still waiting here.
  void forget_given() {
    if (given_ == 0) return;
    const std::size_t from = given_ < waiting_.size() ? waiting_[given_].begin : sent_;
    text_.erase(0, from);
    sent_ -= from;
    waiting_.erase(waiting_.begin(), waiting_.begin() + static_cast<std::ptrdiff_t>(given_));
    for (Waiting& row : waiting_) row.begin -= from;
    forgotten_ += given_;
    given_ = 0;
  }

  BadRowHandler on_bad_;
  std::deque<Refused> refused_;
  bool in_long_row_ = false;
  CsvRows rows_;
  std::string text_;
  std::size_t sent_ = 0;
  std::vector<Waiting> waiting_;
  std::size_t given_ = 0;      // of those waiting
  std::size_t forgotten_ = 0;  // rows given before those
};

class FeedSource final : public io::ByteSourceBase {
 public:
  explicit FeedSource(Feed& feed) : feed_(feed) {}
  int read(char* to, int size) override { return static_cast<int>(feed_.read(to, static_cast<std::size_t>(size))); }

 private:
  Feed& feed_;
};

// The parser has its delimiter as a template argument; this is what is common to the three.
class Cells {
 public:
  virtual ~Cells() = default;
  // Time, status, count, label; null: the column is not there. False at the end.
  virtual bool next(std::array<char*, column_kinds>& cells) = 0;
};

template <char delimiter>
class DelimitedCells final : public Cells {
 public:
  // Names by Column; a missing one is a name that no header can have.
  DelimitedCells(Feed& feed, const std::array<std::string, column_kinds>& names)
      : reader_("", std::unique_ptr<io::ByteSourceBase>(std::make_unique<FeedSource>(feed))) {
    reader_.read_header(io::ignore_extra_column | io::ignore_missing_column, names[0], names[1], names[2], names[3]);
  }

  bool next(std::array<char*, column_kinds>& cells) override {
    cells.fill(nullptr);
    return reader_.read_row(cells[0], cells[1], cells[2], cells[3]);
  }

 private:
  io::CSVReader<column_kinds, io::trim_chars<' ', '\t'>, io::double_quote_escape<delimiter, '"'>> reader_;
};

std::unique_ptr<Cells> make_cells(Feed& feed, const std::array<std::string, column_kinds>& names) {
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
      : lines_(std::move(lines)), feed_(*lines_, name, std::move(on_bad)), zone_(zone) {
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
    if (std::string reason = parse_transaction(fields, zone_, row_.transaction); !reason.empty()) return reason;
    return cells[3] != nullptr ? parse_label(cells[3], row_.label) : std::string();
  }

  std::unique_ptr<LineBuffer> lines_;
  Feed feed_;
  const TimeZone& zone_;
  std::unique_ptr<Cells> cells_;
  Row row_;
};

CsvTable::CsvTable(std::unique_ptr<LineBuffer> lines, const std::string& name, const ReadOptions& options,
                   const TimeZone& zone, BadRowHandler on_bad)
    : parser_(std::make_unique<Parser>(std::move(lines), name, options, zone, std::move(on_bad))) {}

CsvTable::~CsvTable() = default;

const Row* CsvTable::next() { return parser_->next(); }

}  // namespace pos::read
