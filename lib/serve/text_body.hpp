// SPDX-License-Identifier: MIT
// The body of a request, as Boost's HTTP reads it.
#pragma once

#include <cstdint>
#include <new>
#include <string>

#include <boost/beast/http/string_body.hpp>

namespace pos::serve {

// A body of text, for which there may not be enough memory: that is an error of the one request.
struct TextBody {
  using value_type = std::string;
  using Whole = boost::beast::http::string_body::reader;

  class reader {
   public:
    template <bool is_request, typename Fields>
    reader(boost::beast::http::header<is_request, Fields>& header, value_type& body) : whole_(header, body) {}
    void init(const boost::optional<std::uint64_t>& length, boost::system::error_code& error) {
      or_no_memory(error, [&] { whole_.init(length, error); });
    }
    template <typename Buffers>
    std::size_t put(const Buffers& buffers, boost::system::error_code& error) {
      std::size_t taken = 0;
      or_no_memory(error, [&] { taken = whole_.put(buffers, error); });
      return taken;
    }
    void finish(boost::system::error_code& error) { whole_.finish(error); }

   private:
    template <typename Step>
    static void or_no_memory(boost::system::error_code& error, Step step) {
      try {
        step();
      } catch (const std::bad_alloc&) {
        error = no_memory();
      }
    }

    Whole whole_;
  };

  [[nodiscard]] static boost::system::error_code no_memory() {
    return boost::system::errc::make_error_code(boost::system::errc::not_enough_memory);
  }
};

}  // namespace pos::serve
