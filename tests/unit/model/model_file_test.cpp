// SPDX-License-Identifier: MIT
#include "model/model_file.hpp"

#include <doctest/doctest.h>
#include <nettle/sha2.h>

#include <array>
#include <cstdio>
#include <random>

#include "base/error.hpp"

using namespace pos;
using namespace pos::model;

namespace {

std::string with_checksum(const std::string& text) {
  sha256_ctx context;
  sha256_init(&context);
  sha256_update(&context, text.size(), reinterpret_cast<const std::uint8_t*>(text.data()));
  std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
  sha256_digest(&context, digest.size(), digest.data());
  std::string hex;
  for (const std::uint8_t byte : digest) {
    char two[3];
    std::snprintf(two, sizeof two, "%02x", byte);
    hex += two;
  }
  return text + "sha256 " + hex + "\n";
}

const std::string body =
    "pos-model 1\n"
    "statuses 2\n"
    "approved\n"
    "caf\xC3\xA9 creme\n"
    "features 5\n"
    "status 0.5 0.1\n"
    "count 27.25 41.5\n"
    "hour 12 6\n"
    "minute 29.5 17.3\n"
    "issue 0 0\n"
    "sample-size 4\n"
    "threshold 0.568854346\n"
    "trees 2\n"
    "c95 #3 #1\n"
    "h14 m2 #1 #1 #2\n"
    "monitor 0\n"
    "lineage 2\n"
    "tool by hand\n"
    "rows 4\n";

std::string complaint(const std::string& text) {
  try {
    static_cast<void>(parse_model(text, "m"));
  } catch (const Error& error) {
    CHECK(error.fault() == Fault::bad_data);
    return error.what();
  }
  return "none";
}

std::string complaint_after(const std::string& from, const std::string& to) {
  std::string text = body;
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  return complaint(with_checksum(text.replace(at, from.size(), to)));
}

}  // namespace

TEST_CASE("model file: what is written is what was read, to the byte") {
  const std::string text = with_checksum(body);
  const Model model = parse_model(text, "m");
  CHECK(to_text(model) == text);
  CHECK(model.statuses.code("caf\xC3\xA9 creme") == 1);
  CHECK(model.threshold == 0.568854346);
  CHECK(model.forest.trees().size() == 2);
  CHECK((*model.features)[1].mean == 27.25);
  CHECK(model.lineage[0].second == "by hand");
}

TEST_CASE("model file: cut anywhere, it is refused") {
  const std::string text = with_checksum(body);
  for (std::size_t size = 0; size < text.size(); ++size) {
    CAPTURE(size);
    REQUIRE(complaint(text.substr(0, size)) != "none");
  }
  CHECK(complaint(text.substr(0, 200)) == "m: the file is cut: it does not end with its checksum");
}

TEST_CASE("model file: any byte edited, it is refused") {
  const std::string text = with_checksum(body);
  for (std::size_t at = 0; at < text.size(); ++at) {
    std::string edited = text;
    edited[at] = static_cast<char>(edited[at] ^ 1);
    REQUIRE(complaint(edited) != "none");
  }
  std::string edited = text;
  edited[edited.find("0.568")] = '1';
  CHECK(complaint(edited) == "m: the checksum does not match: the file was damaged or edited");
}

TEST_CASE("model file: another version says so, before anything else") {
  CHECK(complaint("pos-model 2\nwhatever") ==
        "m:1: model format 2 is not supported, only 1; train it again, or use the pos-tools that wrote it");
  CHECK(complaint("{\"a\":1}\n") == "m:1: not a pos-tools model");
  CHECK(complaint("") == "m:1: the file is cut: a line is missing");
}

TEST_CASE("model file: hostile contents with a good checksum are refused by line and reason") {
  CHECK(complaint_after("statuses 2", "statuses 9007199254740992").starts_with("m:"));
  CHECK(complaint_after("statuses 2", "statuses -1") == "m:2: statuses is out of range");
  CHECK(complaint_after("approved\n", "\n") == "m:3: not a status: 1 to 64 bytes of UTF-8 without control characters");
  CHECK(complaint_after("caf\xC3\xA9 creme", "approved") == "m:4: a status stands there twice");
  CHECK(complaint_after("hour 12 6", "hours 12 6") == "m:8: expected a feature's mean and standard deviation");
  CHECK(complaint_after("hour 12 6", "hour nan 6") == "m:8: expected a feature's mean and standard deviation");
  CHECK(complaint_after("hour 12 6", "hour") ==
        "m:10: mean and standard deviation must stand with all features or none");
  CHECK(complaint_after("sample-size 4", "sample-size 0") == "m: a forest needs a tree and a sample");
  CHECK(complaint_after("threshold 0.568854346", "threshold 1.5") == "m:12: expected 'threshold X', X from 0 to 1");
  CHECK(complaint_after("threshold 0.568854346", "threshold nan") == "m:12: expected 'threshold X', X from 0 to 1");
  CHECK(complaint_after("trees 2", "trees 1000001") == "m:13: trees is out of range");
  CHECK(complaint_after("trees 2", "trees 0").starts_with("m:"));
  CHECK(complaint_after("#3 #1", "#3") == "m: tree 1: tree is not complete");
  CHECK(complaint_after("#3 #1", "#3 #0") == "m: tree 1: leaf without rows");
  CHECK(complaint_after("c95", "x95") == "m:14: not a tree: no feature begins with 'x'");
  CHECK(complaint_after("c95", "c9.5") == "m:14: not a tree: 'c9.5'");
  CHECK(complaint_after("c95 ", "c95  ") == "m:14: not a tree: ''");
  CHECK(complaint_after("rows 4\n", "rows 4\nmore 1\n") == "m:19: nothing may follow the lineage");
  CHECK(complaint_after("tool by hand", "tool\x1b[2J") == "m:18: expected 'key value'");
}

