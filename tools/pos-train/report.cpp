// SPDX-License-Identifier: MIT
#include "report.hpp"

#include <cstdio>
#include <string>
#include <vector>

#include "cli/input.hpp"
#include "cli/output.hpp"
#include "first_words.hpp"
#include "model/evaluation.hpp"

namespace pos::tools {
namespace {

// A second forest is as much work as all the rest. (A test file is read with -q too: what is wrong with it is told.)
bool is_of_forest(const Options& options) {
  return options.common.verbose || !options.report.empty() || !options.test.empty();
}

void judge(const Options& options, const model::Trained& trained, const model::History& history, HistoryReader& reader,
           model::TrainingReport& report) {
  std::vector<model::Judged> judged;
  std::string where;
  bool labelled = history.labelled();
  if (!options.test.empty()) {
    model::History test(history.zone());
    reader.read({options.test}, test);
    labelled = test.labelled();
    judged = model::judge(trained.model, test);
    if (labelled) report.events = model::judge_events(trained.model, test, options.training.days);
    where = " rows of " + cli::display_name(options.test);
  } else {
    judged = model::judge_holdout(history, options.training);
    where = " rows held out at random, by a forest that never saw them";
  }
  report.by_rule = !labelled;
  report.label =
      labelled ? "column label or is_anomaly" : "status is denied, failed or reversed: there is no label column";
  report.evaluation = model::evaluate(judged);
  if (!judged.empty()) report.judged_on = std::to_string(report.evaluation.macro.support) + where;
}

}  // namespace

bool is_reported(const Options& options) {
  return !options.common.quiet || !options.report.empty() || !options.test.empty();
}

model::TrainingReport make_report(const Options& options, const model::Trained& trained, const model::History& history,
                                  TrainingWatch& watch, HistoryReader& reader) {
  model::TrainingReport report;
  report.training_alerts = trained.alerts;
  if (history.size() > 0) {
    report.knowledge = model::know(trained.model, history, watch.coverage(), watch.days());
    report.knowledge->held_out = watch.finish(trained.volume.status, cli::language_of_user(options.language));
  }
  if (is_of_forest(options)) judge(options, trained, history, reader, report);
  return report;
}

void write_report(const Options& options, const model::Model& model, const model::TrainingReport& report) {
  if (!options.report.empty()) {
    cli::Output out(options.report);
    out.buffer() = model::to_json(model, report);
    return out.close();
  }
  if (options.common.quiet) return;
  const Language language = cli::language_of_user(options.language);
  std::string text = report.knowledge ? first_words(*report.knowledge, language) : "";
  if (is_of_forest(options)) text += model::forest_text(model, report, language);
  std::fputs(text.c_str(), stderr);  // a closed stderr is no reason to fail
}

}  // namespace pos::tools
