// SPDX-License-Identifier: MIT
// Keys that are stored at any minute go on as if they had not been, and state of unknown origin does no harm.
#include <doctest/doctest.h>

#include <map>
#include <optional>

#include "base/error.hpp"
#include "market.hpp"
#include "unit/drawn.hpp"

using namespace pos;
using namespace pos::model;
using namespace pos::model::test;

namespace {

using Pieces = std::map<std::string, std::string>;  // as a store keeps them

void keep(Pieces& store, const std::vector<StatePiece>& pieces) {
  for (const StatePiece& piece : pieces) store[piece.name] = piece.text.value();
}

std::vector<StatePiece> all_of(const Pieces& store) {
  std::vector<StatePiece> pieces;
  for (const auto& [name, text] : store) pieces.push_back({name, text});
  return pieces;
}

std::string text_of(std::span<const KeyAlert> alerts) {
  std::string text;
  for (const KeyAlert& a : alerts) {
    text += std::to_string(a.key) + ' ' + std::to_string(a.status) + ' ' + std::to_string(a.count) + ' ' +
            std::to_string(a.expected) + ' ' + std::to_string(a.score) + ' ' + std::to_string(a.excess) + ' ' +
            a.reason + '\n';
  }
  return text;
}

// 30 keys, some of which come late, go, or have bad days.
void fill(Watch& watch, Dice& dice, std::int64_t t) {
  for (int k = 0; k < 30; ++k) {
    if (k > 24 && t < 1440 + 300 + k * 10) continue;
    double approved = 20.0 / (k + 1);
    double denied = approved / 10;
    if (k == 3 && t % 400 > 330) approved = 0;
    if (k == 5 && t % 500 > 460) denied *= 6;
    if (k < 9 && t % 900 > 880) denied *= 5;
    const std::string name = "m" + std::to_string(k);
    watch.add(name, "approved", dice.poisson(approved));
    watch.add(name, "denied", dice.poisson(denied));
    if (k % 7 == 0) watch.add(name, "failed", dice.poisson(0.01));
  }
}

KeyMonitor trained_keys() {
  Watch watch;
  Dice dice(3);
  for (std::int64_t t = 0; t < 1440 + 90; ++t) {
    fill(watch, dice, t);
    watch.step(t);
  }
  return watch.keys;
}

}  // namespace

TEST_CASE("keys: cut at every minute, stored in pieces and gone on with, alerts and pieces are the same") {
  Watch straight;
  Dice dice(11);
  for (std::int64_t t = 0; t < 1440; ++t) {
    fill(straight, dice, t);
    straight.step(t);
  }
  straight.keys = KeyMonitor::from_state(straight.keys.state(10));
  const KeyMonitor model = straight.keys;
  Pieces of_straight;
  Watch cut = straight;
  Pieces of_cut;
  int alerts = 0;
  for (std::int64_t t = 1440; t < 3 * 1440 + 100; ++t) {
    if (t == 2500) t = 2600;  // a gap
    fill(straight, dice, t);
    for (KeyId id = 0; id < straight.keys.size(); ++id) {
      const std::string& name = straight.keys.name(id);
      REQUIRE(cut.keys.intern(0, name.substr(name.find('=') + 1)) == id);
    }
    cut.counts.clear();
    for (const KeyCount& c : straight.counts) cut.add(c.key, straight.whole.name(c.status), c.count);
    const auto a = straight.step(t);
    const auto b = cut.step(t);
    alerts += static_cast<int>(a.size());
    REQUIRE(text_of(a) == text_of(b));
    const auto pieces = straight.keys.take_pieces();
    keep(of_straight, pieces);
    const auto pieces_of_cut = cut.keys.take_pieces();
    keep(of_cut, pieces_of_cut);
    REQUIRE(pieces.size() == pieces_of_cut.size());
    REQUIRE(of_straight == of_cut);
    const bool often = t < 1500 || (t > 1720 && t < 1800) || (t > 2590 && t < 2640) || (t > 2870 && t < 2890);
    if (!often && t % 7 != 0) continue;
    KeyMonitor restored = model;
    restored.restore(all_of(of_cut));
    REQUIRE(restored.state() == cut.keys.state());
    cut.keys = std::move(restored);
    cut.whole = Monitor::from_state(cut.whole.state());
  }
  CHECK(alerts > 50);
}

