// SPDX-License-Identifier: MIT
#include "model/where/where.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

#include "base/error.hpp"
#include "unit/model/where/feed.hpp"

using namespace pos::model;
using namespace pos::model::test;
using pos::StatePiece;

namespace {

constexpr int calm_minutes = 25;       // alerts go on for some, and after ten more the episode is over
constexpr int learning_minutes = 150;  // a past of two hours

const PaymentIncident denials_of_an_acquirer{{-1, 1, -1, -1}, 9.0, 12};
const PaymentIncident denials_of_a_pair{{-1, 0, -1, 0}, 10.0, 15};

Where restored(const std::vector<StatePiece>& pieces, const WhereLimits& limits = {}) {
  Where where(payment_names, limits);
  where.restore(pieces);
  return where;
}

}  // namespace

TEST_CASE("where: an alert names its place, and the end of the episode that of the whole") {
  PaymentFeed feed(31);
  Where where(payment_names);
  CHECK(feed.run(where, learning_minutes, "denied").empty());
  auto texts = feed.run(where, denials_of_an_acquirer.minutes, "denied", denials_of_an_acquirer);
  for (std::string& text : feed.run(where, calm_minutes, "denied")) texts.push_back(std::move(text));
  REQUIRE(texts.size() == 2);
  for (const std::string& text : texts) CHECK(text.starts_with("acquirer=a1: "));
  CHECK(texts[0] != texts[1]);
}

TEST_CASE("where: a pair is named as one") {
  PaymentFeed feed(32, 300.0);
  Where where(payment_names);
  feed.run(where, learning_minutes, "denied");
  auto texts = feed.run(where, denials_of_a_pair.minutes, "denied", denials_of_a_pair);
  REQUIRE_FALSE(texts.empty());
  CHECK(texts[0].starts_with("acquirer=a0 and terminal=t0: "));
  CHECK(texts[0].ends_with(" expected"));
  CHECK(texts[0].find(" denied, ") != std::string::npos);
}

TEST_CASE("where: a dead acquirer is named by what it lacks") {
  PaymentFeed feed(33);
  Where where(payment_names);
  feed.run(where, learning_minutes, "approved");
  auto texts = feed.run(where, 20, "approved", {}, {{-1, 0, -1, -1}, 0.0});
  REQUIRE_FALSE(texts.empty());
  CHECK(texts[0].starts_with("acquirer=a0: 0 approved, "));
}

TEST_CASE("where: what hits all alike has no place") {
  PaymentFeed feed(34);
  Where where(payment_names);
  feed.run(where, learning_minutes, "denied");
  int named = 0;
  PaymentIncident everywhere{{-1, -1, -1, -1}, 3.0, 0, true};
  for (int k = 0; k < 20; ++k) {
    named += feed.run(where, 6, "denied", everywhere).empty() ? 0 : 1;
    named += feed.run(where, 30, "denied").empty() ? 0 : 1;
    named += feed.run(where, 6, "approved", {}, {{-1, -1, -1, -1}, 0.3}).empty() ? 0 : 1;
    named += feed.run(where, 30, "approved").empty() ? 0 : 1;
  }
  CHECK(named <= 2);  // 5 % of 40 incidents
}

TEST_CASE("where: what was recent before the monitor went on alone is no part of an alert of now") {
  PaymentFeed feed(37);
  Where where(payment_names);
  feed.run(where, learning_minutes, "denied");
  feed.run(where, 8, "denied", denials_of_an_acquirer);  // a1's, and not over
  for (int i = 0; i < 60; ++i) feed.draw({});            // nobody asks for places
  PaymentIncident other = denials_of_an_acquirer;
  other.place = {-1, 2, -1, -1};
  const auto texts = feed.run(where, 12, "denied", other);
  REQUIRE_FALSE(texts.empty());
  for (const std::string& text : texts) CHECK(text.starts_with("acquirer=a2: "));
}