TEST_CASE("model file: random bytes behind a good checksum never crash") {
  std::mt19937 random(1);
  for (int i = 0; i < 3000; ++i) {
    std::string text = body;
    for (int edits = 1 + static_cast<int>(random() % 8); edits > 0; --edits) {
      const std::size_t at = 12 + random() % (text.size() - 12);
      switch (random() % 3) {
        case 0:
          text[at] = static_cast<char>(random());
          break;
        case 1:
          text.erase(at, random() % 6);
          break;
        default:
          text.insert(at, text.substr(random() % text.size(), random() % 20));
      }
      if (text.size() < 30) break;
    }
    static_cast<void>(complaint(with_checksum(text)));
  }
}

TEST_CASE("model file: hostile monitor state with a good checksum is refused, or harmless") {
  Monitor monitor;
  const StatusId approved = monitor.intern("approved");
  const StatusId denied = monitor.intern("denied");
  for (std::int64_t minute = 0; minute < 2000; ++minute) {
    const std::array<StatusCount, 2> counts = {StatusCount{approved, 30}, StatusCount{denied, 3}};
    monitor.step(minute, counts, Report::nothing);
  }
  Model model = parse_model(with_checksum(body), "m");
  model.monitor = monitor;
  const std::string text = to_text(model);
  CHECK(to_text(parse_model(text, "m")) == text);
  const std::string good = text.substr(0, text.rfind("sha256 "));
  const std::size_t begin = good.find("monitor ");
  const auto changed = [&](const std::string& from, const std::string& to) {
    std::string edited = good;
    const auto at = edited.find(from, begin);
    REQUIRE(at != std::string::npos);
    return complaint(with_checksum(edited.replace(at, from.size(), to)));
  };
  CHECK(changed("age 2000", "age -1").starts_with("m: monitor, from line 17: "));
  CHECK(changed("age 2000", "age nan") != "none");
  CHECK(changed("age 2000", "age 2000 1") != "none");
  CHECK(changed("\nage", "\nages") != "none");
  std::mt19937 random(7);
  for (int i = 0; i < 500; ++i) {
    std::string edited = good;
    for (int edits = 1 + static_cast<int>(random() % 4); edits > 0; --edits) {
      const std::size_t at = begin + random() % (edited.size() - begin);
      edited[at] = "0123456789.-+e \n"[random() % 16];
    }
    try {
      Model odd = parse_model(with_checksum(edited), "m");
      for (std::int64_t minute = 1; odd.monitor && minute < 40; ++minute) {
        const std::array<StatusCount, 1> counts = {StatusCount{odd.monitor->intern("denied"), 1000}};
        if (odd.monitor->last_minute() > std::int64_t{1} << 40) break;
        odd.monitor->step(odd.monitor->last_minute().value_or(0) + minute, counts);
      }
    } catch (const Error& error) {
      CHECK(error.fault() == Fault::bad_data);
    }
  }
}

TEST_CASE("model file: a model with keys has a section more, and one without has the bytes it had") {
  Model model = parse_model(with_checksum(body), "m");
  model.monitor = Monitor();
  const std::string without = to_text(model);
  CHECK(without.find("\nkeys ") == std::string::npos);
  model.keys = KeyMonitor({"merchant", "acquirer"});
  CHECK(model.keys->intern(1, "north bank") == 0);
  const std::string text = to_text(model);
  CHECK(text.find("\nkeys ") != std::string::npos);
  const Model read = parse_model(text, "m");
  REQUIRE(read.keys.has_value());
  CHECK(read.keys->families() == std::vector<std::string>{"merchant", "acquirer"});
  CHECK(read.keys->name(0) == "acquirer=north bank");
  CHECK(to_text(read) == text);
  const auto changed = [&](const std::string& from, const std::string& to) {
    std::string damaged = text.substr(0, text.rfind("sha256 "));
    damaged.replace(damaged.find(from), from.size(), to);
    return complaint(with_checksum(damaged));
  };
  CHECK(changed("families 2", "families 7").find(": keys, from line ") != std::string::npos);
  CHECK(changed("family acquirer", "family merchant").find("twice") != std::string::npos);
  CHECK(changed("key 0 1", "key 5 1").find("key out of place") != std::string::npos);
}
