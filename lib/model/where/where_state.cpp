// SPDX-License-Identifier: MIT
// The state of Where in pieces: a snapshot, and the minutes after it.
#include <algorithm>
#include <map>
#include <utility>

#include "base/text.hpp"
#include "model/where/where.hpp"
#include "model/where/words.hpp"

namespace pos::model {
namespace {

constexpr std::string_view snapshot_name = "where";
constexpr std::string_view journal_prefix = "where/";
constexpr std::string_view where_format = "pos-where";
constexpr std::uint64_t where_version = 1;
constexpr std::size_t least_journal = 65'536;  // bytes, that make a new snapshot worth while
constexpr std::size_t longest_column_name = 65'536;
constexpr std::uint64_t most_pieces = std::uint64_t{1} << 60U;
constexpr double most_expected = 1e40;

}  // namespace

std::string Where::journal_name(std::uint64_t number) { return std::string(journal_prefix) + std::to_string(number); }

// Where the next piece is a snapshot anyway, or the journal has outgrown the last one, nothing is to be noted: it would
// grow for ever where nobody takes pieces.
void Where::note_down(const WhereMinute& minute) {
  has_news_ = true;
  if (!has_snapshot_) return;
  minute.save(journal_);
  has_snapshot_ = journal_bytes_ + journal_.bytes().size() <= std::max(snapshot_bytes_, least_journal);
  if (!has_snapshot_) journal_ = ByteWriter();
}

std::vector<StatePiece> Where::take_pieces() {
  std::vector<StatePiece> pieces;
  if (!std::exchange(has_news_, false)) return pieces;
  for (std::string& name : gone_) pieces.push_back({std::move(name), std::nullopt});
  gone_.clear();
  if (has_snapshot_) {
    std::string minutes = std::exchange(journal_, ByteWriter()).take();
    journal_bytes_ += minutes.size();
    pieces.push_back({journal_name(next_piece_++), std::move(minutes)});
    return pieces;
  }
  for (; first_piece_ < next_piece_; ++first_piece_) pieces.push_back({journal_name(first_piece_), std::nullopt});
  pieces.push_back({std::string(snapshot_name), snapshot()});
  has_snapshot_ = true;
  snapshot_bytes_ = pieces.back().text->size();
  journal_bytes_ = 0;
  return pieces;
}

std::string Where::snapshot() const {
  ByteWriter out;
  out.text(where_format);
  out.number(where_version);
  out.number(columns_.size());
  for (const std::string& name : columns_) out.text(name);
  out.number(next_piece_);
  out.number(static_cast<std::uint64_t>(age_));
  out.number(static_cast<std::uint64_t>(weight_));
  out.number(statuses_.size());
  for (const Status& status : statuses_) {
    out.text(status.name);
    out.number(status.fresh);
    out.text(status.to_tell);
    out.number(static_cast<std::uint64_t>(status.to_tell_for));
    out.number(status.open ? 1 : 0);
    if (!status.open) continue;
    const Open& open = *status.open;
    open.window.save(out);
    out.number(open.side == Side::below ? 1 : 0);
    out.number(static_cast<std::uint64_t>(open.quiet));
    out.number(open.waiting);
    out.real(open.expected);
    out.real(open.expected_a_minute);
    out.number(open.named ? 1 : 0);
    out.real(open.looked_at);
  }
  past_.save(out);
  out.number(recent_.size());
  for (const Recent& minute : recent_) {
    out.number(minute.teaches ? 1 : 0);
    out.text(minute.leaves);
  }
  return out.take();
}

void Where::restore(std::span<const StatePiece> pieces) {
  const std::string* snapshot = nullptr;
  std::map<std::uint64_t, const std::string*> journal;
  for (const StatePiece& piece : pieces) {
    if (!piece.text) continue;
    if (piece.name == snapshot_name) {
      snapshot = &*piece.text;
      continue;
    }
    const bool is_journal = piece.name.starts_with(journal_prefix);
    const auto number =
        parse_number<std::uint64_t>(std::string_view(piece.name).substr(journal_prefix.size() * (is_journal ? 1 : 0)));
    if (!is_journal || !number) ByteReader::fail("what is '" + printable(piece.name) + "'?");
    journal[*number] = &*piece.text;
  }
  if (snapshot == nullptr && journal.empty()) return;
  if (snapshot == nullptr) ByteReader::fail("it has no beginning");
  if (!restore_snapshot(*snapshot)) {
    for (const auto& [number, text] : journal) gone_.push_back(journal_name(number));
    return;
  }
  for (const auto& [number, text] : journal) {
    if (number != next_piece_++) ByteReader::fail("a piece is missing");
    journal_bytes_ += text->size();
    ByteReader in(*text);
    while (in.more()) advance(WhereMinute::restore(in, columns_.size(), limits_, statuses_.size()), {});
  }
  crowded_.assign(columns_.size(), false);  // another run tells it anew
}

void Where::restore_state(const std::string& state) {
  if (state.empty()) return;
  const StatePiece piece{std::string(snapshot_name), state};
  restore({&piece, 1});
}

// False: it is of other columns.
bool Where::restore_snapshot(std::string_view text) {
  ByteReader in(text);
  if (in.text(where_format.size()) != where_format) ByteReader::fail("it is none");
  if (in.number(UINT32_MAX) != where_version) ByteReader::fail("another version of pos-tools wrote it");
  std::vector<std::string> columns;
  for (std::size_t left = in.amount_of_things(max_where_columns); left > 0; --left) {
    columns.emplace_back(in.text(longest_column_name));
  }
  if (columns != columns_) return false;
  first_piece_ = next_piece_ = in.number(most_pieces);
  age_ = static_cast<std::int64_t>(in.number(INT64_MAX - 1));
  weight_ = static_cast<int>(in.number(minutes_per_day - 1));
  for (std::size_t left = in.amount_of_things(max_places); left > 0; --left) {
    Status status = restore_status(in);
    if (std::ranges::find(statuses_, status.name, &Status::name) != statuses_.end())
      ByteReader::fail("a status is there twice");
    statuses_.push_back(std::move(status));
  }
  if (statuses_.empty()) ByteReader::fail("it has no volume");
  past_ = Cells(columns_.size(), limits_, statuses_.size());
  past_.restore(in);
  for (std::size_t left = in.amount_of_things(longest_window); left > 0; --left) {
    const bool teaches = in.number(1) != 0;
    const std::string_view leaves = in.text(text.size());
    (void)unpack_leaves(columns_.size(), limits_, leaves, Volume::status);
    recent_.push_back({teaches, std::string(leaves)});
  }
  in.finish();
  has_snapshot_ = true;
  snapshot_bytes_ = text.size();
  return true;
}

Where::Status Where::restore_status(ByteReader& in) const {
  Status status;
  status.name = in.text(max_status_bytes);
  status.fresh = in.number(longest_window);
  status.to_tell = in.text(max_where_text);
  status.to_tell_for = static_cast<int>(in.number(longest_window));
  if (in.number(1) != 0) status.open.emplace(restore_open(in));
  return status;
}

Where::Open Where::restore_open(ByteReader& in) const {
  Open open{AlertWindow(columns_.size(), limits_)};
  open.window.restore(in, columns_.size());
  open.side = in.number(1) != 0 ? Side::below : Side::above;
  open.quiet = static_cast<int>(in.number(INT32_MAX));
  open.waiting = in.number(UINT32_MAX);
  open.expected = in.real(0.0, most_expected);
  open.expected_a_minute = in.real(0.0, most_expected);
  open.named = in.number(1) != 0;
  open.looked_at = in.real(0.0, most_expected);
  return open;
}

}  // namespace pos::model
