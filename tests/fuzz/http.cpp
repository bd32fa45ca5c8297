// SPDX-License-Identifier: MIT
// A request to pos-serve, from its first byte to the rows of its body, and the answer it gets before any of them
// counts.
#include <algorithm>

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include "base/error.hpp"
#include "fuzz/target.hpp"
#include "serve/access_log.hpp"
#include "serve/body.hpp"
#include "serve/query.hpp"
#include "serve/request_checks.hpp"
#include "serve/request_head.hpp"
#include "serve/routes.hpp"

namespace pos::fuzz {
namespace {

using Parser = boost::beast::http::request_parser<boost::beast::http::string_body>;
constexpr LocalTime now{20'522, 12 * 3600};

void expect_good(const serve::Response& response) {
  std::string_view head_bytes;
  const std::string head = serve::head_of(response, true);
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
std::optional<serve::Response> refusal(const serve::Request& request) {
  static const serve::Tokens tokens{"secret", "other"};
  static const std::vector<std::string> hosts = {"till.example.com"};
  std::optional<serve::Response> refused = serve::check_host(request, hosts);
  if (!refused) refused = serve::check_token(request, tokens);
  const serve::Route* route = serve::find_route(request.path);
  if (refused || !route) return refused;
  refused = serve::check_method(request, *route);
  if (!refused) refused = serve::check_site(request);
  return refused;
}

void take_query(const serve::Request& request) {
  static const read::TimeZone zone;
  const serve::ParsedQuery parsed = serve::parse_query(request.query, to_seconds(now), zone);
  expect_plain(parsed.problem);
  if (parsed.problem.empty()) expect(parsed.query.period.begin < parsed.query.period.end, "a period has a length");
}

void take_body(serve::BodyKind kind, std::string_view bytes) {
  static const read::TimeZone zone;
  std::optional<clock::Dater> dates;
  serve::Body body;
  if (const auto refused = body.read({}, {}, zone, kind, bytes, dates, now)) {
    const std::string json = refused->to_json();
    expect_plain(std::string_view(json).substr(0, json.size() - 1));
    return;
  }
  std::vector<Scored> scored;
  std::int64_t minute = INT64_MIN;
  body.for_each([&](const Transaction& transaction, const serve::Body::Row& row) {
    expect_plain(transaction.status);
    expect(transaction.time.dated() && minute <= minute_of(transaction.time), "rows have a day, and are in order");
    expect(row.number >= 1 && row.number <= static_cast<std::int64_t>(body.rows()), "a row has its number");
    minute = minute_of(transaction.time);
    scored.push_back({.expected = 1.5, .surprise = 0.5, .reason = {}});
  });
  const std::vector<std::string> unjudged(scored.size());
  const std::string answer = body.answer(body.added(scored, unjudged));
  const auto lines = static_cast<std::size_t>(std::count(answer.begin(), answer.end(), '\n'));
  expect(lines >= (kind == serve::BodyKind::ndjson ? body.rows() : 0), "each row is answered");
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
  if (error && error != boost::beast::http::error::need_more) expect_good(serve::refusal_of(error, 1));
  if (!parser.is_header_done()) return;
  const serve::Request request = serve::request_of(parser.get());
  expect_plain(serve::access_line({0, serve::text_of(parser.get().method_string()), request.path, 200}));
  if (!serve::framing_problem(parser.get()).empty()) return;
  if (const auto refused = refusal(request)) expect_good(*refused);
  take_query(request);
  const auto problem = serve::check_body(request);
  if (problem) return expect_good(*problem);
  take_body(*serve::parse_content_type(request.content_type).kind, parser.get().body());
}

}  // namespace pos::fuzz
