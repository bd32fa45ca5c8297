// SPDX-License-Identifier: MIT
#include "model/where/scan.hpp"

#include <doctest/doctest.h>

#include "model/monitor/parameters.hpp"
#include "model/where/packed_leaves.hpp"
#include "model/where/window.hpp"
#include "unit/drawn.hpp"
#include "unit/model/where/payments.hpp"
#include "unit/model/where/prototype.hpp"

using namespace pos::model;
using namespace pos::model::test;

namespace {

constexpr std::size_t approved = 0;
constexpr std::size_t denied = 1;
constexpr int day_of_payments = minutes_per_day * payments_a_minute;
const WhereLimits no_limits{60'000, 60'000, 1'000'000};

// Rows with their bytes.
struct Packed {
  std::string bytes;
  Rows rows;
};

Packed pack(const Payments& world, const std::vector<Payment>& payments) {
  std::vector<std::array<std::string_view, payment_columns>> texts(payments.size());
  std::vector<PlacedLeaf> leaves;
  for (std::size_t k = 0; k < payments.size(); ++k) {
    for (std::size_t c = 0; c < payment_columns; ++c) texts[k][c] = world.text(c, payments[k].values[c]);
    leaves.push_back({texts[k], static_cast<std::uint32_t>(payments[k].denied ? denied : approved), 1});
  }
  Packed packed{pack_leaves(payment_columns, no_limits, leaves).bytes, {}};
  packed.rows = unpack_leaves(payment_columns, no_limits, packed.bytes, Volume::status);
  return packed;
}

std::vector<Payment> draw(Payments& world, const PaymentIncident& incident, int payments) {
  std::vector<Payment> drawn;
  for (int i = 0; i < payments; ++i) drawn.push_back(world.draw(incident));
  return drawn;
}

// Minute by minute, as it comes.
Cells learn(const Payments& world, const std::vector<Payment>& payments, const WhereLimits& limits) {
  Cells past(payment_columns, limits, 2);
  for (std::size_t at = 0; at < payments.size(); at += payments_a_minute) {
    const std::size_t end = std::min(at + payments_a_minute, payments.size());
    past.add(pack(world, {payments.begin() + static_cast<std::ptrdiff_t>(at),
                          payments.begin() + static_cast<std::ptrdiff_t>(end)})
                 .rows,
             1.0);
  }
  return past;
}

// As Where does it: rows are dropped where there are few combinations.
std::vector<Found> look(const Rows& rows, const WhereLimits& limits, const ScanQuestion& question) {
  if (rows.combinations.size() <= limits.leaves) return scan(rows, question);
  Cells now(payment_columns, limits, 2);
  now.add(rows, 1.0);
  return scan(now, question);
}

PaymentPlace place_of(const Found& found) {
  PaymentPlace place{-1, -1, -1, -1};
  place[found.set.first] = std::stoi(found.values[0].substr(1));
  if (found.set.is_pair()) place[found.set.second] = std::stoi(found.values[1].substr(1));
  return place;
}

std::vector<PlainRow> plain(const Rows& rows) {
  std::vector<PlainRow> all;
  for (const Rows::Combination& c : rows.combinations) {
    PlainRow& row = all.emplace_back();
    for (std::size_t i = 0; i < payment_columns; ++i) {
      row.values[i] = std::stoi(std::string(rows.values[i][c.values[i]].text.substr(1)));
    }
    row.exposure = c.rows;
    for (std::uint32_t i = c.first; i < c.last; ++i) {
      if (rows.amounts[i].number == denied) row.bad += rows.amounts[i].value;
    }
  }
  return all;
}

bool agree(const std::vector<Found>& found, const std::vector<PlainFound>& prototype) {
  return std::ranges::equal(found, prototype, [](const Found& a, const PlainFound& b) {
    return place_of(a) == b.place && a.bad == b.bad && a.expected == doctest::Approx(b.expected) &&
           a.score == doctest::Approx(b.score);
  });
}

struct Score {
  int exact = 0;
  int first = 0;

  void count(const std::vector<Found>& found, const PaymentIncident& incident) {
    const bool is_right = !found.empty() && place_of(found.front()) == incident.place;
    first += is_right ? 1 : 0;
    exact += is_right && found.size() == 1 ? 1 : 0;
  }
};

}  // namespace

// The acceptance of the specification (docs/where.md section 6).
TEST_CASE(
    "where: of 200 incidents nearly all are named, of alerts without a place nearly none, and so has the prototype "
    "it") {
  const WhereLimits limits;
  Payments world(2500);
  const std::vector<Payment> usual = draw(world, {}, day_of_payments);
  const Cells past = learn(world, usual, limits);
  const Prototype prototype(plain(pack(world, usual).rows));
  const ScanQuestion question{.past = past, .bad = denied, .exposure_has_bad = false};
  Score score;
  int agreeing = 0;
  int named_without_place = 0;
  constexpr int n = pos::drawn(100);
  for (int k = 0; k < 3 * n; ++k) {
    PaymentIncident incident = world.draw_incident();
    incident.everywhere = k >= 2 * n;
    const Packed packed = pack(world, draw(world, incident, incident.minutes * payments_a_minute));
    const Rows rows = rows_of_status(packed.rows, denied, Volume::status);
    const std::vector<Found> found = look(rows, limits, question);
    std::vector<PlainFound> expected = prototype.explain(plain(packed.rows));
    if (rows.combinations.size() > limits.leaves && expected.size() > 1) expected.resize(1);
    agreeing += agree(found, expected) ? 1 : 0;
    if (incident.everywhere) {
      named_without_place += found.empty() ? 0 : 1;
    } else {
      score.count(found, incident);
    }
  }
  CHECK(score.exact >= 0.9 * 2 * n);
  CHECK(score.first >= 0.97 * 2 * n);
  CHECK(named_without_place <= 0.05 * n);
  CHECK(agreeing == 3 * n);
}