TEST_CASE("keys: state as text goes on as what it was made of") {
  const KeyMonitor keys = trained_keys();
  const std::string state = keys.state();
  CHECK(KeyMonitor::from_state(state).state() == state);
  CHECK(KeyMonitor::from_state(keys.state(10)).state(10) == keys.state(10));
  const KeyMonitor empty({"a", "b"});
  CHECK(KeyMonitor::from_state(empty.state()).state() == empty.state());
  CHECK(KeyMonitor::from_state(empty.state()).families() == std::vector<std::string>{"a", "b"});
}

TEST_CASE("keys: only what changed is a piece") {
  Watch watch;
  for (std::int64_t t = 0; t < 60; ++t) {
    watch.add("a", "approved", 5);
    watch.add("b", "approved", 5);
    watch.step(t);
  }
  static_cast<void>(watch.keys.take_pieces());
  watch.add("b", "approved", 5);
  watch.step(60);
  std::vector<std::string> names;
  for (const StatePiece& piece : watch.keys.take_pieces()) names.push_back(piece.name);
  CHECK(names == std::vector<std::string>{"keys", "keys hour 1", "key merchant=b"});
}

TEST_CASE("keys: damaged state is refused, or harmless") {
  Watch watch;
  Dice dice(3);
  for (std::int64_t t = 0; t < 1440 + 40; ++t) {
    fill(watch, dice, t);
    watch.step(t);
  }
  const std::string state = watch.keys.state();
  std::size_t refused = 0;
  std::size_t taken = 0;
  Dice chance(5);
  const auto attempt = [&](const std::string& text) {
    std::optional<KeyMonitor> keys;
    try {
      keys = KeyMonitor::from_state(text);
    } catch (const Error& error) {
      CHECK(error.fault() == Fault::bad_data);
      ++refused;
      return;
    }
    ++taken;
    Watch next = watch;
    next.keys = *keys;
    for (std::int64_t t = 1440 + 40; t < 1440 + 45; ++t) {
      for (KeyId id = 0; id < next.keys.size(); ++id) next.counts.push_back({id, id % 2, 3});
      next.step(t);
    }
    static_cast<void>(next.keys.take_pieces());
  };
  for (std::size_t cut = 0; cut < state.size(); cut += 97) attempt(state.substr(0, cut));
  for (std::size_t round = 0; round < drawn(2000); ++round) {
    std::string text = state;
    const std::string_view replacements = "0123456789 -\ne.m";
    text[chance.below(text.size())] = replacements[chance.below(replacements.size())];
    if (round % 3 == 0) text.insert(chance.below(text.size()), "9999999");
    attempt(text);
  }
  CHECK(refused > drawn(500));
  CHECK(taken > drawn(100));
}

TEST_CASE("keys: pieces that do not fit are refused") {
  Watch watch;
  Dice dice(3);
  for (std::int64_t t = 0; t < 100; ++t) {
    fill(watch, dice, t);
    watch.step(t);
  }
  const auto pieces = watch.keys.take_pieces();
  const auto refused = [](std::vector<StatePiece> changed, const std::string& family = "merchant") {
    KeyMonitor keys({family});
    try {
      keys.restore(changed);
    } catch (const Error& error) {
      return error.fault() == Fault::bad_data;
    }
    return false;
  };
  CHECK_FALSE(refused(pieces));
  CHECK_FALSE(refused({}));
  CHECK(refused(pieces, "acquirer"));
  auto without_shared = pieces;
  without_shared.erase(without_shared.begin());
  CHECK(refused(without_shared));
  auto with_a_hole = pieces;
  std::erase_if(with_a_hole, [](const StatePiece& piece) { return piece.name == "key merchant=m2"; });
  CHECK(refused(with_a_hole));
  auto twice = pieces;
  twice.push_back(pieces.back());
  CHECK(refused(twice));
  auto gone = pieces;
  gone.back().text.reset();
  CHECK(refused(gone));
}
