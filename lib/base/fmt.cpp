// SPDX-License-Identifier: MIT
// The heavy half of {fmt}, compiled once, as its own src/format.cc does: included everywhere it took half of the build,
// and a shared library (Debian has no other) would cost every start of a filter. All others include <fmt/core.h>.
#include <fmt/format-inl.h>

template char fmt::detail::decimal_point_impl<char>(locale_ref);
template fmt::detail::thousands_sep_result<char> fmt::detail::thousands_sep_impl<char>(locale_ref);
template void fmt::detail::vformat_to(buffer<char>&, string_view, format_args, locale_ref);
