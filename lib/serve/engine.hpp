// SPDX-License-Identifier: MIT
// Bodies of requests in, scored records out, and everything in the history before anybody hears of it.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/local_time.hpp"
#include "base/record.hpp"
#include "model/model_file.hpp"
#include "pipeline/settings.hpp"
#include "read/columns.hpp"
#include "read/time_zone.hpp"

namespace pos::serve {

struct EngineSettings {
  std::string model;    // file; empty: what the stream has learned itself
  std::string history;  // database
  std::string stream;   // of it
  pipeline::Settings scoring;
  read::ColumnNames columns;
  std::chrono::seconds grace{5};
  // Of the first row ever posted, where times are clock-only, and they move on from there. Without it each body begins
  // today; or yesterday, where its first clock is more than an hour ahead of now.
  std::optional<std::int32_t> date;
};

enum class BodyKind { json, ndjson, csv };  // json: an object, or an array of them

// That of settings.model; without one, a model that knows nothing yet. Errors: pos::Error as of the model file, also
// for one that cannot decide by settings.scoring.policy.
[[nodiscard]] model::Model load_model(const EngineSettings& settings);

// One request: what was posted, and what is answered.
struct Job {
  BodyKind kind = BodyKind::json;
  std::string body;
  std::string key;  // Idempotency-Key, 1 to 255 printable bytes; empty: none

  // Of HTTP. 200; 400: no JSON, no CSV, a header without the columns; 422: a row, or another request has this key.
  unsigned status = 0;
  std::string answer;                 // in the kind of the body; an error is {"error": ..., "row": ..., "column": ...}
  std::int64_t rows = 0, alerts = 0;  // of what was scored: none where the same request has been answered before
};

// What the page and the stream do not know yet.
struct News {
  std::int64_t last_id = 0;                  // of the newest row of the history
  std::vector<LocalSeconds> decided;         // begin of each minute that was decided, in order
  bool were_open = false;                    // its rows, before: with the policies forest and seed they never are
  bool is_live = true;                       // false: rows are so far off the clock that it does not end their minutes
  std::int64_t unjudged = 0;                 // rows that came late, or were ahead of the clock
  LocalSeconds last_unjudged = 0;            // time of the last of them
  std::optional<std::chrono::seconds> lead;  // once: all rows are ahead of the clock by that much
  // Transactions that were stored, by status.
  std::map<std::string, std::int64_t, std::less<>> counts;
  std::string absent;                        // once: what rows lack that the model or the policy goes by, for people
};

// done: all is in the history. later: another program writes to it just now; commit() tries again.
enum class Commit { done, later };

// The one writer of a stream: RowScorer, Monitor and Store behind one door.
//
// A row's answer has the verdict on its minute as far as it has come: all rows of it that were ever posted, this
// request's included; what the minute lacks is no fall then, since more rows may come. When the minute is over (a
// row of a later one, or the clock) its rows get the final verdict in the history. Rows of a body are taken all or
// none. With the policies forest and seed a row is decided at once.
//
// Memory   does not grow with the rows of an open minute.
// Waiting  for nobody: after Commit::later nothing but commit(), give_up() and close() may be called, until one of them
//          has come to an end. close() alone waits, up to `patience`.
// Errors   pos::Error as of Store and the model file, std::bad_alloc; then nothing of the call was stored.
class Engine {
 public:
  // Goes on where the history ends; `now` is local. Errors: also Fault::unavailable where another program writes this
  // stream.
  Engine(const EngineSettings& settings, const read::TimeZone& zone, LocalTime now);
  ~Engine();

  // How long one who posts waits while another program writes.
  static constexpr std::chrono::seconds patience{5};

  // Answers all of them, in their order: the answers are good once the commit is done.
  Commit score(std::span<Job> jobs, LocalTime now);

  // The clock: minutes that are over are decided. Call it once a second.
  Commit pass_time(LocalTime now);

  Commit commit();
  // What waits for its commit is undone.
  void give_up();

  // After an error: whether rows can be stored again, tried with as much as could not be. Errors: they cannot.
  void prove_storable();
  // Errors: what is stored now nobody would find, as Store has it.
  void check_in_place();

  // No more rows: open minutes are decided, for now. Of one that is not over what is above normal is.
  void close(LocalTime now);
  // Another model, or other days, go on with the stream, and with the rows of minutes that are open.
  void use(model::Model model, model::SpecialDays days, LocalTime now);

  [[nodiscard]] News take_news();
  // The time of the row that was stored last as it was posted, where it had no date and this process stored it.
  struct PostedClock {
    LocalSeconds time = 0;
    std::string text;
  };
  [[nodiscard]] const std::optional<PostedClock>& last_clock() const;
  // What is to be told of the start, for people; empty: nothing.
  [[nodiscard]] const std::string& note() const;
  [[nodiscard]] const std::string& model_sha256() const;  // empty: no model
  [[nodiscard]] const model::SpecialDays& days() const;
  // As pipeline::trained_to() has it.
  [[nodiscard]] std::optional<LocalSeconds> trained_to() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace pos::serve
