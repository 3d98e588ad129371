// SPDX-License-Identifier: GPL-2.0-or-later
#include "trend_svg.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

#include "layout.h"
#include "papersearch/text.h"
#include "trend_text.h"

namespace papersearch::cli {
namespace {

// In the units of the image.
constexpr double kWidth = 1280;
constexpr double kHeight = 720;
constexpr double kLeft = 90;
constexpr double kRight = kWidth - 50;
constexpr double kFirstPanel = 130;
constexpr double kPanelHeight = 140;
constexpr double kPanelDistance = 190;
constexpr std::size_t kLegendsInARow = 4;
constexpr double kLegendWidth = (kRight - kLeft) / kLegendsInARow;
constexpr std::size_t kLegendColumns = 22;  // of a terminal; some 10 units each
constexpr std::size_t kMostMonthLabels = 14;
constexpr std::size_t kMostMarkedMonths = 72;
constexpr double kTicks = 3;

// Told apart by people who see no red or no green too (Okabe and Ito 2008).
constexpr std::array<std::string_view, 8> kColors = {
    "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#000000", "#56b4e9", "#e69f00", "#8c6d31"};

// Not by printf: it would take the point of the locale.
std::string number(double value, int decimals = 1) {
  std::array<char, 64> text;
  const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), value,
                                          std::chars_format::fixed, decimals);
  return error == std::errc() ? std::string(text.data(), end) : "0";
}

// For the content of an element. What XML allows nowhere is left out.
std::string escaped(const std::string& text) {
  const std::string clean = printable(text);
  std::string out;
  for (const std::string_view grapheme : graphemes(clean)) {
    if (grapheme == "&") {
      out += "&amp;";
    } else if (grapheme == "<") {
      out += "&lt;";
    } else if (grapheme == ">") {
      out += "&gt;";
    } else if (grapheme.find("\uFFFE") == std::string_view::npos &&
               grapheme.find("\uFFFF") == std::string_view::npos) {
      out += grapheme;
    }
  }
  return out;
}

struct Panel {
  Measure measure;
  const char* title;
};
constexpr std::array<Panel, 3> kPanels = {{{Measure::kPapers, "Papers"},
                                           {Measure::kShare, "Share of all papers, %"},
                                           {Measure::kVotes, "Votes"}}};

// 1, 2 or 5 times a power of ten, at least `least`.
double round_step(double least) {
  const double power = std::pow(10, std::floor(std::log10(least)));
  for (const double step : {1.0, 2.0, 5.0}) {
    if (step * power >= least) return step * power;
  }
  return 10 * power;
}

class Image {
 public:
  explicit Image(const std::vector<Trend>& trends) : trends_(trends) {}

  std::string text() {
    out_ =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1280 720\" "
        "width=\"1280\" height=\"720\" role=\"img\" font-family=\"'Noto Sans', "
        "'Noto Sans KR', 'Noto Sans CJK KR', sans-serif\">\n";
    std::string labels;
    for (const Trend& trend : trends_)
      labels += (labels.empty() ? "" : ", ") + trend_label(trend);
    out_ += "<title>" + escaped("Papers by month: " + labels) + "</title>\n";
    out_ += "<rect width=\"1280\" height=\"720\" fill=\"#ffffff\"/>\n";
    for (std::size_t i = 0; i < trends_.size(); ++i) add_legend(i);
    double top = kFirstPanel;
    for (const Panel& panel : kPanels) {
      add_panel(panel, top);
      top += kPanelDistance;
    }
    add_months(top - kPanelDistance + kPanelHeight + 24);
    return std::move(out_) + "</svg>\n";
  }

 private:
  void add_text(double x, double y, int size, const char* anchor, const char* color,
                const std::string& text) {
    out_ += "<text x=\"" + number(x) + "\" y=\"" + number(y) + "\" font-size=\"" +
            std::to_string(size) + "\" text-anchor=\"" + anchor + "\" fill=\"" + color +
            "\">" + escaped(text) + "</text>\n";
  }

