// SPDX-License-Identifier: GPL-2.0-or-later
#include "trend_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <string_view>

#include "layout.h"

namespace papersearch::cli {
namespace {

constexpr std::size_t kMonthColumns = std::string_view("2025-04").size();
constexpr std::size_t kGap = 2;  // before each trend
constexpr std::size_t kShortestBar = 6;
constexpr std::size_t kGoodBar = 12;  // worth more than further numbers
constexpr std::size_t kBarInAPipe = 20;
constexpr std::size_t kSteps = 8;  // of one column of a bar
constexpr std::array<std::string_view, kSteps> kPartOfAColumn = {"",  "▏", "▎", "▍",
                                                                 "▌", "▋", "▊", "▉"};
constexpr Measure kMeasures[] = {Measure::kPapers, Measure::kShare, Measure::kVotes};

std::string number_of(const MonthTally& month, Measure measure) {
  switch (measure) {
    case Measure::kPapers:
      return std::to_string(month.papers);
    case Measure::kShare:
      return share_text(month.papers, month.all_papers);
    case Measure::kVotes:
      return std::to_string(month.votes);
  }
  return {};
}

const char* name_of(Measure measure) {
  switch (measure) {
    case Measure::kPapers:
      return "papers";
    case Measure::kShare:
      return "share";
    case Measure::kVotes:
      return "votes";
  }
  return "";
}

MonthTally sum_of(const Trend& trend) {
  MonthTally out;
  for (const MonthTally& month : trend.months) {
    out.papers += month.papers;
    out.votes += month.votes;
    out.all_papers += month.all_papers;
    out.all_votes += month.all_votes;
  }
  return out;
}

std::string padded(std::string text, std::size_t columns) {
  const std::size_t width = display_width(text);
  return text.append(columns - std::min(columns, width), ' ');
}

// A number of each month, and the columns it takes.
struct NumberColumn {
  Measure measure;
  std::size_t columns;
};

class Chart {
 public:
  Chart(const std::vector<Trend>& trends, Measure measure, const Terminal& terminal)
      : trends_(trends), measure_(measure), layout_(terminal, out_) {
    for (const Trend& trend : trends) {
      for (const MonthTally& month : trend.months)
        greatest_ = std::max(greatest_, value_of(month, measure));
    }
    if (terminal.columns == 0) {
      numbers_ = numbers({std::begin(kMeasures), std::end(kMeasures)});
      side_by_side_ = trends.size();
    } else {
      fit(terminal.columns);
    }
  }

  std::string text() {
    for (std::size_t first = 0; first < trends_.size(); first += side_by_side_) {
      if (first > 0) layout_.blank_line();
      write_block(first, std::min(first + side_by_side_, trends_.size()));
    }
    return std::move(out_);
  }

 private:
  std::vector<NumberColumn> numbers(const std::vector<Measure>& measures) const {
    std::vector<NumberColumn> out;
    for (const Measure measure : measures) {
      std::size_t columns = std::string_view(name_of(measure)).size();
      for (const Trend& trend : trends_) {
        columns = std::max(columns, number_of(sum_of(trend), measure).size());
        for (const MonthTally& month : trend.months)
          columns = std::max(columns, number_of(month, measure).size());
      }
      out.push_back({measure, columns});
    }
    return out;
  }

  std::size_t numbers_width() const {
    std::size_t width = 0;
    for (const NumberColumn& number : numbers_) width += number.columns + 1;
    return width;
  }

  // As many trends side by side as leave room for a bar each, then as many numbers.
  void fit(std::size_t columns) {
    const auto room_for_bar = [&] {
      const std::size_t width = (columns - kMonthColumns) / side_by_side_;
      return width - std::min(width, kGap + numbers_width());
    };
    numbers_ = numbers({measure_});
    side_by_side_ = trends_.size();
    while (side_by_side_ > 1 && room_for_bar() < kShortestBar) --side_by_side_;
    std::vector<Measure> shown(std::begin(kMeasures), std::end(kMeasures));
    for (;; shown.pop_back()) {
      if (shown.size() == 1) shown = {measure_};
      numbers_ = numbers(shown);
      bar_columns_ = room_for_bar();
      const bool tells_measure =
          std::find(shown.begin(), shown.end(), measure_) != shown.end();
      if (shown.size() == 1 || (bar_columns_ >= kGoodBar && tells_measure)) return;
    }
  }

