// SPDX-License-Identifier: MIT
// A history, a model, and what pos-score and an engine make of the same rows.
#pragma once

#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "clock/dater.hpp"
#include "history/reader.hpp"
#include "history/store.hpp"
#include "model/training.hpp"
#include "pipeline/recorder.hpp"
#include "pipeline/resume.hpp"
#include "serve/engine.hpp"
#include "read/fields.hpp"
#include "read/history.hpp"
#include "read/row_reader.hpp"
#include "unit/history/temporary_folder.hpp"
#include "unit/read/memory_source.hpp"

namespace pos::test {

inline std::string bytes_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// Seven days until 2026-03-08, and the day after them, which has incidents.
inline const std::string& example_day() {
  static const std::string day = bytes_of(POS_EXAMPLE_DATA "/day.csv");
  return day;
}

// The text of a model trained on those seven days.
inline const std::string& example_model() {
  static const std::string text = [] {
    MemorySource bytes(bytes_of(POS_EXAMPLE_DATA "/history.csv"));
    model::History history;
    history.begin_file();
    read::read_history(bytes, "history.csv", {}, read::TimeZone(), {},
                       [&](const Row& row) { history.add(row.transaction); });
    return model::to_text(model::train(history, {}).model);
  }();
  return text;
}

// The lines of a text, each with its end.
inline std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

// In a folder of its own.
class PostedStream {
 public:
  PostedStream() {
    settings.model = folder_.file("pos.model");
    settings.history = folder_.file("pos.db");
    std::ofstream(settings.model) << example_model();
  }

  // Begins, or ends without a word as kill -9 does, and begins again.
  void start() {
    engine.reset();
    engine = std::make_unique<serve::Engine>(settings, zone_, now);
  }

  // Without more rows, when all minutes are over.
  void end() const { engine->close({now.day + 30, 0}); }

  serve::Job post(serve::BodyKind kind, std::string body, std::string key = {}) {
    if (!engine) start();
    serve::Job job;
    job.kind = kind;
    job.body = std::move(body);
    job.key = std::move(key);
    auto stored = engine->score({&job, 1}, now);
    while (stored == serve::Commit::later) stored = engine->commit();  // the log's thread has its turn
    return job;
  }
  serve::Job post_csv(std::string_view rows, std::string key = {}) {
    return post(serve::BodyKind::csv, "time,status,count\n" + std::string(rows), std::move(key));
  }

  // What `pos-score -b` does with a file.
  void score_file(const std::string& bytes) const {
    class Nowhere final : public pipeline::Sink {
      void row(const pipeline::Decided&, const Scored&) override {}
      void silence(const pipeline::Silence&, const Scored&) override {}
    } nowhere;
    model::Model model = model::parse_model(example_model(), "model");
    history::Store store(settings.history, {model.sha256, settings.model});
    pipeline::Recorder recorder(store, nowhere);
    recorder.open(std::move(model), settings.scoring);
    recorder.begin_file("file.csv");
    recorder.stream().start_file();
    clock::Dater dater(settings.date.value_or(0));
    MemorySource source(bytes);
    const auto rows = read::open_rows(source, "file.csv", {}, zone_, {});
    while (const Row* row = rows->next()) {
      Transaction transaction = row->transaction;
      transaction.time = dater.date(transaction.time);
      if (recorder.recall(transaction, row->raw, row->time_text, "x")) continue;
      recorder.push(transaction, row->time_text, "x", row->line);
    }
    recorder.end_file();
    recorder.restore_until(INT64_MAX);
    recorder.stream().finish_for_now();
    recorder.commit();
  }

  // All rows with all that is said of them, in no particular order.
  [[nodiscard]] std::vector<std::string> rows(const std::string& order = "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11") const {
    std::vector<std::string> lines;
    history::Reader(settings.history)
        .query({"SELECT time, status, count, score, alert, expected, surprise, severity, final_decision, reason, "
                "source IS NULL FROM transactions ORDER BY " +
                    order,
                std::chrono::seconds(10), [](std::span<const std::string>) {},
                [&](std::span<const sqlite::Value> values) { lines.push_back(line_of(values)); }});
    return lines;
  }

  serve::EngineSettings settings;
  LocalTime now{20'522, 12 * 3600};  // noon after that day
  std::unique_ptr<serve::Engine> engine;

 private:
  static std::string line_of(std::span<const sqlite::Value> values) {
    std::string line;
    for (const sqlite::Value& value : values) {
      if (const auto* integer = std::get_if<std::int64_t>(&value)) line += std::to_string(*integer);
      if (const auto* real = std::get_if<double>(&value)) line += std::to_string(*real);
      if (const auto* text = std::get_if<std::string>(&value)) line += *text;
      line += '|';
    }
    return line;
  }

  TemporaryFolder folder_;
  read::TimeZone zone_;
};

}  // namespace pos::test