  void add_line(double x1, double y1, double x2, double y2, std::string_view color,
                int width) {
    out_ += "<line x1=\"" + number(x1) + "\" y1=\"" + number(y1) + "\" x2=\"" + number(x2) +
            "\" y2=\"" + number(y2) + "\" stroke=\"" + std::string(color) +
            "\" stroke-width=\"" + std::to_string(width) + "\"/>\n";
  }

  // The query beside its colour, with all its papers.
  void add_legend(std::size_t i) {
    const Trend& trend = trends_[i];
    const double x = kLeft + kLegendWidth * static_cast<double>(i % kLegendsInARow);
    const double y = 40 + 34 * static_cast<double>(i / kLegendsInARow);
    add_line(x, y - 7, x + 30, y - 7, kColors[i % kColors.size()], 5);
    const std::string count = " (" + std::to_string(trend.papers) + ")";
    add_text(x + 40, y, 20, "start", "#222222",
             cut(trend_label(trend), kLegendColumns - count.size()) + count);
  }

  double greatest(Measure measure) const {
    double out = 0;
    for (const Trend& trend : trends_) {
      for (const MonthTally& month : trend.months)
        out = std::max(out, value(month, measure));
    }
    return out;
  }

  static double value(const MonthTally& month, Measure measure) {
    return value_of(month, measure) * (measure == Measure::kShare ? 100 : 1);
  }

  // Of the middle of a month.
  double x_of(std::size_t month) const {
    const auto months = static_cast<double>(trends_.front().months.size());
    return kLeft + (kRight - kLeft) * (static_cast<double>(month) + 0.5) / months;
  }

  void add_panel(const Panel& panel, double top) {
    const double most = greatest(panel.measure);
    // There are no half papers; of a share there are tenths.
    const double finest = panel.measure == Measure::kShare ? 0.1 : 1;
    const double step = round_step(std::max(finest, most / kTicks));
    const double scale = kPanelHeight / (step * std::max(1.0, std::ceil(most / step)));
    const double bottom = top + kPanelHeight;
    add_text(kLeft, top - 14, 16, "start", "#222222", panel.title);
    for (double tick = 0; tick * scale <= kPanelHeight + 0.5; tick += step) {
      const double y = bottom - tick * scale;
      add_line(kLeft, y, kRight, y, tick == 0 ? "#666666" : "#dddddd", 1);
      add_text(kLeft - 10, y + 5, 14, "end", "#555555", number(tick, step < 1 ? 1 : 0));
    }
    for (std::size_t i = 0; i < trends_.size(); ++i)
      add_curve(trends_[i], panel.measure, kColors[i % kColors.size()], bottom, scale);
  }

  void add_curve(const Trend& trend, Measure measure, std::string_view color, double bottom,
                 double scale) {
    std::string points;
    std::string marks;
    for (std::size_t i = 0; i < trend.months.size(); ++i) {
      const std::string x = number(x_of(i));
      const std::string y = number(bottom - value(trend.months[i], measure) * scale);
      points += (points.empty() ? "" : " ") + x + "," + y;
      marks += "<circle cx=\"" + x + "\" cy=\"" + y + "\" r=\"3.5\"/>";
    }
    out_ += "<polyline points=\"" + points + "\" fill=\"none\" stroke=\"" +
            std::string(color) + "\" stroke-width=\"2.5\" stroke-linejoin=\"round\"/>\n";
    if (trend.months.size() <= kMostMarkedMonths)
      out_ += "<g fill=\"" + std::string(color) + "\">" + marks + "</g>\n";
  }

  void add_months(double y) {
    const std::vector<MonthTally>& months = trends_.front().months;
    const std::size_t step = (months.size() + kMostMonthLabels - 1) / kMostMonthLabels;
    for (std::size_t i = 0; i < months.size(); i += step)
      add_text(x_of(i), y, 14, "middle", "#555555", months[i].month);
  }

  const std::vector<Trend>& trends_;
  std::string out_;
};

}  // namespace

std::string trends_svg(const std::vector<Trend>& trends) { return Image(trends).text(); }

}  // namespace papersearch::cli
