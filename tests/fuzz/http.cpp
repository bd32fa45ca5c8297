// SPDX-License-Identifier: MIT
// A request to pos-serve, from its first byte to the rows of its body, and the answer it gets before any of them
// counts.
#include <algorithm>

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include "base/error.hpp"
#include "fuzz/target.hpp"
#include "pos-serve/access_log.hpp"
#include "pos-serve/body.hpp"
#include "pos-serve/query.hpp"
#include "pos-serve/request_checks.hpp"
#include "pos-serve/request_head.hpp"
#include "pos-serve/routes.hpp"

namespace pos::fuzz {
namespace {

using Parser = boost::beast::http::request_parser<boost::beast::http::string_body>;
constexpr LocalTime now{20'522, 12 * 3600};

void expect_good(const tools::Response& response) {
  std::string_view head_bytes;
  const std::string head = tools::head_of(response, true);
  head_bytes = head;
  expect(head.ends_with("\r\n\r\n"), "a head has its end");
  for (head_bytes.remove_suffix(2); !head_bytes.empty();) {
    const std::string_view line = head_bytes.substr(0, head_bytes.find("\r\n"));
    head_bytes.remove_prefix(line.size() + 2);
    expect(!line.empty(), "a head ends once");
    expect_plain(line);
  }
  if (response.body) expect_plain(std::string_view(*response.body).substr(0, response.body->size() - 1));
}

// As Service::refuse() asks.
std::optional<tools::Response> refusal(const tools::Request& request) {
  static const tools::Tokens tokens{"secret", "other"};
  static const std::vector<std::string> hosts = {"till.example.com"};
  std::optional<tools::Response> refused = tools::check_host(request, hosts);
  if (!refused) refused = tools::check_token(request, tokens);
  const tools::Route* route = tools::find_route(request.path);
  if (refused || !route) return refused;
  refused = tools::check_method(request, *route);
  if (!refused) refused = tools::check_site(request);
  return refused;
}

void take_query(const tools::Request& request) {
  static const read::TimeZone zone;
  const tools::ParsedQuery parsed = tools::parse_query(request.query, to_seconds(now), zone);
  expect_plain(parsed.problem);
  if (parsed.problem.empty()) expect(parsed.query.period.begin < parsed.query.period.end, "a period has a length");
}

void take_body(tools::BodyKind kind, std::string_view bytes) {
  static const read::TimeZone zone;
  std::optional<clock::Dater> dates;
  tools::Body body;
  if (const auto refused = body.read({}, {}, zone, kind, bytes, dates, now)) {
    const std::string json = refused->to_json();
    expect_plain(std::string_view(json).substr(0, json.size() - 1));
    return;
  }
  std::vector<Scored> scored;
  std::int64_t minute = INT64_MIN;
  body.for_each([&](const Transaction& transaction, const tools::Body::Row& row) {
    expect_plain(transaction.status);
    expect(transaction.time.dated() && minute <= minute_of(transaction.time), "rows have a day, and are in order");
    expect(row.number >= 1 && row.number <= static_cast<std::int64_t>(body.rows()), "a row has its number");
    minute = minute_of(transaction.time);
    scored.push_back({.expected = 1.5, .surprise = 0.5, .reason = {}});
  });
  const std::string answer = body.answer(body.added(scored));
  const auto lines = static_cast<std::size_t>(std::count(answer.begin(), answer.end(), '\n'));
  expect(lines >= (kind == tools::BodyKind::ndjson ? body.rows() : 0), "each row is answered");
}

}  // namespace

void take(std::string_view bytes) {
  Parser parser;
  parser.eager(true);
  parser.header_limit(8192);
  parser.body_limit(std::uint64_t{1} << 20U);
  boost::system::error_code error;
  while (!bytes.empty() && !error && !parser.is_done()) {
    bytes.remove_prefix(parser.put(boost::asio::buffer(bytes.data(), bytes.size()), error));
    if (error == boost::beast::http::error::need_more) break;
  }
  if (error && error != boost::beast::http::error::need_more) expect_good(tools::refusal_of(error, 1));
  if (!parser.is_header_done()) return;
  const tools::Request request = tools::request_of(parser.get());
  expect_plain(tools::access_line({0, tools::text_of(parser.get().method_string()), request.path, 200}));
  if (!tools::framing_problem(parser.get()).empty()) return;
  if (const auto refused = refusal(request)) expect_good(*refused);
  take_query(request);
  const auto problem = tools::check_body(request);
  if (problem) return expect_good(*problem);
  take_body(*tools::parse_content_type(request.content_type).kind, parser.get().body());
}

}  // namespace pos::fuzz
