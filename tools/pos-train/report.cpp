// SPDX-License-Identifier: MIT
#include "report.hpp"

#include <cstdio>
#include <vector>

#include "cli/input.hpp"
#include "cli/output.hpp"
#include "model/evaluation.hpp"

namespace pos::tools {

model::TrainingReport make_report(const Options& options, const model::Trained& trained, const model::History& history,
                                  HistoryReader& reader) {
  model::TrainingReport report;
  report.training_alerts = trained.alerts;
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
  report.label =
      labelled ? "column label or is_anomaly" : "status is denied, failed or reversed: there is no label column";
  report.evaluation = model::evaluate(judged);
  if (!judged.empty()) report.judged_on = std::to_string(report.evaluation.macro.support) + where;
  return report;
}

void write_report(const Options& options, const std::string& text, const std::string& json) {
  if (options.report.empty()) {
    if (!options.common.quiet) std::fputs(text.c_str(), stderr);  // a closed stderr is no reason to fail
    return;
  }
  cli::Output out(options.report);
  out.buffer() = json;
  out.close();
}

bool is_reported(const Options& options) {
  return !options.common.quiet || !options.report.empty() || !options.test.empty();
}

}  // namespace pos::tools
