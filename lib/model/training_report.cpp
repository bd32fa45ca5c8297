// SPDX-License-Identifier: MIT
#include "model/training_report.hpp"

#include <fmt/core.h>

#include "base/text.hpp"

namespace pos::model {
namespace {

std::string json_string(std::string_view text) {
  std::string out;
  append_json_string(out, text);
  return out;
}

std::string class_json(const Evaluation::Class& row) {
  return fmt::format(R"({{"precision":{},"recall":{},"f1":{},"support":{}}})", row.precision, row.recall, row.f1,
                     row.support);
}

std::string evaluation_json(const TrainingReport& report) {
  const Evaluation& e = report.evaluation;
  return fmt::format(R"({{"judged_on":{},"label":{},"accuracy":{},"roc_auc":{},"confusion_matrix":[[{},{}],[{},{}]],)"
                     R"("classes":{{"0":{},"1":{}}},"macro_avg":{},"weighted_avg":{}}})",
                     json_string(report.judged_on), json_string(report.label), e.accuracy, e.roc_auc, e.confusion[0][0],
                     e.confusion[0][1], e.confusion[1][0], e.confusion[1][1], class_json(e.classes[0]),
                     class_json(e.classes[1]), class_json(e.macro), class_json(e.weighted));
}

std::string events_json(const EventEvaluation& events) {
  return fmt::format(
      R"({{"events":{},"detected":{},"recall":{},"false_events":{},"days":{},"false_events_per_day":{},"median_delay_minutes":{}}})",
      events.events, events.detected, events.recall(), events.false_events, events.days, events.false_events_per_day(),
      events.median_delay());
}

std::string monitor_json(const Monitor& monitor) {
  return fmt::format(R"({{"volume":{},"statuses":{},"budget":{}}})", json_string(monitor.parameters().volume),
                     monitor.statuses(), monitor.parameters().budget);
}

// The members of the model's description, without braces.
std::string model_members(const Model& model) {
  std::string out = fmt::format(R"("format":{},"statuses":[)", model_format);
  for (const std::string& name : model.statuses.names()) {
    if (out.back() != '[') out += ',';
    append_json_string(out, name);
  }
  out += R"(],"features":[)";
  for (std::size_t i = 0; i < feature_count; ++i) {
    out += fmt::format(R"({}{{"name":"{}")", i > 0 ? "," : "", feature_names[i]);
    if (model.features)
      out += fmt::format(R"(,"mean":{},"std":{})", (*model.features)[i].mean, (*model.features)[i].deviation);
    out += '}';
  }
  std::size_t nodes = 0;
  for (const Tree& tree : model.forest.trees()) nodes += tree.size();
  out += fmt::format(R"(],"trees":{},"nodes":{},"sample_size":{},"threshold":{},"lineage":{{)",
                     model.forest.trees().size(), nodes, model.forest.sample_size(), model.threshold);
  for (const auto& [key, value] : model.lineage) {
    if (out.back() != '{') out += ',';
    append_json_string(out, key);
    out += ':';
    append_json_string(out, value);
  }
  out += "},\"monitor\":" + (model.monitor ? monitor_json(*model.monitor) : "null");
  return out;
}

std::string evaluation_text(const TrainingReport& report) {
  const auto& confusion = report.evaluation.confusion;
  return fmt::format("\njudged on   {}\nlabel 1     {}\naccuracy    {:.4f}\nROC AUC     {:.4f}\n", report.judged_on,
                     report.label, report.evaluation.accuracy, report.evaluation.roc_auc) +
         fmt::format("\n{:>12} {:>10} {:>9}\n", "", "no alert", "alert") +
         fmt::format("{:>12} {:>10} {:>9}\n", "label 0", confusion[0][0], confusion[0][1]) +
         fmt::format("{:>12} {:>10} {:>9}\n\n", "label 1", confusion[1][0], confusion[1][1]) +
         classification_report(report.evaluation);
}

std::string events_text(const EventEvaluation& events) {
  return fmt::format(
      "\nevents      {} of {} found by the monitor, {} minutes after their start (median)\n"
      "false       {} events in {:.1f} days, {:.2f} a day\n",
      events.detected, events.events, events.median_delay(), events.false_events, events.days,
      events.false_events_per_day());
}

std::string lineage_value(const Model& model, std::string_view wanted) {
  for (const auto& [key, value] : model.lineage) {
    if (key == wanted) return value;
  }
  return "?";
}

}  // namespace

std::string to_text(const Model& model, const TrainingReport& report) {
  std::string out =
      fmt::format("rows        {} from {} to {}, {} statuses\n", lineage_value(model, "rows"),
                  lineage_value(model, "first"), lineage_value(model, "last"), model.statuses.names().size());
  out += fmt::format("forest      {} trees on {} rows each, seed {}\n", model.forest.trees().size(),
                     model.forest.sample_size(), lineage_value(model, "seed"));
  out += fmt::format("threshold   {:.6f} (contamination {}): {} training rows score above it\n\n", model.threshold,
                     lineage_value(model, "contamination"), report.training_alerts);
  out += fmt::format("{:>12} {:>10} {:>9}\n", "feature", "mean", "std");
  for (std::size_t i = 0; model.features && i < feature_count; ++i) {
    out += fmt::format("{:>12} {:>10.3f} {:>9.3f}\n", feature_names[i], (*model.features)[i].mean,
                       (*model.features)[i].deviation);
  }
  if (!report.judged_on.empty()) out += evaluation_text(report);
  return report.events ? out + events_text(*report.events) : out;
}

std::string to_json(const Model& model, const TrainingReport& report) {
  const std::string evaluation = report.judged_on.empty() ? "null" : evaluation_json(report);
  const std::string events = report.events ? events_json(*report.events) : "null";
  return fmt::format("{{{},\"training_alerts\":{},\"evaluation\":{},\"events\":{}}}\n", model_members(model),
                     report.training_alerts, evaluation, events);
}

std::string describe(const Model& model) { return fmt::format("{{{}}}\n", model_members(model)); }

}  // namespace pos::model
