// SPDX-License-Identifier: GPL-2.0-or-later
#include "sample_index.h"

#include <stdexcept>

#include "papersearch/index_writer.h"

namespace papersearch::testing {

TempDir* CliTest::dir_ = nullptr;

std::vector<Paper> sample_papers() {
  return {
      {"2504.00001",
       "Reward Models for Language Agents",
       "2025-04-10",
       {"Mina Kang", "Jo Baker", "Ravi Menon", "Lea Sommer", "Tom Okafor", "Yuki Arai"},
       57,
       {{"What's New",
         "언어 에이전트를 위한 보상 모델을 강화학습으로 배우는 방법을 내놓았습니다. "
         "사람이 매긴 점수는 쓰지 않습니다."},
        {"Technical Details",
         "LLM은 여러 답을 쓰고 보상 모델이 하나를 고릅니다.\n"
         "두 단계가 번갈아 반복됩니다."},
        {"Performance Highlights", "세 벤치마크에서 12% 올랐습니다."}}},
      {"2503.00002",
       "Planning with Small Worlds",
       "2025-03-05",
       {"Jo Baker", "Nils Berg"},
       12,
       {{"What's New", "작은 세계 모델 안에서 강화 학습으로 계획을 세웁니다."},
        {"Technical Details", "A planner looks ahead in a small world model."}}},
      {"2502.00003",
       "A Survey of LLM Agents",
       "2025-02-01",
       {"Ana Ruiz"},
       std::nullopt,
       {{"What's New", "LLM 에이전트 연구를 한데 모아 정리한 서베이입니다."}}},
      {"2401.00004",
       "State Space Models Count to Ten",
       "2024-01-15",
       {},
       5,
       {{"", "이름 없는 항목에 적힌 상태공간모델 이야기입니다."},
        {"Limitations", "Counting beyond ten fails without a scratchpad."}}},
      {"2405.00005",
       "Reading Labels of Molecules",
       "",
       {"Bo Lindqvist"},
       0,
       {{"What's New", "화학 구조식을 읽어 분자의 성질을 예측합니다."}}},
      {"2410.00006",
       "Compressing Prompts",
       "2024-10-20",
       {"Ana Ruiz", "György Kovács"},
       1,
       {{"Abstract",
         "Long prompts are compressed into a few learned tokens. The tokens carry "
         "what a language model needs. Nothing else is kept."}}},
      {"2411.00007",
       "넓은 제목 🚀 과 좁은 title 이 섞인 "
       "아주아주아주아주아주아주아주아주아주아주아주아주긴논문",
       "2024-11-30",
       {"김하늘"},
       33,
       {{"What's New",
         "제목과 요약이 모두 넓은 글자로 쓰인 논문입니다. 그래서 화면의 너비를 넘지 "
         "않는지 살펴보기에 알맞습니다. 띄어쓰기없이길게이어진낱말도하나들어있어서"
         "줄을바꾸기어렵습니다그래도글자가운데를자르면안됩니다."}}},
  };
}

void write_index(const std::string& path, const std::vector<Paper>& papers) {
  auto writer = IndexWriter::open(path);
  if (!writer) throw std::runtime_error(writer.error().message());
  for (const Paper& paper : papers) {
    if (auto added = writer->add(paper); !added)
      throw std::runtime_error(added.error().message());
  }
  if (auto report = writer->commit(); !report)
    throw std::runtime_error(report.error().message());
}

std::string without_colors(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.compare(i, 4, "\x1b]8;") == 0) {
      i = text.find("\x1b\\", i + 1) + 1;
      continue;
    }
    std::size_t end = i;
    if (text.compare(i, 2, "\x1b[") == 0)
      end = text.find_first_not_of("0123456789;", i + 2);
    if (end > i && end < text.size() && text[end] == 'm') {
      i = end;
    } else {
      out += text[i];
    }
  }
  return out;
}

void CliTest::SetUpTestSuite() {
  dir_ = new TempDir;
  write_index(db(), sample_papers());
}

void CliTest::TearDownTestSuite() {
  delete dir_;
  dir_ = nullptr;
}

ProcessResult CliTest::papersearch(const Arguments& arguments, ProcessOptions options) {
  Arguments argv = {papersearch_program()};
  argv.insert(argv.end(), arguments.begin(), arguments.end());
  options.environment.emplace("PAPERSEARCH_DB", db());
  return run(argv, options);
}

Json CliTest::json_of(const Arguments& arguments) {
  const ProcessResult result = papersearch(arguments);
  EXPECT_EQ(result.err, "");
  return Json::parse(result.out);
}

std::vector<std::string> CliTest::ids_of(const Arguments& arguments) {
  Arguments all = {"search", "--json"};
  all.insert(all.end(), arguments.begin(), arguments.end());
  std::vector<std::string> out;
  const Json json = json_of(all);
  for (const Json& hit : json["hits"]) out.push_back(hit["id"]);
  return out;
}

}  // namespace papersearch::testing
