// SPDX-License-Identifier: MIT
#include "event_log.hpp"

#include "base/text.hpp"

namespace pos::tools {
namespace {

constexpr const char* header =
    "time,incident,event,channel,to,severity,status,first,last,count,expected,lost,reason,message_id\n";

std::string number(const std::optional<double>& value) {
  std::string text;
  if (value) append_decimal(text, *value, 1);
  return text;
}

std::string time_text(const std::optional<LocalSeconds>& time) { return time ? to_date_time(*time) : std::string(); }

// One record in either format: `text` cells are quoted where need be, `bare` ones are numbers or nothing.
class Line {
 public:
  Line(std::string& out, Format format) : out_(out), csv_(format == Format::csv) { out_ += csv_ ? "" : "{"; }

  Line& text(const char* name, std::string_view value) {
    begin(name);
    csv_ ? append_csv_cell(out_, value) : append_json_string(out_, value);
    return *this;
  }
  Line& bare(const char* name, const std::string& value) {
    begin(name);
    out_ += value.empty() && !csv_ ? "null" : value;
    return *this;
  }
  void end() { out_ += csv_ ? "\n" : "}\n"; }

 private:
  void begin(const char* name) {
    if (!first_) out_ += ',';
    first_ = false;
    if (csv_) return;
    append_json_string(out_, name);
    out_ += ':';
  }

  std::string& out_;
  bool csv_;
  bool first_ = true;
};

}  // namespace

void EventLog::write(LocalSeconds time, std::string_view event, const history::Envelope& envelope) {
  if (silent_) return;
  std::string& out = out_.buffer();
  if (!begun_ && format_ == Format::csv) out += header;
  begun_ = true;
  const history::Facts& facts = envelope.facts;
  Line(out, format_)
      .text("time", to_date_time(time))
      .bare("incident", envelope.incident == 0 ? std::string() : std::to_string(envelope.incident))
      .text("event", event)
      .text("channel", envelope.channel)
      .text("to", envelope.target)
      .text("severity", facts.severity)
      .text("status", facts.status)
      .text("first", time_text(facts.first))
      .text("last", time_text(facts.last))
      .bare("count", facts.count ? std::to_string(*facts.count) : std::string())
      .bare("expected", number(facts.expected))
      .bare("lost", number(facts.lost))
      .text("reason", facts.reason)
      .text("message_id", envelope.message_id)
      .end();
}

}  // namespace pos::tools
