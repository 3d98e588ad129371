// SPDX-License-Identifier: GPL-2.0-or-later
// A small archive of five subjects, told in English, in Korean, or in both.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "latent_learning.h"
#include "small_index.h"

namespace papersearch::testing {

struct Subject {
  std::array<std::string_view, 6> english;
  std::array<std::string_view, 6> korean;
};

inline constexpr std::array<Subject, 5> kSubjects = {{
    {{"robot", "gripper", "grasp", "arm", "torque", "joint"},
     {"로봇", "집게", "파지", "관절", "토크", "팔꿈치"}},
    {{"protein", "enzyme", "molecule", "drug", "peptide", "antibody"},
     {"단백질", "효소", "분자", "신약", "펩타이드", "항체"}},
    {{"speech", "voice", "pronunciation", "speaker", "phoneme", "microphone"},
     {"음성", "목소리", "발음", "화자", "음소", "마이크"}},
    {{"weather", "rain", "storm", "climate", "humidity", "wind"},
     {"날씨", "강수", "폭풍", "기후", "습도", "바람"}},
    {{"painting", "brush", "museum", "artist", "sculpture", "canvas"},
     {"그림", "붓", "박물관", "화가", "조각상", "캔버스"}},
}};

enum class Told { kEnglish, kKorean, kBoth };

// Four of the six words of a subject, which ones by `number`, within sentences that say
// nothing else.
inline Paper paper_about(std::size_t subject, std::size_t number, Told told) {
  std::string english, korean;
  for (std::size_t i = 0; i < 4; ++i) {
    const std::size_t word = (number + i) % 6;
    english += std::string(kSubjects[subject].english[word]) + " ";
    korean += std::string(kSubjects[subject].korean[word]) + " ";
  }
  english +=
      "is what we do in this, and how that was done by them: not only for it, but as of "
      "now.";
  korean +=
      "연구 결과 방법 제안 실험 성능 문제 해결 데이터 분석 평가 기준 과정 사용 환경 목표 "
      "시간 사람";
  std::string digits = std::to_string(10'000 + subject * 100 + number);
  Paper paper;
  paper.id = "2504." + digits;
  paper.title = "Paper " + digits;
  if (told != Told::kKorean) paper.sections.push_back({"Abstract", english});
  if (told != Told::kEnglish) paper.sections.push_back({"What's New", korean});
  return paper;
}

// Of each subject eight papers told in both languages (numbers 0 to 7), three in English
// (10 to 12) and three in Korean (20 to 22).
inline std::vector<Paper> two_language_archive() {
  std::vector<Paper> out;
  for (std::size_t subject = 0; subject < kSubjects.size(); ++subject) {
    for (std::size_t i = 0; i < 8; ++i) out.push_back(paper_about(subject, i, Told::kBoth));
    for (std::size_t i = 10; i < 13; ++i)
      out.push_back(paper_about(subject, i, Told::kEnglish));
    for (std::size_t i = 20; i < 23; ++i)
      out.push_back(paper_about(subject, i, Told::kKorean));
  }
  return out;
}

// The documents of `papers`, in this order, on disk, for Xapian's databases in memory do
// not list their metadata; with a latent space if so wanted.
class LatentIndex {
 public:
  explicit LatentIndex(const std::vector<Paper>& papers, bool learn = true)
      : database_(folder_ / "database", Xapian::DB_CREATE) {
    DocumentBuilder builder;
    for (const Paper& paper : papers) database_.add_document(builder.build(paper));
    if (learn) learn_latent_basis(database_);
    database_.commit();
  }

  Xapian::WritableDatabase& database() { return database_; }

 private:
  TempDir folder_;
  Xapian::WritableDatabase database_;
};

}  // namespace papersearch::testing