  std::string bar(double value) const {
    if (value <= 0) return {};
    const double longest = static_cast<double>(bar_columns_ * kSteps);
    const auto steps =
        static_cast<std::size_t>(std::max(1.0, std::round(value / greatest_ * longest)));
    std::string out;
    for (std::size_t i = 0; i < steps / kSteps; ++i) out += "█";
    return out.append(kPartOfAColumn[steps % kSteps]);
  }

  void add_numbers(std::vector<Span>& row, const MonthTally& month) const {
    row.push_back({std::string(kGap, ' ')});
    for (const auto& [measure, columns] : numbers_) {
      row.push_back({right_aligned(number_of(month, measure), columns) + " ",
                     measure == measure_ ? Style::kPlain : Style::kFaint});
    }
  }

  void write_block(std::size_t first, std::size_t end) {
    const std::size_t width = numbers_width() + bar_columns_;
    std::vector<Span> labels;
    std::vector<Span> names;
    std::vector<Span> totals;
    for (std::size_t i = first; i < end; ++i) {
      const std::string gap(kGap, ' ');
      labels.push_back(
          {gap + padded(cut(trend_label(trends_[i]), width), width), Style::kTitle});
      std::string heading = gap;
      for (const auto& [measure, columns] : numbers_)
        heading += right_aligned(name_of(measure), columns) + " ";
      names.push_back({padded(heading, kGap + width), Style::kFaint});
      add_numbers(totals, sum_of(trends_[i]));
      totals.push_back({std::string(bar_columns_, ' ')});
    }
    write_row("", std::move(labels));
    write_row("month", std::move(names));
    for (std::size_t m = 0; m < trends_[first].months.size(); ++m) {
      std::vector<Span> row;
      for (std::size_t i = first; i < end; ++i) {
        const MonthTally& month = trends_[i].months[m];
        add_numbers(row, month);
        row.push_back({padded(bar(value_of(month, measure_)), bar_columns_), Style::kBar});
      }
      write_row(trends_[first].months[m].month, std::move(row));
    }
    write_row("total", std::move(totals));
  }

  void write_row(const std::string& label, std::vector<Span> spans) {
    while (!spans.empty()) {
      std::string& last = spans.back().text;
      last.erase(last.find_last_not_of(' ') + 1);
      if (!last.empty()) break;
      spans.pop_back();
    }
    spans.insert(spans.begin(), {padded(label, kMonthColumns), Style::kFaint});
    layout_.paragraph(0, spans);
  }

  const std::vector<Trend>& trends_;
  Measure measure_;
  double greatest_ = 0;  // of measure_, over all months
  std::size_t side_by_side_ = 1;
  std::vector<NumberColumn> numbers_;
  std::size_t bar_columns_ = kBarInAPipe;
  std::string out_;
  Layout layout_;
};

}  // namespace

std::string trends_text(const std::vector<Trend>& trends, Measure measure,
                        const Terminal& terminal) {
  return Chart(trends, measure, terminal).text();
}

std::string trend_label(const Trend& trend) {
  return trend.query.empty() ? "all papers" : trend.query;
}

double value_of(const MonthTally& month, Measure measure) {
  switch (measure) {
    case Measure::kPapers:
      return static_cast<double>(month.papers);
    case Measure::kShare:
      return month.all_papers == 0 ? 0
                                   : static_cast<double>(month.papers) /
                                         static_cast<double>(month.all_papers);
    case Measure::kVotes:
      return static_cast<double>(month.votes);
  }
  return 0;
}

std::string share_text(std::size_t papers, std::size_t all) {
  if (all == 0) return "-";
  std::array<char, 32> text;
  std::snprintf(text.data(), text.size(), "%.1f%%",
                100 * static_cast<double>(papers) / static_cast<double>(all));
  return text.data();
}

}  // namespace papersearch::cli
