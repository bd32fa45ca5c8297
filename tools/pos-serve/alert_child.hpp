// SPDX-License-Identifier: MIT
// --alert-command: a program that gets the scored rows on its standard input, for as long as the server runs.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>

#include "base/record.hpp"
#include "history/reader.hpp"
#include "metrics.hpp"

namespace boost::asio {
class io_context;
}

namespace pos::tools {

// It is run by /bin/sh -c and reads scored CSV: the rows of each decided minute, minute by minute. They come from the
// history at the moment the pipe has room: nobody waits for a child that does not read, and what waits are minutes, not
// rows. A child that ends is started again after 1 s, 2 s, 4 s ... a minute. Minutes it may not have read are sent
// again whole, also by the next run of the server: a crash repeats an alert and never eats it (pos-alert passes over
// rows it has had).
class AlertChild {
 public:
  AlertChild(boost::asio::io_context& context, std::string command, history::Reader& reader, Metrics& metrics);
  ~AlertChild();
  AlertChild(const AlertChild&) = delete;
  AlertChild& operator=(const AlertChild&) = delete;

  void tell(std::span<const LocalSeconds> decided);
  // Call it some times a second.
  void tick();
  // What waits goes out, then the pipe is closed.
  void close();
  // Closed, and the child has ended.
  [[nodiscard]] bool is_done() const;
  // Ends the child and what it started: asks first (SIGTERM), the next time kills.
  void end();

  // Minutes before this one have been read. To be kept in the history: the next run begins there.
  [[nodiscard]] LocalSeconds unread_since() const;

  [[nodiscard]] bool runs() const;
  [[nodiscard]] std::size_t waiting() const;  // minutes

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace pos::tools
