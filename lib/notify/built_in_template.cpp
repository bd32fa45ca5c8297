// SPDX-License-Identifier: MIT
// What people read at three in the morning: what, since when, how bad, what was expected, what to do.
#include "notify/template.hpp"

#include <string>
#include <string_view>

#include "base/language.hpp"

namespace pos::notify {
namespace {

// Behind the letter t in braces is a text in the language of the template; {name} in it is the field.
constexpr std::string_view subject_line =
    "Subject: "
    "{{#test}}{{t [TEST] pos-alert on {host} can reach you}}{{/test}}"
    "{{#digest}}{{#critical}}{{t [pos] DIGEST, incidents: {entry_count} (some CRITICAL)}}{{/critical}}"
    "{{^critical}}{{t [pos] DIGEST, incidents: {entry_count}}}{{/critical}}{{/digest}}"
    "{{^test}}{{^digest}}[pos] "
    "{{#resolved}}{{#accepted}}{{t TAKEN AS NORMAL}} {{/accepted}}{{^accepted}}{{t RESOLVED}} {{/accepted}}{{/resolved}}"
    "{{#reminded}}{{t REMINDER {reminder}:}} {{/reminded}}{{#updated}}{{t UPDATE:}} {{/updated}}"
    "{{^resolved}}{{#critical}}{{t CRITICAL}} {{/critical}}{{#warning}}{{t WARNING}} {{/warning}}{{/resolved}}"
    "{{#key}}{{key}}: {{/key}}"
    "{{#resolved}}{{name}}{{/resolved}}{{^resolved}}{{words}}{{/resolved}}{{#others}} + {{others}}{{/others}}"
    "{{#resolved}}{{#accepted}} {{t since {since} at {accepted}}}{{/accepted}}"
    "{{^accepted}} {{t after {duration}}}{{/accepted}}{{/resolved}}"
    "{{#lost}}, {{t {lost} {lost_what} lost}}{{/lost}}{{#lost_amount}}, {{t about {lost_amount}}}{{/lost_amount}}"
    "{{/digest}}{{/test}}\n";

constexpr std::string_view text_part = R"(
{{#test}}
{{t This is a test: pos-alert on {host} can reach you. Nothing is wrong with the payments.}}
{{#url}}
{{t The page that its messages lead to:}}
  {{url}}
{{/url}}
{{/test}}
{{#digest}}
{{t There was no message for each of these: they were over when they were read,}}
{{t or there were more messages than may be sent in an hour.}}

{{#entries}}
  {{entry}}
{{/entries}}
{{#entries_left_out}}
  {{t and {entries_left_out} more}}
{{/entries_left_out}}

{{t To see them all:}}
{{#url}}
  {{url}}
{{/url}}
  pos-alert{{#db}} {{db}}{{/db}} list --all
{{/digest}}
{{^test}}
{{^digest}}
{{#opened}}
{{t Payments are not as they should be.}}
{{/opened}}
{{#updated}}
{{t An incident you were told of has changed.}}
{{/updated}}
{{#reminded}}
{{t This has been going on for {duration} (reminder {reminder}).}}
{{/reminded}}
{{#resolved}}
{{#accepted}}
{{t Not over: since {since} at {accepted}. That is taken as normal from now on, so there are no more messages.}}
{{t When it changes again, you get a message. Reports still compare with what was normal before.}}
{{/accepted}}
{{^accepted}}
{{#resolved_after}}{{t It is over: payments have been normal for {resolved_after}.}}{{/resolved_after}}{{^resolved_after}}{{t It is over: payments have been normal.}}{{/resolved_after}}
{{/accepted}}
{{/resolved}}

  {{t What      }}{{words}}{{#others}} + {{others}}{{/others}}
{{#key}}
  {{t Of        }}{{key}}
{{/key}}
{{#where}}
  {{t Where     }}{{where}}
{{/where}}
  {{t Since     }}{{first}} ({{zone}})
{{#resolved}}
  {{t Until     }}{{t {last}, {duration} in all}}
{{/resolved}}
{{#severity}}
  {{t Severity  }}{{severity}}
{{/severity}}
{{#lost}}
  {{t Lost      }}{{t about {lost} {lost_what}}}{{#lost_amount}}, {{t about {lost_amount}}}{{/lost_amount}}
{{/lost}}
{{#reason}}
  {{t Reason    }}{{reason}}
{{/reason}}
{{#during}}
  {{t Events    }}{{during}}
{{/during}}
{{#flaps}}
  {{t Came back }}{{t {flaps}x after it seemed over}}
{{/flaps}}

{{t Seen by status:}}
{{#statuses}}
  {{status}}{{#level}} {{level}}{{/level}}: {{#expected}}{{t {count} seen, {expected} expected, {since} to {until}}}{{/expected}}{{^expected}}{{t {count} seen, {since} to {until}}}{{/expected}}{{#reason}}; {{reason}}{{/reason}}
{{/statuses}}
{{#statuses_left_out}}
  {{t and {statuses_left_out} more}}
{{/statuses_left_out}}

{{#url}}
{{t See it, and take it, on the page:}}
  {{url}}

{{/url}}
{{^resolved}}
{{t What to do next:}}
  pos-report{{#history}} {{history}}{{/history}} -s '{{hour_before}}' -r all    # {{t the hours around it}}
  pos-alert{{#db}} {{db}}{{/db}} ack {{incident}}    # {{t say that somebody works on it}}
  pos-alert{{#db}} {{db}}{{/db}} silence --help    # {{t if you know why, and want no more messages}}

{{#next_reminder}}
{{t Next reminder: {next_reminder}.}}
{{/next_reminder}}
{{/resolved}}
{{#resolved}}
{{t To look at it again:}}
  pos-report{{#history}} {{history}}{{/history}} -s '{{hour_before}}' -u '{{now_iso}}' -r all
{{/resolved}}
{{#attachment}}
{{t The report of the incident is attached: {attachment}}}
{{/attachment}}
{{/digest}}
{{/test}}

-- {{! and a blank, RFC 3676, 4.3: a signature }}
{{#incident}}{{t Incident {incident},}} {{/incident}}{{t {now} ({zone}), pos-alert on {host}}}
)";

constexpr std::string_view html_part = R"(---html---
<!DOCTYPE html>
<html lang="{{t en}}"><head><meta charset="utf-8"><title>pos-alert</title></head>
<body style="font-family:sans-serif;color:#222;max-width:44em">
{{#test}}
<p>{{t This is a test: pos-alert on {host} can reach you. Nothing is wrong with the payments.}}</p>
{{#url}}
<p>{{t The page that its messages lead to:}} <a href="{{url}}">{{url}}</a></p>
{{/url}}
{{/test}}
{{#digest}}
<p>{{t There was no message for each of these: they were over when they were read,}} {{t or there were more messages than may be sent in an hour.}}</p>
<ul>
{{#entries}}
<li>{{entry}}</li>
{{/entries}}
{{#entries_left_out}}
<li>{{t and {entries_left_out} more}}</li>
{{/entries_left_out}}
</ul>
<p>{{t To see them all:}} {{#url}}<a href="{{url}}">{{t the page}}</a>, {{t or}} {{/url}}<code>pos-alert{{#db}} {{db}}{{/db}} list --all</code></p>
{{/digest}}
{{^test}}
{{^digest}}
<h2 style="margin:0 0 .3em;color:{{#resolved}}#1a7f37{{/resolved}}{{^resolved}}{{#critical}}#b00020{{/critical}}{{^critical}}#9a6700{{/critical}}{{/resolved}}">
{{#resolved}}
{{#accepted}}
{{t Taken as normal from now on, at {accepted}:}}
{{/accepted}}
{{^accepted}}
{{t Over:}}
{{/accepted}}
{{/resolved}}
{{#key}}{{key}}: {{/key}}{{words}}{{#others}} + {{others}}{{/others}}</h2>
<table cellpadding="4" style="border-collapse:collapse">
{{#where}}
<tr><th align="left">{{t Where}}</th><td>{{where}}</td></tr>
{{/where}}
<tr><th align="left">{{t Since}}</th><td>{{first}} ({{zone}}){{^resolved}}, {{duration}}{{/resolved}}</td></tr>
{{#resolved}}
<tr><th align="left">{{t Until}}</th><td>{{t {last}, {duration} in all}}</td></tr>
{{/resolved}}
{{#severity}}
<tr><th align="left">{{t Severity}}</th><td>{{severity}}</td></tr>
{{/severity}}
{{#lost}}
<tr><th align="left">{{t Lost}}</th><td>{{t about {lost} {lost_what}}}{{#lost_amount}}, {{t about {lost_amount}}}{{/lost_amount}}</td></tr>
{{/lost}}
{{#reason}}
<tr><th align="left">{{t Reason}}</th><td>{{reason}}</td></tr>
{{/reason}}
{{#during}}
<tr><th align="left">{{t Events}}</th><td>{{during}}</td></tr>
{{/during}}
{{#flaps}}
<tr><th align="left">{{t Came back}}</th><td>{{t {flaps}x after it seemed over}}</td></tr>
{{/flaps}}
</table>
<table cellpadding="4" border="1" style="border-collapse:collapse;margin:1em 0">
<tr><th>{{t Status}}</th><th>{{t Level}}</th><th>{{t Seen}}</th><th>{{t Expected}}</th><th>{{t From}}</th><th>{{t To}}</th><th>{{t Reason}}</th></tr>
{{#statuses}}
<tr><td>{{status}}</td><td>{{level}}</td><td align="right">{{count}}</td><td align="right">{{expected}}</td><td>{{since}}</td><td>{{until}}</td><td>{{reason}}</td></tr>
{{/statuses}}
{{#statuses_left_out}}
<tr><td colspan="7">{{t and {statuses_left_out} more}}</td></tr>
{{/statuses_left_out}}
</table>
{{#url}}
<p><a href="{{url}}">{{t See it, and take it, on the page}}</a></p>
{{/url}}
{{^resolved}}
<p>{{t What to do next:}}</p>
<ul>
<li><code>pos-report{{#history}} {{history}}{{/history}} -s '{{hour_before}}' -r all</code>: {{t the hours around it}}</li>
<li><code>pos-alert{{#db}} {{db}}{{/db}} ack {{incident}}</code>: {{t say that somebody works on it}}</li>
<li><code>pos-alert{{#db}} {{db}}{{/db}} silence --help</code>: {{t if you know why, and want no more messages}}</li>
</ul>
{{#next_reminder}}
<p>{{t Next reminder: {next_reminder}.}}</p>
{{/next_reminder}}
{{/resolved}}
{{#resolved}}
<p>{{t To look at it again:}} <code>pos-report{{#history}} {{history}}{{/history}} -s '{{hour_before}}' -u '{{now_iso}}' -r all</code></p>
{{/resolved}}
{{#attachment}}
<p>{{t The report of the incident is attached: {attachment}}}</p>
{{/attachment}}
{{/digest}}
{{/test}}
<p style="color:#777;font-size:smaller">{{#incident}}{{t Incident {incident},}} {{/incident}}{{t {now} ({zone}), pos-alert on {host}}}</p>
</body></html>
)";

std::string in(Language language, std::string_view words) {
  constexpr std::string_view begin = "{{" "t ";  // not one of them: xgettext looks for those
  constexpr std::string_view end = "}}";
  std::string out;
  for (auto at = words.find(begin); at != std::string_view::npos; at = words.find(begin)) {
    out += words.substr(0, at);
    words.remove_prefix(at + begin.size());
    // A place may be the last of it: three braces.
    std::size_t stop = words.find(end);
    if (words.substr(stop).starts_with("}}}")) ++stop;
    for (const char c : tr(language, words.substr(0, stop))) out.append(c == '{' || c == '}' ? 2 : 1, c);
    words.remove_prefix(stop + end.size());
  }
  return out.append(words);
}

Template template_in(Language language) {
  return {in(language, std::string(subject_line).append(text_part).append(html_part)), "built-in template"};
}

}  // namespace

const Template& Template::built_in(Language language) {
  static const Template english = template_in(Language::en);
  if (language == Language::en) return english;
  static const Template portuguese = template_in(Language::pt);
  return portuguese;
}

}  // namespace pos::notify