TEST_CASE("where: cut at any minute, stored and gone on with it says and keeps the same") {
  PaymentFeed feed(35);
  Where uncut(payment_names);
  Where cut(payment_names);
  KeptPieces kept;
  int texts = 0;
  int snapshots = 0;
  for (int minute = 0; minute < 260; ++minute) {
    const bool denials = minute >= 150 && minute < 170;
    const bool outage = minute >= 190 && minute < 215;
    const PaymentFlow flow{{-1, 0, -1, -1}, outage ? 0.0 : 1.0};
    feed.draw(denials ? denials_of_an_acquirer : PaymentIncident{}, flow, minute == 100 ? Extent::part : Extent::whole);
    const auto told = feed.step(uncut);
    REQUIRE(feed.step(cut) == told);
    for (const auto& t : told) texts += t.where.empty() ? 0 : 1;
    const auto pieces = uncut.take_pieces();
    const auto pieces_of_cut = cut.take_pieces();
    REQUIRE(pieces.size() == pieces_of_cut.size());
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      REQUIRE(pieces[i].name == pieces_of_cut[i].name);
      REQUIRE(pieces[i].text == pieces_of_cut[i].text);
      snapshots += pieces[i].name == "where" ? 1 : 0;
    }
    kept.change(pieces_of_cut);
    cut = restored(kept.all());
  }
  CHECK(texts >= 4);      // of two incidents, at their alerts and at their ends
  CHECK(snapshots >= 2);  // the first one, and one that a journal has outgrown
}

TEST_CASE("where: with small tables, too, and windows that forget their combinations") {
  const WhereLimits limits{8, 20, 60};
  PaymentFeed feed(36, 60.0);
  Where uncut(payment_names, limits);
  Where cut(payment_names, limits);
  KeptPieces kept;
  for (int minute = 0; minute < 220; ++minute) {
    feed.draw(minute >= 150 && minute < 175 ? denials_of_an_acquirer : PaymentIncident{});
    REQUIRE(feed.step(cut) == feed.step(uncut));
    kept.change(cut.take_pieces());
    if (minute % 7 == 0) cut = restored(kept.all(), limits);
  }
}

TEST_CASE("where: a column with too many values is told once") {
  PaymentFeed feed(37);
  Where where(payment_names, {20, 4000, 5000});
  std::vector<std::string> crowded;
  for (int i = 0; i < 60; ++i) {
    feed.run(where, 1, "denied");
    for (std::string& name : where.take_crowded()) crowded.push_back(std::move(name));
  }
  std::ranges::sort(crowded);
  CHECK(crowded == std::vector<std::string>{"bin", "merchant"});  // 25 and 40; of acquirers 4, of terminals 12
}

TEST_CASE("where: pieces cost what came, and an unchanged state none") {
  PaymentFeed feed(38);
  Where where(payment_names);
  CHECK(where.take_pieces().empty());
  std::size_t journal = 0;
  for (int i = 0; i < 40; ++i) {
    feed.run(where, 1, "denied");
    const auto pieces = where.take_pieces();
    REQUIRE(pieces.size() == 1);
    if (i > 0) journal += pieces[0].text->size();
    CHECK(where.take_pieces().empty());
  }
  CHECK(journal < 39 * 100 * 25);  // 100 rows a minute, about 14 bytes each and their values
}

TEST_CASE("where: pieces of other columns or of another volume are given up") {
  PaymentFeed feed(39);
  Where where(payment_names);
  feed.run(where, 5, "denied");
  KeptPieces kept;
  kept.change(where.take_pieces());
  feed.run(where, 1, "denied");
  kept.change(where.take_pieces());
  REQUIRE(kept.all().size() == 2);

  std::vector<std::string> others = payment_names;
  std::swap(others[0], others[1]);
  Where other(others);
  other.restore(kept.all());
  feed.run(other, 1, "denied");
  kept.change(other.take_pieces());
  REQUIRE(kept.all().size() == 1);
  CHECK(kept.all()[0].name == "where");

  MonitorParameters parameters;
  parameters.volume = "denied";
  Monitor monitor(parameters);
  const std::array<std::string_view, 4> values{"a0", "m1", "b1", "t1"};
  const std::array<Leaf, 1> leaves{{{values, monitor.intern("denied"), 3}}};
  const std::array<StatusCount, 1> counts{{{0, 3}}};
  const auto verdicts = monitor.step(0, counts);
  other.step(monitor, leaves, verdicts);
  kept.change(other.take_pieces());
  CHECK(kept.all().size() == 1);
}

