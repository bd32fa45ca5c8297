// SPDX-License-Identifier: MIT
#include "serve/finish.hpp"

#include <fmt/core.h>
#include <zlib.h>

#include <algorithm>
#include <memory>
#include <new>
#include <string>
#include <utility>

#include "render/words/html.hpp"
#include "serve/accept.hpp"

namespace pos::serve {
namespace {

constexpr std::size_t least_compressed = 1024;
constexpr std::size_t most_compressed_at_once = std::size_t{256} << 10;

bool has_header(const Response& response, std::string_view name) {
  return std::ranges::any_of(response.headers, [name](const auto& header) { return header.first == name; });
}

std::string gzip(const std::string& text) {
  constexpr int gzip_window = 15 + 16;  // zlib's way to say gzip
  constexpr int memory_level = 8;
  constexpr int fast = 4;  // a page of 3 MB in 40 ms; the best would be a tenth smaller, and take three times as long
  z_stream stream{};
  if (deflateInit2(&stream, fast, Z_DEFLATED, gzip_window, memory_level, Z_DEFAULT_STRATEGY) != Z_OK)
    throw std::bad_alloc();
  const std::unique_ptr<z_stream, int (*)(z_stream*)> end(&stream, deflateEnd);
  std::string out(deflateBound(&stream, static_cast<uLong>(text.size())), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  if (deflate(&stream, Z_FINISH) != Z_STREAM_END) throw std::bad_alloc();
  out.resize(stream.total_out);
  return out;
}

// Up from the path of a request to where the page is, which may stand below a path of a proxy.
std::string way_to_page(std::string_view path) {
  std::string way;
  for (auto depth = std::ranges::count(path, '/'); depth > 1; --depth) way += "../";
  return way.empty() ? "./" : way;
}

std::string error_page(const Request& request, const Response& response) {
  std::string out = fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
      "content=\"width=device-width, initial-scale=1\"><meta name=\"color-scheme\" content=\"light dark\">"
      "<title>{0} {1}</title></head>\n<body><h1>{1}</h1>\n<p>{2}.</p>\n",
      response.status, reason_phrase(response.status), render::escaped_html(response.problem));
  if (response.status != 401)
    out += fmt::format("<p><a href=\"{}\">Today\u2019s page</a></p>\n", way_to_page(request.path));
  return out + "</body></html>\n";
}

void make_page(const Request& request, Response& response) {
  response.type = "text/html; charset=utf-8";
  response.body = std::make_shared<const std::string>(error_page(request, response));
}

}  // namespace

void compress(Response& response) {
  if (!response.body || response.body->size() < least_compressed) return;
  response.body = std::make_shared<const std::string>(gzip(*response.body));
  response.headers.emplace_back("Content-Encoding", "gzip");
}

void finish(const Request& request, std::string_view zone, Response& response) {
  const bool reads = request.method == Method::get || request.method == Method::head;
  if (request.path.starts_with("/api/")) response.headers.emplace_back("Time-Zone", zone);
  if (reads && !response.problem.empty() && names_type(request.accept, "text/html")) make_page(request, response);
  if (!reads || response.stream || !response.body) return;
  response.headers.emplace_back("Vary", "Accept, Accept-Encoding");
  const bool is_short = response.body->size() <= most_compressed_at_once;
  if (is_short && !has_header(response, "Content-Encoding") && takes_gzip(request.accept_encoding)) compress(response);
}

}  // namespace pos::serve
