// SPDX-License-Identifier: MIT
// Making sessions of sockets: for server.cpp, which has Asio in it already.
#pragma once

#include <utility>  // Asio 1.74 forgets it

#include <boost/asio/ip/tcp.hpp>

#include "serve/session.hpp"

namespace pos::serve {

[[nodiscard]] std::shared_ptr<Session> make_session(boost::asio::ip::tcp::socket socket, const Settings& settings,
                                                    Service& service);

}  // namespace pos::serve