TEST_CASE("where: a state that it cannot have written is refused") {
  PaymentFeed feed(40, 20.0);
  Where where(payment_names, {8, 20, 40});
  KeptPieces kept;
  for (int minute = 0; minute < 60; ++minute) {
    feed.draw(minute > 50 ? denials_of_an_acquirer : PaymentIncident{});
    feed.step(where);
    if (minute == 56 || minute == 59) kept.change(where.take_pieces());
  }
  const std::vector<StatePiece> pieces = kept.all();
  REQUIRE(pieces.size() == 2);
  const auto refused = [](const std::vector<StatePiece>& changed) {
    Where other(payment_names, {8, 20, 40});
    try {
      other.restore(changed);
      return false;
    } catch (const pos::Error& error) {
      return error.fault() == pos::Fault::bad_data;
    }
  };
  CHECK_FALSE(refused(pieces));
  CHECK(refused({pieces[1]}));                                // no snapshot
  CHECK(refused({pieces[0], {"where/5", *pieces[1].text}}));  // a piece is missing
  CHECK(refused({pieces[0], {"where/x", "1"}}));
  for (std::size_t which = 0; which < 2; ++which) {
    const std::string& text = *pieces[which].text;
    for (std::size_t size = 0; size < text.size(); size += 1 + size / 50) {
      // A journal that ends between two minutes is one.
      std::vector<StatePiece> changed = pieces;
      changed[which].text = text.substr(0, size);
      const bool is_refused = refused(changed);
      if (which == 0) CHECK(is_refused);
    }
    for (std::size_t at = 0; at < text.size(); at += 1 + at / 100) {
      std::vector<StatePiece> changed = pieces;
      (*changed[which].text)[at] = static_cast<char>((*changed[which].text)[at] ^ 0x55);
      (void)refused(changed);  // or means something else: neither a crash nor another error
    }
  }
}

TEST_CASE("where: a volume that is all rows, an alert without a row, more statuses than places, an empty value") {
  MonitorParameters parameters;
  parameters.volume = "*";
  Monitor monitor(parameters);
  Where where({"merchant"});
  Noise noise(41);
  std::vector<std::string> texts;
  const auto step = [&](std::int64_t minute, bool dead, double denials) {
    std::vector<Leaf> leaves;
    static const std::array<std::array<std::string_view, 1>, 3> values{{{"m1"}, {""}, {"m2"}}};
    std::vector<StatusCount> counts;
    for (std::size_t m = dead ? 2 : 0; m < 3; ++m) {
      for (std::size_t s = 0; s < 20; ++s) {
        const double mean = s == 0 ? 20.0 : s == 1 ? 4.0 * (m == 1 ? denials : 1.0) : 0.2;
        const std::uint64_t count = noise.poisson(mean);
        if (count == 0) continue;
        leaves.push_back({values[m], monitor.intern("s" + std::to_string(s)), count});
        counts.push_back({leaves.back().status, count});
      }
    }
    const auto verdicts = monitor.step(minute, counts);
    where.step(monitor, leaves, verdicts);
    for (const Verdict& v : verdicts) {
      if (!v.where.empty()) texts.push_back(std::string(v.status) + ": " + v.where);
    }
  };
  std::int64_t minute = 0;
  for (; minute < 120; ++minute) step(minute, false, 1.0);
  CHECK(texts.empty());
  for (; minute < 128; ++minute) step(minute, false, 15.0);
  REQUIRE_FALSE(texts.empty());
  CHECK(texts[0].starts_with("s1: merchant='': "));
  for (; minute < 150; ++minute) step(minute, false, 1.0);
  texts.clear();
  for (; minute < 160; ++minute) step(minute, true, 1.0);
  const auto of_volume = std::ranges::find_if(texts, [](const std::string& text) { return text.starts_with("*: "); });
  REQUIRE(of_volume != texts.end());
  CHECK(of_volume->starts_with("*: merchant="));
  CHECK(of_volume->find(": 0 transactions, ") != std::string::npos);
}

TEST_CASE("where: 1 to 6 columns") {
  CHECK_THROWS_AS(Where({}), std::invalid_argument);
  CHECK_THROWS_AS(Where(std::vector<std::string>(7, "x")), std::invalid_argument);
}
