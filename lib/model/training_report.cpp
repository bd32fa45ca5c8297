// SPDX-License-Identifier: MIT
#include "model/training_report.hpp"

#include <fmt/core.h>

#include "base/json.hpp"

namespace pos::model {
namespace {

void add_class(JsonObject& object, std::string_view name, const Evaluation::Class& row) {
  JsonObject members(object.member(name));
  members.real("precision", row.precision).real("recall", row.recall).real("f1", row.f1);
  members.number("support", row.support).end();
}

void append_evaluation(std::string& out, const TrainingReport& report) {
  const Evaluation& e = report.evaluation;
  JsonObject object(out);
  object.text("judged_on", report.judged_on).text("label", report.label);
  object.real("accuracy", e.accuracy).real("roc_auc", e.roc_auc);
  object.array("confusion_matrix", e.confusion,
               [](std::string& to, const auto& row) { append_json_array(to, row, append_json_number); });
  JsonObject classes(object.member("classes"));
  add_class(classes, "0", e.classes[0]);
  add_class(classes, "1", e.classes[1]);
  classes.end();
  add_class(object, "macro_avg", e.macro);
  add_class(object, "weighted_avg", e.weighted);
  object.end();
}

void append_events(std::string& out, const EventEvaluation& events) {
  JsonObject object(out);
  object.number("events", events.events).number("detected", events.detected).real("recall", events.recall());
  object.number("false_events", events.false_events).real("days", events.days);
  object.real("false_events_per_day", events.false_events_per_day());
  object.real("median_delay_minutes", events.median_delay()).end();
}

// knowledge: none is said of a model alone.
void append_monitor(std::string& out, const Monitor& monitor, const Knowledge* knowledge) {
  JsonObject object(out);
  object.text("volume", monitor.parameters().volume).number("statuses", monitor.statuses());
  object.real("budget", monitor.parameters().budget);
  if (knowledge != nullptr) add_knowledge(object, *knowledge);
  object.end();
}

void append_keys(std::string& out, const KeyMonitor& keys) {
  JsonObject object(out);
  object.array("by", keys.families(), append_json_string).number("keys", keys.keys_with_rows());
  object.real("surcharge", keys.surcharge()).end();
}

// The members of the model's description.
void add_model(JsonObject& object, const Model& model, const Knowledge* knowledge = nullptr) {
  std::size_t nodes = 0;
  for (const Tree& tree : model.forest.trees()) nodes += tree.size();
  object.number("format", model_format).array("statuses", model.statuses.names(), append_json_string);
  object.array("features", feature_names, [&, i = std::size_t{0}](std::string& out, std::string_view name) mutable {
    JsonObject feature(out);
    feature.text("name", name);
    if (model.features) feature.real("mean", (*model.features)[i].mean).real("std", (*model.features)[i].deviation);
    feature.end();
    ++i;
  });
  object.number("trees", model.forest.trees().size()).number("nodes", nodes);
  object.number("sample_size", model.forest.sample_size()).real("threshold", model.threshold);
  JsonObject lineage(object.member("lineage"));
  for (const auto& [key, value] : model.lineage) lineage.text(key, value);
  lineage.end();
  model.monitor ? append_monitor(object.member("monitor"), *model.monitor, knowledge)
                : void(object.raw("monitor", "null"));
  if (model.keys) append_keys(object.member("keys"), *model.keys);
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

// Why the numbers that follow are no measure.
std::string caveat(const TrainingReport& report, Language language) {
  if (report.judged_on.empty() || !report.by_rule) return {};
  return std::string(tr(
             language,
             "Its accuracy is how far it agrees with the rule \"denied, failed or reversed\". That is no measure of "
             "quality:\nmost such rows are ordinary. (With that rule, pos-score -p seed, the original project's own "
             "forest at its\n--contamination 0.004 gives its 1,926 alerts in 4,234 rows: 1,918 by the rule alone.)")) +
         "\n";
}

}  // namespace

std::string forest_text(const Model& model, const TrainingReport& report, Language language) {
  std::string out = report.events ? events_text(*report.events) : "";
  if (lineage_value(model, "rows") == "0") return report.judged_on.empty() ? out : out + evaluation_text(report);
  out += "\n" +
         std::string(tr(language,
                        "The forest scores single rows. It decides nothing unless pos-score is told to go by it "
                        "(-p forest, -p seed).")) +
         "\n" + caveat(report, language) + "\n";
  out += fmt::format("forest      {} trees on {} rows each, seed {}\n", model.forest.trees().size(),
                     model.forest.sample_size(), lineage_value(model, "seed"));
  out += fmt::format("threshold   {:.6f} (contamination {}): {} training rows score above it\n\n", model.threshold,
                     lineage_value(model, "contamination"), report.training_alerts);
  out += fmt::format("{:>12} {:>10} {:>9}\n", "feature", "mean", "std");
  for (std::size_t i = 0; model.features && i < feature_count; ++i) {
    out += fmt::format("{:>12} {:>10.3f} {:>9.3f}\n", feature_names[i], (*model.features)[i].mean,
                       (*model.features)[i].deviation);
  }
  return report.judged_on.empty() ? out : out + evaluation_text(report);
}

std::string to_json(const Model& model, const TrainingReport& report) {
  std::string json;
  JsonObject object(json);
  add_model(object, model, report.knowledge ? &*report.knowledge : nullptr);
  object.number("training_alerts", report.training_alerts);
  report.judged_on.empty() ? void(object.raw("evaluation", "null"))
                           : append_evaluation(object.member("evaluation"), report);
  report.events ? append_events(object.member("events"), *report.events) : void(object.raw("events", "null"));
  object.end();
  return json + "\n";
}

std::string describe(const Model& model) {
  std::string json;
  JsonObject object(json);
  add_model(object, model);
  object.end();
  return json + "\n";
}

}  // namespace pos::model