TEST_CASE("where: with ten times as many values as there is room for the first element is still right") {
  Payments world(2600, {20'000, 4, 250, 12'000}, 1.0);
  const WhereLimits limits;
  const Cells past = learn(world, draw(world, {}, day_of_payments / 2), limits);
  REQUIRE(past.is_crowded(0));
  REQUIRE(past.is_crowded(3));
  const ScanQuestion question{.past = past, .bad = denied, .exposure_has_bad = false};
  Score score;
  constexpr int n = pos::drawn(60);
  for (int k = 0; k < n; ++k) {
    const PaymentIncident incident = world.draw_incident();
    const Packed packed = pack(world, draw(world, incident, incident.minutes * payments_a_minute));
    score.count(look(rows_of_status(packed.rows, denied, Volume::status), limits, question), incident);
  }
  CHECK(score.first >= 0.9 * n);
}

TEST_CASE("where: what has died is named though no row of it is left") {
  Payments world(2700);
  const WhereLimits limits;
  const Cells past = learn(world, draw(world, {}, day_of_payments), limits);
  const int minutes = 10;
  // What a merchant, an acquirer or a pair would have had.
  for (const PaymentPlace& dead : {PaymentPlace{5, -1, -1, -1}, {-1, 2, -1, -1}, {-1, 1, -1, 4}, {0, -1, 0, -1}}) {
    std::vector<Payment> payments = draw(world, {}, minutes * payments_a_minute);
    std::erase_if(payments, [&](const Payment& p) { return Payments::lies_in(p.values, dead); });
    const Packed packed = pack(world, payments);
    const double expected = minutes * payments_a_minute * 0.915;  // approvals: 8.5 % are denied
    const ScanQuestion question{.past = past, .bad = approved, .side = Side::below, .expected = expected};
    const auto found = look(rows_of_status(packed.rows, approved, Volume::status), limits, question);
    REQUIRE(found.size() == 1);
    CHECK(place_of(found[0]) == dead);
    CHECK(found[0].bad == 0);
    CHECK(found[0].expected == doctest::Approx(expected * world.share(dead)).epsilon(0.1));
  }
}

TEST_CASE("where: two that have died are both named, each by what it lacks alone") {
  Payments world(2701);
  const WhereLimits limits;
  const Cells past = learn(world, draw(world, {}, day_of_payments), limits);
  const PaymentPlace merchant{2, -1, -1, -1};
  const PaymentPlace bin{-1, -1, 3, -1};
  std::vector<Payment> payments = draw(world, {}, 15 * payments_a_minute);
  std::erase_if(payments, [&](const Payment& p) {
    return Payments::lies_in(p.values, merchant) || Payments::lies_in(p.values, bin);
  });
  const Packed packed = pack(world, payments);
  const double expected = 15 * payments_a_minute * 0.915;
  const ScanQuestion question{.past = past, .bad = approved, .side = Side::below, .expected = expected};
  const auto found = look(rows_of_status(packed.rows, approved, Volume::status), limits, question);
  REQUIRE(found.size() == 2);
  const std::size_t second_is_bin = place_of(found[1]) == bin ? 1 : 0;
  CHECK(place_of(found[1 - second_is_bin]) == merchant);
  CHECK(place_of(found[second_is_bin]) == bin);
  // Of the second one, what both had is the first one's.
  const double alone =
      world.share(second_is_bin == 1 ? bin : merchant) * (1.0 - world.share(second_is_bin == 1 ? merchant : bin));
  CHECK(found[1].expected == doctest::Approx(expected * alone).epsilon(0.1));
}

TEST_CASE("where: a fall of everything has no place, and one part of it that falls a little more is none") {
  Payments world(2702);
  const WhereLimits limits;
  const Cells past = learn(world, draw(world, {}, day_of_payments), limits);
  int named = 0;
  for (int k = 0; k < 40; ++k) {
    std::vector<Payment> payments = draw(world, {}, 10 * payments_a_minute);
    std::erase_if(payments, [&](const Payment& p) { return world.uniform() < (p.values[1] == 1 ? 0.75 : 0.6); });
    const Packed packed = pack(world, payments);
    const ScanQuestion question{
        .past = past, .bad = approved, .side = Side::below, .expected = 10 * payments_a_minute * 0.915};
    named += look(rows_of_status(packed.rows, approved, Volume::status), limits, question).empty() ? 0 : 1;
  }
  CHECK(named <= 2);  // 5 %
}

TEST_CASE("where: what says the same of two columns is said of the first of them") {
  // Column 1 repeats column 0: all scores are equal.
  const std::vector<std::string> bad{"b", "b"};
  const std::vector<std::string> good{"a", "a"};
  const auto rows = [&](double denied_of_bad) {
    Rows made;
    for (std::size_t c = 0; c < 2; ++c) {
      made.values.push_back({{good[c], hash_of_value(good[c])}, {bad[c], hash_of_value(bad[c])}});
    }
    made.amounts = {{exposure_number, 1000}, {bad_number, 50}, {exposure_number, 1000}, {bad_number, denied_of_bad}};
    made.combinations = {{{0, 0}, 1000, 0, 2}, {{1, 1}, 1000, 2, 4}};
    return made;
  };
  Cells past(2, WhereLimits{}, 2);
  past.add(rows(50), 10.0);
  const auto found = scan(rows(200), ScanQuestion{.past = past, .weight = 10.0});
  REQUIRE(found.size() == 1);
  CHECK(found[0].set == ColumnSet{0, 0});
  CHECK(found[0].values[0] == "b");
}
