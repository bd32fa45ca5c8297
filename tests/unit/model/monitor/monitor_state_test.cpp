// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "base/error.hpp"
#include "model/monitor/monitor.hpp"
#include "shop.hpp"
#include "unit/drawn.hpp"

using namespace pos::model;
using namespace pos::model::test;

namespace {

constexpr std::size_t stride = 5 / pos::drawn(5);  // from one byte to the next that something is done to

// Counts with incidents, a status that comes late, silence and a pause of three days.
std::vector<std::pair<std::int64_t, Counts>> eventful_stream() {
  Shop shop;
  std::vector<std::pair<std::int64_t, Counts>> stream;
  for (std::int64_t t = 100; t < 3 * 1440; ++t) {
    const bool surge = t % 500 < 15;
    Counts counts = t % 700 < 12 ? Counts{} : shop.minute(t, surge ? 3.0 : 1.0);
    if (t % 333 < 20) counts.push_back({"denied", 25});
    if (t > 2000 && t % 97 == 0) counts.push_back({"back end reversed", 5});
    stream.emplace_back(t > 2500 ? t + 3 * 1440 : t, std::move(counts));
  }
  return stream;
}

// True when the text was refused as bad data. Text that is accepted must work.
bool refused(const std::string& text) {
  try {
    Monitor monitor = Monitor::from_state(text);
    const std::int64_t next = monitor.last_minute().value_or(-1) + 1;
    for (std::int64_t t = next; t < next + 3; ++t) {
      step(monitor, t, {{"approved", 30}, {"denied", 400}, {"new", 1}});
    }
    step(monitor, next + 1500, {});
    CHECK_NOTHROW((void)monitor.state());
    return false;
  } catch (const pos::Error& error) {
    CHECK(error.fault() == pos::Fault::bad_data);
    return true;
  }
}

std::string some_state() {
  Shop shop;
  Monitor monitor = trained(shop, 2);
  for (std::int64_t t = 2880; t < 2885; ++t) step(monitor, t, {{"approved", 30}, {"denied", 60}});
  monitor.set_grace(2);
  return monitor.state();
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("invariant 1: saving and restoring after any minute changes no verdict and no byte") {
  const auto stream = eventful_stream();
  Monitor straight;
  std::vector<std::vector<Kept>> expected;
  for (const auto& [minute, counts] : stream) expected.push_back(step(straight, minute, counts));

  Monitor broken;
  for (std::size_t j = 0; j < stream.size(); ++j) {
    // Each minute where things happen fast, every 7th elsewhere.
    if (j < 60 || j % 7 == 0 || (j > 1330 && j < 1420)) broken = Monitor::from_state(broken.state());
    REQUIRE(step(broken, stream[j].first, stream[j].second) == expected[j]);
  }
  CHECK(broken.state() == straight.state());
}

TEST_CASE("state: restoring and saving again gives the same text") {
  const std::string text = some_state();
  CHECK(Monitor::from_state(text).state() == text);
  CHECK(Monitor::from_state(Monitor{}.state()).state() == Monitor{}.state());
  CHECK(Monitor::from_state(text).grace() == 2);
  CHECK(Monitor::from_state(text).last_minute() == 2884);
  CHECK(Monitor::from_state(text).volume_seen());
}

TEST_CASE("state: names with spaces and parameters survive") {
  MonitorParameters p;
  p.volume = "all good  here ";
  p.budget = 0.1;
  p.max_pause = 77;
  Monitor monitor(p);
  step(monitor, 0, {{"all good  here ", 3}, {" odd name", 1}});
  const Monitor restored = Monitor::from_state(monitor.state());
  CHECK(restored.parameters().volume == p.volume);
  CHECK(restored.parameters().max_pause == 77);
  CHECK(restored.threshold() == doctest::Approx(1.0));
  CHECK(restored.name(1) == " odd name");
}

TEST_CASE("invariant 9: the state holds as many values after eight days as after two") {
  const auto values = [](int days) {
    Shop shop;
    const std::string text = trained(shop, days).state();
    CHECK(text.size() < 40'000);
    return std::ranges::count(text, ' ');
  };
  CHECK(values(2) == values(8));
}

TEST_CASE("state: cut anywhere it is refused") {
  const std::string text = some_state();
  for (std::size_t length = 0; length < text.size(); length += stride) {
    REQUIRE(refused(text.substr(0, length)));
  }
  CHECK_FALSE(refused(text));
  CHECK(refused(text + "\n"));
  CHECK(refused(text + text));
}

TEST_CASE("state: a flipped byte is refused or harmless, never a crash") {
  const std::string text = some_state();
  Noise noise(4);
  int refusals = 0;
  for (std::size_t at = 0; at < text.size(); at += stride + noise.below(6) * stride) {
    std::string changed = text;
    changed[at] = static_cast<char>(noise.below(256));
    refusals += refused(changed) ? 1 : 0;
  }
  CHECK(refusals > 100);
}

TEST_CASE("state: a line left out, doubled or moved is refused") {
  const std::string text = some_state();
  std::vector<std::string> lines;
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t end = text.find('\n', from) + 1;
    lines.push_back(text.substr(from, end - from));
    from = end;
  }
  const auto joined = [&](const std::vector<std::size_t>& order) {
    std::string result;
    for (const std::size_t j : order) result += lines[j];
    return result;
  };
  for (std::size_t j = 0; j < lines.size(); ++j) {
    std::vector<std::size_t> order;
    for (std::size_t k = 0; k < lines.size(); ++k) order.push_back(k);
    auto without = order;
    without.erase(without.begin() + static_cast<std::ptrdiff_t>(j));
    CHECK(refused(joined(without)));
    auto twice = order;
    twice.insert(twice.begin() + static_cast<std::ptrdiff_t>(j), j);
    CHECK(refused(joined(twice)));
    if (j + 1 < lines.size() && lines[j] != lines[j + 1]) {
      std::swap(order[j], order[j + 1]);
      CHECK(refused(joined(order)));
    }
  }
}

TEST_CASE("state: what another version has learned is refused, and the cure told") {
  const std::string text = some_state();
  REQUIRE(text.starts_with("pos-monitor 3\n"));
  for (const char* version : {"1", "2", "4"}) {
    try {
      (void)Monitor::from_state(replaced(text, "pos-monitor 3", std::string("pos-monitor ") + version));
      FAIL("taken");
    } catch (const pos::Error& error) {
      CHECK(std::string(error.what()) == "monitor state, line 1: learned by another version of pos-tools: train again");
    }
  }
}

TEST_CASE("state: numbers that contradict each other are refused") {
  const std::string text = some_state();
  CHECK(refused(replaced(text, "minute 2884", "minute 2883")));  // before last_row
  CHECK(refused(replaced(text, "offset 0", "offset 1441")));
  CHECK(refused(replaced(text, "row_offset 0", "row_offset -1441")));
  CHECK(refused(replaced(text, "fall 0 0 0", "fall 2 0 0")));
  CHECK(refused(replaced(text, "age 2885", "age 0")));
  CHECK(refused(replaced(text, "age 2885", "age -1")));
  CHECK(refused(replaced(text, "minute 2884", "minute")));
  CHECK(refused(replaced(text, "last_row 2884", "last_row")));
  CHECK(refused(replaced(text, "minute 2884", "minute 9223372036854775807")));
  CHECK(refused(replaced(text, "grace 2", "grace 6")));
  CHECK(refused(replaced(text, "parameters 0.5", "parameters 0")));
  CHECK(refused(replaced(text, "parameters 0.5 10", "parameters 0.5 0")));
  CHECK(refused(replaced(text, "volume approved", "volume denied")));
  CHECK(refused(replaced(text, "status 0 denied", "status 0 approved")));
  CHECK(refused(replaced(text, "status 0 denied", "status 0 ")));
  CHECK(refused(replaced(text, "status 0 denied", "status 2886 denied")));
  CHECK(refused(replaced(text, "statuses 3", "statuses 2")));
  CHECK(refused(replaced(text, "statuses 3", "statuses 4")));
  CHECK(refused(replaced(text, "statuses 3", "statuses 1000000000000")));
}

TEST_CASE("state: the largest numbers that are let through do no harm") {
  // Every amount, one after the other, at its limit; ages and minutes too.
  const std::string text = some_state();
  for (std::size_t at = text.find("profile "); at != std::string::npos; at = text.find(' ', at + 1)) {
    if (text[at] != ' ') continue;
    const std::size_t end = text.find_first_of(" \n", at + 1);
    for (const char* number : {" 1e40", " 0", " 1e-300", " 1e18", " 1000000"}) {
      std::string changed = text;
      (void)refused(changed.replace(at, end - at, number));
    }
  }
  CHECK_FALSE(refused(replaced(replaced(text, "minute 2884", "minute 3092376453120"), "age 2885",
                               "age 6184752906240")));  // 2^31 days, and twice that
}

TEST_CASE("state: all amounts at their limit together are survived") {
  std::string text = some_state();
  const std::size_t start = text.find("profile ");
  std::string hostile = text.substr(0, start);
  for (std::size_t from = start; from < text.size();) {
    const std::size_t end = text.find('\n', from);
    std::string line = text.substr(from, end - from);
    const std::string key = line.substr(0, line.find(' '));
    const char* number = key == "recent" || key == "curve" ? " 1152921504606846976" : " 1e40";
    if (key != "status" && key != "statuses" && key != "episode" && key != "fall") {
      const auto values = std::ranges::count(line, ' ');
      line = key;
      for (std::ptrdiff_t j = 0; j < values; ++j) line += number;
    }
    hostile += line + "\n";
    from = end + 1;
  }
  CHECK_FALSE(refused(hostile));
}

TEST_CASE("monitor state: what the largest counts teach can be read back, whatever the digits") {
  Monitor monitor;
  for (std::int64_t t = 0; t < 30; ++t) step(monitor, t, {{"approved", t < 15 ? 1 : max_count}, {"denied", max_count}});
  const Monitor again = Monitor::from_state(monitor.state(10));
  CHECK(again.state(10) == monitor.state(10));
}
