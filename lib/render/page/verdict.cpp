// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>
#include <string_view>

#include "render/page/buttons.hpp"
#include "render/page/parts.hpp"
#include "render/page/window.hpp"
#include "render/words/html.hpp"
#include "render/words/state.hpp"
#include "render/words/text.hpp"
#include "render/words/time.hpp"

namespace pos::render {
namespace {

using report::Condition;
using report::State;

bool is_of_now(const State& state) { return state.condition >= Condition::no_data; }

// Colour is not all that tells them apart. Of what is over nothing is marked.
std::string_view sign_of(const StateWords& words) {
  return std::string_view(words.title).substr(0, words.title.find(' '));
}

std::string buttons(const report::Report& report, const PageText& text, const State& state) {
  const incident::Incident* worst = state.worst;
  const bool is_shown = state.running > 0 || state.condition == Condition::past;
  if (!worst || worst->parts.empty() || !is_shown) return {};
  const std::string all =
      show_button(report, text, *worst, worst->parts.front(), "verdict") + act_buttons(report, text, *worst, "verdict");
  return "<div class=\"buttons\">" + all + "</div>";
}

// Of one that runs it matters most whether anybody knows.
std::string told_line(const report::Report& report, const PageText& text, const State& state) {
  if (state.running == 0) return {};
  const std::string told = told_words(report, text, *state.worst);
  return fmt::format("<p class=\"told\">{}</p>",
                     escaped_html(told.empty() ? tr(text.language, "It is not known here whether anybody was told.")
                                               : std::string_view(told)));
}

std::string_view color_of(std::string_view condition) {
  if (condition == "critical") return "b3261e";
  if (condition == "warning") return "e0a100";
  if (condition == "normal") return "1a7f4b";
  return "7a8591";
}

}  // namespace

std::string icon_address(std::string_view condition) {
  // A disc says that all is well, a triangle that something is not, a ring that nothing is known.
  const std::string_view shape = condition == "critical" || condition == "warning" ? "M8 1l7.5 14H.5z"
                                 : condition == "normal"                            ? "M8 1a7 7 0 1 0 .1 0z"
                                                                                    : "M8 1a7 7 0 1 0 .1 0zM8 5a3 3 0 1 1-.1 0z";
  return fmt::format(
      "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath fill='%23{}' "
      "fill-rule='evenodd' d='{}'/%3E%3C/svg%3E",
      color_of(condition), shape);
}

std::string window_icon(const report::Report& report) {
  return icon_address(condition_name(report::state_of(report).condition));
}

std::string window_title(const report::Report& report, const PageText& text) {
  const State state = report::state_of(report);
  if (state.condition == Condition::empty) return text.title;
  const std::string begin = is_of_now(state) ? harmless(state_words(state, report, text.language).title)
                                             : period_text(report.period, text.language);
  return begin + " \u00b7 " + text.title;
}

std::string verdict_part(const report::Report& report, const PageText& text) {
  const State state = report::state_of(report);
  const StateWords words = state_words(state, report, text.language);
  const std::string_view condition = condition_name(state.condition);
  const std::string_view sign = sign_of(words);
  return fmt::format(
      "<section class=\"verdict {}\" role=\"status\" aria-labelledby=\"verdict-heading\" data-title=\"{}\" "
      "data-icon=\"{}\">\n<div><h2 id=\"verdict-heading\">{}{}</h2>{}{}</div>{}\n</section>",
      condition, escaped_html(window_title(report, text)), escaped_html(icon_address(condition)),
      sign.empty() ? "" : fmt::format("<span aria-hidden=\"true\">{}</span> ", sign),
      escaped_html(harmless(words.headline)),
      words.detail.empty() ? "" : "<p>" + escaped_html(harmless(words.detail)) + "</p>",
      told_line(report, text, state), buttons(report, text, state));
}

}  // namespace pos::render
