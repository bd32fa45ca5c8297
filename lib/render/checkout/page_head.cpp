// SPDX-License-Identifier: MIT
#include "render/checkout/page_head.hpp"

#include "render/checkout/page_style.hpp"
#include "render/words/html.hpp"
#include "render/words/text.hpp"

namespace pos::render {

void append_page_head(std::string& out, std::string_view title, Language language) {
  out +=
      "<!DOCTYPE html>\n<html lang=\"" + std::string(code_of(language)) +
      "\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src " +
      std::string(checkout_page_style_hash()) +
      "; base-uri 'none'; form-action 'none'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n<title>";
  append_html(out, harmless(title));
  out += "</title>\n<style>" + std::string(checkout_page_style()) + "</style>\n</head>\n";
}

}  // namespace pos::render
