// SPDX-License-Identifier: MIT
// All that a courier works with: a store in a folder of its own, a clock that a test sets, what it logs and says.
#pragma once

#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "dispatch/courier.hpp"
#include "unit/history/temporary_folder.hpp"

namespace pos::dispatch {

struct Desk {
  explicit Desk(Settings how) : channels(std::move(how)) {}

  // A message to the first channel, about an incident: its own for each.
  void queue(const std::string& payload, std::int64_t incident) {
    const Target& to = channels.targets().at(0);
    store.change(now, [&](ledger::AlertState&, std::vector<ledger::Outgoing>& messages) {
      messages.push_back({{"<" + payload + "@example.com>", incident, "opened", to.channel, to.name}, payload});
    });
  }

  Courier courier() {
    return {store,
            channels,
            clock,
            log,
            {[this] { return now; }, [] { return 0.999; }, [] { return false; },
             [this](const std::string& text) { said.push_back(text); }}};
  }

  static std::string read(const std::string& path) {
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), {}};
  }

  ClockSeconds now = 1'000'000;
  TemporaryFolder folder;
  ledger::AlertStore store{folder.file("alert.db")};
  Channels channels;
  Clock clock{Clock::Of::world, [this] { return now; }, [](ClockSeconds time) { return time; }};
  std::string logged;
  EventLog log{&logged};
  std::vector<std::string> said;
};

inline Settings by_command(const std::string& command) {
  Settings settings;
  settings.own.exec = command;
  return settings;
}

}  // namespace pos::dispatch
