// SPDX-License-Identifier: MIT
// One connection: requests in, answers out, one after the other.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>

#include "serve/http.hpp"
#include "serve/settings.hpp"
#include "serve/service.hpp"

namespace pos::serve {

// A request has --timeout to come in, from its first byte to its last, whoever sends it byte by byte; a connection has
// as long to begin one. An answer may take as long for every 64 KiB of it.
class Session : public Viewer {
 public:
  using Clock = std::chrono::steady_clock;

  // The server and what it lends must outlive the session.
  virtual void start() = 0;
  // Answers one request, with 503, and ends.
  virtual void refuse() = 0;
  // Ends what took too long. Call it some times a second.
  virtual void check(Clock::time_point now) = 0;
  // The request being read or answered is the last one; a connection without one ends now.
  virtual void finish() = 0;
  virtual void drop() = 0;
};

}  // namespace pos::serve
