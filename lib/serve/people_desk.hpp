// SPDX-License-Identifier: MIT
// What people say of incidents: that somebody is on one, and what nobody wants to hear of for a while. It is written
// where pos-alert keeps its incidents, as pos-alert ack, silence and unsilence write it.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "read/time_zone.hpp"
#include "serve/http.hpp"
#include "serve/worker.hpp"

namespace pos::serve {

struct Saying {
  enum class What { acknowledge, silence, end_silence };
  What what = What::acknowledge;
  std::int64_t id = 0;  // of the incident, or of the silence that ends
  std::string body;     // JSON
};

// Takes sayings on the server's thread and writes them, one by one, on one of its own: another program may have the
// history for itself for a while. Answers are JSON:
//
//   200  what is now
//   400  no JSON object of plain values, or a member that is not known
//   404  no such incident, or silence; or pos-alert has not recorded it
//   409  somebody else has taken the incident (`"replace":true` takes it over), a silence that is over, or no
//        pos-alert works on this stream of the history
//   422  a value that cannot be used
//   503  another program has the history for too long
class PeopleDesk {
 public:
  // `said` is called on the server's thread when something was written.
  PeopleDesk(const std::string& history, const std::string& stream, const read::TimeZone& zone, Post post,
             std::function<void()> said);
  ~PeopleDesk();
  PeopleDesk(const PeopleDesk&) = delete;
  PeopleDesk& operator=(const PeopleDesk&) = delete;

  void order(Saying saying, Respond respond);

 private:
  class Clerk;

  std::function<void()> said_;
  std::unique_ptr<Clerk> clerk_;  // the worker's own
  Worker worker_;                 // the last: it ends before what it works on
};

}  // namespace pos::serve
