// SPDX-License-Identifier: MIT
// Payments minute by minute through a Monitor and Where, for tests.
#pragma once

#include <array>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "model/where/where.hpp"
#include "unit/model/monitor/shop.hpp"
#include "unit/model/where/payments.hpp"

namespace pos::model::test {

// Rows of the place: so many times as much comes of them.
struct PaymentFlow {
  PaymentPlace place{-1, -1, -1, -1};
  double factor = 1.0;  // up to 1
};

class PaymentFeed {
 public:
  // Of a minute; it outlives the feed.
  struct Told {
    std::string status;
    bool alert = false;
    std::string where;
    bool operator==(const Told&) const = default;
  };

  explicit PaymentFeed(std::uint64_t seed, double payments = 100.0)
      : payments_(payments),
        world_(seed),
        noise_(seed),
        approved_(monitor_.intern("approved")),
        denied_(monitor_.intern("denied")) {}

  // Draws a minute, and steps the monitor.
  void draw(const PaymentIncident& incident, const PaymentFlow& flow = {}, Extent extent = Extent::whole) {
    texts_.clear();
    rows_.clear();
    std::array<StatusCount, 2> counts{{{approved_, 0}, {denied_, 0}}};
    for (std::uint64_t left = noise_.poisson(payments_); left > 0; --left) {
      const Payment payment = world_.draw(incident);
      const bool everywhere = flow.place == PaymentPlace{-1, -1, -1, -1};
      if ((everywhere || Payments::lies_in(payment.values, flow.place)) && world_.uniform() >= flow.factor) continue;
      auto& texts = texts_.emplace_back();
      for (std::size_t c = 0; c < payment_columns; ++c) texts[c] = world_.text(c, payment.values[c]);
      rows_.push_back(payment.denied ? denied_ : approved_);
      ++counts[payment.denied ? 1 : 0].count;
    }
    std::vector<StatusCount> came;
    for (const StatusCount& count : counts) {
      if (count.count > 0) came.push_back(count);
    }
    verdicts_ = monitor_.step(minute_++, came, Report::rows, extent);
  }

  // The minute that was drawn.
  std::vector<Told> step(Where& where) {
    std::vector<Leaf> leaves;
    for (std::size_t k = 0; k < rows_.size(); ++k) leaves.push_back({texts_[k], rows_[k], 1});
    std::vector<Verdict> verdicts(verdicts_.begin(), verdicts_.end());
    where.step(monitor_, leaves, verdicts);
    std::vector<Told> told;
    for (Verdict& v : verdicts) told.push_back({std::string(v.status), v.alert, std::move(v.where)});
    return told;
  }

  // What is named for a status within so many minutes, in order.
  std::vector<std::string> run(Where& where, int minutes, std::string_view status, const PaymentIncident& incident = {},
                               const PaymentFlow& flow = {}) {
    std::vector<std::string> texts;
    for (int i = 0; i < minutes; ++i) {
      draw(incident, flow);
      for (Told& told : step(where)) {
        if (told.status == status && !told.where.empty()) texts.push_back(std::move(told.where));
      }
    }
    return texts;
  }

  Monitor& monitor() { return monitor_; }
  Payments& world() { return world_; }

 private:
  double payments_;
  Payments world_;
  Noise noise_;
  Monitor monitor_;
  StatusId approved_;
  StatusId denied_;
  std::int64_t minute_ = monday * minutes_per_day;
  std::vector<std::array<std::string_view, payment_columns>> texts_;
  std::vector<StatusId> rows_;
  std::span<Verdict> verdicts_;
};

// The state as a history keeps it.
class KeptPieces {
 public:
  void change(const std::vector<pos::StatePiece>& pieces) {
    for (const pos::StatePiece& piece : pieces) {
      if (piece.text) {
        pieces_[piece.name] = *piece.text;
      } else {
        pieces_.erase(piece.name);
      }
    }
  }
  [[nodiscard]] std::vector<pos::StatePiece> all() const {
    std::vector<pos::StatePiece> all;
    for (const auto& [name, text] : pieces_) all.push_back({name, text});
    return all;
  }

 private:
  std::map<std::string, std::string> pieces_;
};

}  // namespace pos::model::test
