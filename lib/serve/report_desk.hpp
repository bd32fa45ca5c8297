// SPDX-License-Identifier: MIT
// Reports on the history, made beside the server so that scoring never waits for one.
#pragma once

#include <cstdint>
#include <list>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/event.hpp"
#include "history/reader.hpp"
#include "incident/rules.hpp"
#include "read/time_zone.hpp"
#include "serve/http.hpp"
#include "serve/query.hpp"
#include "serve/worker.hpp"

namespace pos::serve {

enum class Product { transactions, summary, series, describe, incidents, keys, review, page_data, page, state, metrics };

struct ReportSources;  // the history, and what pos-alert keeps in it
class PagePrints;

struct ReportOrder {
  Product product = Product::page;
  Query query;
  DataFormat format = DataFormat::json;
  bool gzip = false;
  std::string generated;  // when, for the page
  std::string title;
  LocalSeconds now = 0;
  incident::Rules rules;
  std::string without_key;  // for the page: what was asked for, but for `by`
  Language language = Language::en;
  std::string data_tag;     // for the page: the tag that its data have at api/page
  std::vector<Event> events;  // that people know of
  std::int64_t utc = 0;     // now, in seconds since the epoch
  std::string zone = {};    // of all times, as read::TimeZone has it
};

// Takes orders on the server's thread and makes them, one by one, on one of its own. The newest results are kept, so
// that many who look at one page cost one report; who asks for what is being made waits for that. A state is as old as
// it says, so it is not kept.
//
// Errors   are answers: 400 for a key that is none and for more rows than an answer can have, 503 where the history
//          cannot be read, memory is short, or too many reports wait. An order that the server's end stops gets none.
class ReportDesk {
 public:
  // `zone`: of the clock on the wall.
  ReportDesk(const std::string& history, const std::string& stream, const read::TimeZone& zone, Post post);
  ~ReportDesk();
  ReportDesk(const ReportDesk&) = delete;
  ReportDesk& operator=(const ReportDesk&) = delete;

  // `tag` names the result: what has the same tag is the same.
  void order(ReportOrder order, const std::string& tag, Respond respond);
  [[nodiscard]] std::size_t waiting() const { return wanted_.size(); }

 private:
  void make(const ReportOrder& order, const std::string& tag);
  void deliver(const std::string& tag, const Response& response, bool ages);
  void keep(const std::string& tag, const Response& response);

  std::map<std::string, std::vector<Respond>> wanted_;  // by tag: ordered, and who waits
  std::list<std::pair<std::string, Response>> kept_;    // the newest first
  std::size_t kept_bytes_ = 0;
  std::unique_ptr<ReportSources> sources_;  // the worker's own, and so are the prints
  std::unique_ptr<PagePrints> prints_;
  Worker worker_;  // the last: it ends before what it works on
};

}  // namespace pos::serve
