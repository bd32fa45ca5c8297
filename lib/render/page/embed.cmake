# Makes the page a constant: template, styles and scripts become one C++ array, and the hashes of the
# inline style and scripts go into its Content-Security-Policy. The style of the page of checkout-stats is another.
#
#   cmake -D OUT=page_template.cpp -D DYGRAPHS=/usr/share/javascript/dygraphs -D LICENCE=LICENSE -P embed.cmake
cmake_minimum_required(VERSION 3.25)
set(here ${CMAKE_CURRENT_LIST_DIR})

# 'sha256-...' of a text, as CSP wants it: three bytes (six hex digits) are four base64 characters.
function(csp_hash out text)
  set(alphabet "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
  string(SHA256 hex "${text}")
  set(base64 "")
  foreach(at RANGE 0 60 6)
    string(SUBSTRING "${hex}0000" ${at} 6 six)
    foreach(shift 18 12 6 0)
      math(EXPR digit "(0x${six} >> ${shift}) & 63")
      string(SUBSTRING ${alphabet} ${digit} 1 character)
      string(APPEND base64 ${character})
    endforeach()
  endforeach()
  string(SUBSTRING ${base64} 0 43 base64)  # 32 bytes: the last group has two
  set(${out} "'sha256-${base64}='" PARENT_SCOPE)
endfunction()

function(read_inline out file)
  file(READ ${file} text)
  # A browser fetches no source map for a page without a network.
  string(REGEX REPLACE "\n?(//|/\\*)# sourceMappingURL=[^\n]*" "" text "${text}")
  if(text MATCHES "</[sS][cCtT]|<!--|\r")
    message(FATAL_ERROR "${file}: cannot stand inline in HTML")
  endif()
  set(${out} "${text}" PARENT_SCOPE)
endfunction()

# Of ours, what is for those who write it is left out: comments, and indentation.
function(read_ours out file)
  read_inline(text ${file})
  if(file MATCHES "[.]css$")
    string(REGEX REPLACE "/\\*([^*]|\\*+[^*/])*\\*+/" "" text "${text}")
  else()
    string(REGEX REPLACE "(^|\n) *//[^\n]*" "\\1" text "${text}")
    string(REGEX REPLACE "  +// [^\n]*" "" text "${text}")
  endif()
  string(REGEX REPLACE "\n[ \n]+" "\n" text "${text}")
  if(file MATCHES "[.]css$")
    string(REGEX REPLACE " *([{},;])[ \n]+" "\\1" text "${text}")
  endif()
  set(${out} "${text}" PARENT_SCOPE)
endfunction()

# Literal bytes of a C++ array, and no string literal: compilers limit the length of those.
function(bytes_of out text)
  file(WRITE ${OUT}.txt "${text}")
  file(READ ${OUT}.txt hex HEX)
  file(REMOVE ${OUT}.txt)
  string(REGEX REPLACE "(................................)" "\\1\n" hex "${hex}")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
  set(${out} "${bytes}" PARENT_SCOPE)
endfunction()

# The permission notice of the MIT licence is ours too; the copyright lines are dygraphs' own.
file(READ ${LICENCE} licence)
string(FIND "${licence}" "Permission is hereby granted" permission)
if(permission LESS 0)
  message(FATAL_ERROR "${LICENCE}: no MIT licence")
endif()
string(SUBSTRING "${licence}" ${permission} -1 permission)
file(READ ${here}/dygraphs-copyright.txt copyright)
set(notice "/*! ${copyright}\n${permission}*/\n")

read_inline(dygraphs_js ${DYGRAPHS}/dygraph.min.js)
read_inline(dygraphs_css ${DYGRAPHS}/dygraph.min.css)
read_ours(base_css ${here}/base.css)
read_ours(page_css ${here}/page.css)
read_ours(checkout_css ${here}/../checkout/page.css)
set(page_js "const posPage = (() => {\n'use strict';\n")
foreach(part texts model delta state table chart view parts filters totals course tiles incidents keys rows print verdict page)
  read_ours(text ${here}/${part}.js)
  string(APPEND page_js "\n${text}")
endforeach()
string(APPEND page_js "})();\n")
# A script of its own, which only a live page has.
set(live_js "(() => {\n'use strict';\n")
foreach(part announce age live actions)
  read_ours(text ${here}/${part}.js)
  string(APPEND live_js "\n${text}")
endforeach()
string(APPEND live_js "})();\n")

set(style "/*! Of dygraphs, whose licence stands with its script below. */\n${dygraphs_css}\n${base_css}\n${page_css}")
set(chart_script "${notice}${dygraphs_js}\n")
set(checkout_style "${base_css}\n${checkout_css}")
csp_hash(style_hash "${style}")
csp_hash(checkout_hash "${checkout_style}")
csp_hash(chart_hash "${chart_script}")
csp_hash(page_hash "${page_js}")
csp_hash(live_hash "${live_js}")

file(READ ${here}/page.html page)
foreach(name style_hash chart_hash page_hash live_hash style chart_script page_js live_js)
  string(REPLACE "@${name}@" "${${name}}" page "${page}")
endforeach()

bytes_of(bytes "${page}")
bytes_of(checkout_bytes "${checkout_style}")
file(WRITE ${OUT} "// Made by lib/render/page/embed.cmake.
#include \"render/page/template.hpp\"

#include \"render/checkout/page_style.hpp\"

#include <string_view>

namespace pos::render {
namespace {

constexpr unsigned char bytes[] = {
${bytes}
};

constexpr unsigned char checkout_style[] = {
${checkout_bytes}
};

}  // namespace

std::string_view page_template() { return {reinterpret_cast<const char*>(bytes), sizeof bytes}; }

std::string_view checkout_page_style() {
  return {reinterpret_cast<const char*>(checkout_style), sizeof checkout_style};
}

std::string_view checkout_page_style_hash() { return \"${checkout_hash}\"; }

}  // namespace pos::render
")
