// SPDX-License-Identifier: MIT
// The look of the page of checkout-stats. Colours are those of page/page.css.
#pragma once

#include <string_view>

namespace pos::render {

inline constexpr std::string_view checkout_page_style = R"css(
:root {
  --ground: #ffffff; --text: #1b1f24; --muted: #56606b; --line: #d3d9df;
  --accent: #1d5a9e; --abnormal: #b3261e; --good: #1f6f54; --expected: #6b5a12;
  --line-2: #8a3b8f; --line-3: #1f6f54; --line-4: #a04a12; --line-5: #56606b; --line-6: #9c2f5b; --line-7: #3d5a80;
  color-scheme: light dark;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --ground: #14171b; --text: #e7eaee; --muted: #a6b0bb; --line: #343c45;
    --accent: #8abbf0; --abnormal: #ff8f80; --good: #7fd1ae; --expected: #d9c25f;
    --line-2: #d79adb; --line-3: #7fd1ae; --line-4: #f0a878; --line-5: #a6b0bb; --line-6: #f09ab8; --line-7: #a3bfe6;
  }
}
* { box-sizing: border-box; }
html { background: var(--ground); color: var(--text); font: 15px/1.45 system-ui, -apple-system, "Segoe UI", "Liberation Sans", Arial, sans-serif; }
body { margin: 0 auto; max-width: 960px; overflow-wrap: anywhere; padding: 0 20px 24px; }
h1 { font-size: 1.55rem; line-height: 1.2; margin: 22px 0 10px; }
h2 { border-top: 1px solid var(--line); font-size: 1.25rem; margin: 34px 0 4px; padding-top: 16px; }
h3 { font-size: 1.05rem; margin: 24px 0 6px; }
p { margin: 4px 0; max-width: 75ch; }
ul { margin: 4px 0; max-width: 75ch; padding-left: 20px; }
li { margin: 4px 0; }
footer { border-top: 1px solid var(--line); color: var(--muted); font-size: .87rem; margin-top: 32px; padding-top: 10px; }
.verdict { border-left: 4px solid var(--line); margin: 8px 0; max-width: none; padding: 6px 12px; }
.verdict strong { display: block; font-size: .87rem; font-weight: normal; }
.critical, .warning { border-color: var(--abnormal); }
.verdict.critical, .verdict.warning { color: var(--abnormal); font-weight: 600; }
.verdict.good { border-color: var(--good); color: var(--good); font-weight: 600; }
.verdict strong { color: var(--muted); }
.contradiction { color: var(--abnormal); font-weight: 600; }
.none { color: var(--muted); }

/* Tables scroll in their own box: the page itself never does so sideways. */
.scroll { max-width: 100%; overflow: auto; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { border-bottom: 1px solid var(--line); overflow-wrap: normal; padding: 5px 10px; text-align: left; vertical-align: top; white-space: nowrap; }
thead th { color: var(--muted); font-size: .87rem; font-weight: 600; }
tbody th { font-weight: normal; }
th:first-child { padding-left: 4px; }
.number { text-align: right; }
tr.critical > *, tr.warning > * { color: var(--abnormal); font-weight: 600; }
tr.total > * { font-weight: 600; }

/* Charts */
figure { margin: 0; }
figure > svg { display: block; height: auto; width: 100%; }
figcaption { color: var(--muted); font-size: .87rem; }
.item { display: inline-block; margin-right: 14px; }
.sample { height: 10px; margin-right: 5px; width: 36px; }
.sample-band { background: var(--expected); display: inline-block; height: .8em; margin-right: 5px; opacity: .3; vertical-align: -.08em; width: 1.6em; }
.sample-mark { color: var(--abnormal); margin-right: 3px; }
figure path { vector-effect: non-scaling-stroke; }
svg .text { fill: var(--muted); }
svg .grid { stroke: var(--line); }
svg .band { fill: var(--expected); }
svg .marked, svg .alert-mark { fill: var(--abnormal); }
svg .alert-mark { stroke: var(--abnormal); }
svg .alert-mark.hollow { fill: var(--ground); }
svg .dot { fill: var(--accent); }
svg .line-0 { stroke: var(--accent); }
svg .line-1 { stroke: var(--expected); }
svg .line-2 { stroke: var(--line-2); }
svg .line-3 { stroke: var(--line-3); }
svg .line-4 { stroke: var(--line-4); }
svg .line-5 { stroke: var(--line-5); }
svg .line-6 { stroke: var(--line-6); }
svg .line-7 { stroke: var(--line-7); }

@media (max-width: 640px) {
  body { padding: 0 12px 20px; }
  /* A chart shrinks to the width of the telephone, its letters must not. */
  svg .text { font-size: 20px; }
}
@media print {
  @page { margin: 14mm; }
  html { font-size: 12px; }
  body { max-width: none; padding: 0; }
  .scroll { overflow: visible; }
  th, td { padding: 3px 6px; white-space: normal; }
  figure, tr { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  svg, .sample-band { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
)css";

}  // namespace pos::render
