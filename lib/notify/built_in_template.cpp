// SPDX-License-Identifier: MIT
// What people read at three in the morning: what, since when, how bad, what was expected, what to do.
#include "notify/template.hpp"

namespace pos::notify {
namespace {

constexpr std::string_view subject_line =
    "Subject: "
    "{{#test}}[TEST] pos-alert on {{host}} can reach you{{/test}}"
    "{{#digest}}[pos] DIGEST{{#critical}} (CRITICAL among it){{/critical}}, incidents: {{entry_count}}{{/digest}}"
    "{{^test}}{{^digest}}[pos] "
    "{{#resolved}}{{#accepted}}TAKEN AS NORMAL {{/accepted}}{{^accepted}}RESOLVED {{/accepted}}{{/resolved}}"
    "{{#reminded}}REMINDER {{reminder}}: {{/reminded}}{{#updated}}UPDATE: "
    "{{/updated}}"
    "{{^resolved}}{{#critical}}CRITICAL {{/critical}}{{#warning}}WARNING {{/warning}}{{/resolved}}"
    "{{#key}}{{key}}: {{/key}}"
    "{{#resolved}}{{name}}{{/resolved}}{{^resolved}}{{words}}{{/resolved}}{{#others}} + {{others}}{{/others}}"
    "{{#resolved}}{{#accepted}} since {{since}} at {{accepted}}{{/accepted}}"
    "{{^accepted}} after {{duration}}{{/accepted}}{{/resolved}}"
    "{{#lost}}, {{lost}} {{lost_what}} lost{{/lost}}"
    "{{/digest}}{{/test}}\n";

constexpr std::string_view text_part = R"(
{{#test}}
This is a test: pos-alert on {{host}} can reach you. Nothing is wrong with the payments.
{{#url}}
The page that its messages lead to:
  {{url}}
{{/url}}
{{/test}}
{{#digest}}
These could not be told one by one: they were over when they were read, or there were more messages than may be sent in
an hour.

{{#entries}}
  {{entry}}
{{/entries}}
{{#entries_left_out}}
  and {{entries_left_out}} more
{{/entries_left_out}}

To see them all:
{{#url}}
  {{url}}
{{/url}}
  pos-alert{{#db}} {{db}}{{/db}} list --all
{{/digest}}
{{^test}}
{{^digest}}
{{#opened}}
Payments are not as they should be.
{{/opened}}
{{#updated}}
An incident you were told of has changed.
{{/updated}}
{{#reminded}}
This has been going on for {{duration}} (reminder {{reminder}}).
{{/reminded}}
{{#resolved}}
{{#accepted}}
Not over, but no news any more: since {{since}} at {{accepted}}; taken as normal from now on.
What changes from here on is told again. Reports go on comparing with what was normal before.
{{/accepted}}
{{^accepted}}
It is over: payments have been normal{{#resolved_after}} for {{resolved_after}}{{/resolved_after}}.
{{/accepted}}
{{/resolved}}

  What      {{words}}{{#others}} + {{others}}{{/others}}
{{#key}}
  Of        {{key}}
{{/key}}
{{#where}}
  Where     {{where}}
{{/where}}
  Since     {{first}} ({{zone}})
{{#resolved}}
  Until     {{last}}, {{duration}} in all
{{/resolved}}
{{#severity}}
  Severity  {{severity}}
{{/severity}}
{{#lost}}
  Lost      about {{lost}} {{lost_what}}
{{/lost}}
{{#reason}}
  Reason    {{reason}}
{{/reason}}
{{#flaps}}
  Came back {{flaps}}x after it seemed over
{{/flaps}}

Seen by status:
{{#statuses}}
  {{status}}{{#level}} {{level}}{{/level}}: {{count}} seen{{#expected}}, {{expected}} expected{{/expected}}, {{since}} to {{until}}{{#reason}}; {{reason}}{{/reason}}
{{/statuses}}
{{#statuses_left_out}}
  and {{statuses_left_out}} more
{{/statuses_left_out}}

{{#url}}
See it, and take it, on the page:
  {{url}}

{{/url}}
{{^resolved}}
What to do next:
  pos-report{{#history}} {{history}}{{/history}} -s '{{hour_before}}' -r all    # the hours around it
  pos-alert{{#db}} {{db}}{{/db}} ack {{incident}}    # say that somebody is on it
  pos-alert{{#db}} {{db}}{{/db}} silence --help    # if you know why and want no more of it

{{#next_reminder}}
Next reminder: {{next_reminder}}.
{{/next_reminder}}
{{/resolved}}
{{#resolved}}
To look at it again:
  pos-report{{#history}} {{history}}{{/history}} -s '{{hour_before}}' -u '{{now}}' -r all
{{/resolved}}
{{#attachment}}
The report of the incident is attached: {{attachment}}
{{/attachment}}
{{/digest}}
{{/test}}

-- {{! and a blank, RFC 3676, 4.3: a signature }}
{{#incident}}Incident {{incident}}, {{/incident}}{{now}} ({{zone}}), pos-alert on {{host}}
)";

constexpr std::string_view html_part = R"(---html---
<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>pos-alert</title></head>
<body style="font-family:sans-serif;color:#222;max-width:44em">
{{#test}}
<p>This is a test: pos-alert on {{host}} can reach you. Nothing is wrong with the payments.</p>
{{#url}}
<p>The page that its messages lead to: <a href="{{url}}">{{url}}</a></p>
{{/url}}
{{/test}}
{{#digest}}
<p>These could not be told one by one: they were over when they were read, or there were more messages than may be sent in an hour.</p>
<ul>
{{#entries}}
<li>{{entry}}</li>
{{/entries}}
{{#entries_left_out}}
<li>and {{entries_left_out}} more</li>
{{/entries_left_out}}
</ul>
<p>To see them all: {{#url}}<a href="{{url}}">the page</a>, or {{/url}}<code>pos-alert{{#db}} {{db}}{{/db}} list --all</code></p>
{{/digest}}
{{^test}}
{{^digest}}
<h2 style="margin:0 0 .3em;color:{{#resolved}}#1a7f37{{/resolved}}{{^resolved}}{{#critical}}#b00020{{/critical}}{{^critical}}#9a6700{{/critical}}{{/resolved}}">
{{#resolved}}
{{#accepted}}
Taken as normal from now on, at {{accepted}}:
{{/accepted}}
{{^accepted}}
Over:
{{/accepted}}
{{/resolved}}
{{#key}}{{key}}: {{/key}}{{words}}{{#others}} + {{others}}{{/others}}</h2>
<table cellpadding="4" style="border-collapse:collapse">
{{#where}}
<tr><th align="left">Where</th><td>{{where}}</td></tr>
{{/where}}
<tr><th align="left">Since</th><td>{{first}} ({{zone}}){{^resolved}}, {{duration}}{{/resolved}}</td></tr>
{{#resolved}}
<tr><th align="left">Until</th><td>{{last}}, {{duration}} in all</td></tr>
{{/resolved}}
{{#severity}}
<tr><th align="left">Severity</th><td>{{severity}}</td></tr>
{{/severity}}
{{#lost}}
<tr><th align="left">Lost</th><td>about {{lost}} {{lost_what}}</td></tr>
{{/lost}}
{{#reason}}
<tr><th align="left">Reason</th><td>{{reason}}</td></tr>
{{/reason}}
{{#flaps}}
<tr><th align="left">Came back</th><td>{{flaps}}x after it seemed over</td></tr>
{{/flaps}}
</table>
<table cellpadding="4" border="1" style="border-collapse:collapse;margin:1em 0">
<tr><th>Status</th><th>Level</th><th>Seen</th><th>Expected</th><th>From</th><th>To</th><th>Reason</th></tr>
{{#statuses}}
<tr><td>{{status}}</td><td>{{level}}</td><td align="right">{{count}}</td><td align="right">{{expected}}</td><td>{{since}}</td><td>{{until}}</td><td>{{reason}}</td></tr>
{{/statuses}}
{{#statuses_left_out}}
<tr><td colspan="7">and {{statuses_left_out}} more</td></tr>
{{/statuses_left_out}}
</table>
{{#url}}
<p><a href="{{url}}">See it, and take it, on the page</a></p>
{{/url}}
{{^resolved}}
<p>What to do next:</p>
<ul>
<li><code>pos-report{{#history}} {{history}}{{/history}} -s '{{hour_before}}' -r all</code>: the hours around it</li>
<li><code>pos-alert{{#db}} {{db}}{{/db}} ack {{incident}}</code>: say that somebody is on it</li>
<li><code>pos-alert{{#db}} {{db}}{{/db}} silence --help</code>: if you know why and want no more of it</li>
</ul>
{{#next_reminder}}
<p>Next reminder: {{next_reminder}}.</p>
{{/next_reminder}}
{{/resolved}}
{{#resolved}}
<p>To look at it again: <code>pos-report{{#history}} {{history}}{{/history}} -s '{{hour_before}}' -u '{{now}}' -r all</code></p>
{{/resolved}}
{{#attachment}}
<p>The report of the incident is attached: {{attachment}}</p>
{{/attachment}}
{{/digest}}
{{/test}}
<p style="color:#777;font-size:smaller">{{#incident}}Incident {{incident}}, {{/incident}}{{now}} ({{zone}}), pos-alert on {{host}}</p>
</body></html>
)";

}  // namespace

const Template& Template::built_in() {
  static const Template words(std::string(subject_line).append(text_part).append(html_part), "built-in template");
  return words;
}

}  // namespace pos::notify
