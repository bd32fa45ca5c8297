// SPDX-License-Identifier: MIT
#include "model/history_days.hpp"

#include <doctest/doctest.h>

#include "model/training.hpp"

using namespace pos;
using namespace pos::model;

namespace {

constexpr std::int32_t monday = 20'514;  // 2026-03-02

class Follow final : public TrainingListener {
 public:
  Report wants(const LocalTime&, const Monitor&) override { return Report::rows; }
  void minute(const TrainedMinute& minute) override {
    days.see(minute.closed, minute.begin, minute.kind, minute.monitor);
  }

  HistoryDays days;
};

// So many days, each minute `count(day, minute)` approvals and a tenth of it denied; 0: no row.
template <typename Count>
HistoryDays follow(int days, Count&& count, std::int32_t first = monday) {
  History history;
  for (int day = 0; day < days; ++day) {
    for (int minute = 0; minute < 1440; ++minute) {
      const std::int64_t number = count(day, minute);
      if (number == 0) continue;
      history.add({{first + day, minute * 60}, "approved", number});
      history.add({{first + day, minute * 60}, "denied", number / 10});
    }
  }
  TrainingSettings settings;
  settings.forest.trees = 1;
  Follow follow;
  static_cast<void>(train(history, settings, &follow));
  return std::move(follow.days);
}

}  // namespace

TEST_CASE("history days: a day at half the volume is odd, one a fifth below is not") {
  const auto odd = follow(7, [](int day, int) { return day == 3 ? 10 : day == 5 ? 16 : 20; }).odd_days("approved");
  REQUIRE(odd.size() == 1);
  CHECK(odd[0].day == monday + 3);
  CHECK(odd[0].status.empty());
  CHECK(odd[0].times == doctest::Approx(0.5).epsilon(0.01));
}

TEST_CASE("history days: Sundays that agree with each other are not odd; one alone is") {
  const auto sundays = [](int day, int) { return day % 7 == 6 ? 10 : 20; };
  CHECK(follow(14, sundays).odd_days("approved").empty());
  CHECK(follow(8, sundays).odd_days("approved").size() == 1);
}

TEST_CASE("history days: four days say nothing of a fifth") {
  CHECK(follow(4, [](int day, int) { return day == 3 ? 5 : 20; }).odd_days("approved").empty());
}

TEST_CASE("history days: a status at four times its share is odd") {
  History history;
  for (int day = 0; day < 7; ++day) {
    for (int minute = 0; minute < 1440; ++minute) {
      history.add({{monday + day, minute * 60}, "approved", 20});
      history.add({{monday + day, minute * 60}, "denied", day == 2 ? 4 : 1});
    }
  }
  TrainingSettings settings;
  settings.forest.trees = 1;
  Follow follow;
  static_cast<void>(train(history, settings, &follow));
  const auto odd = follow.days.odd_days("approved");
  REQUIRE(odd.size() == 1);
  CHECK(odd[0].status == "denied");
  CHECK(odd[0].times == doctest::Approx(4).epsilon(0.01));
}

TEST_CASE("train: who listens changes no byte of the model") {
  History history;
  for (int minute = 0; minute < 3 * 1440; ++minute) {
    const LocalTime time{monday + minute / 1440, minute % 1440 * 60};
    if (minute % 1440 < 600 || minute % 1440 > 630) history.add({time, "approved", 20 + minute % 7});
    if (minute % 5 == 0) history.add({time, "denied", minute % 1440 > 900 && minute % 1440 < 930 ? 30 : 1});
  }
  Follow follow;
  CHECK(to_text(train(history, {}, &follow).model) == to_text(train(history, {}).model));
}
