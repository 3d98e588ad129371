// SPDX-License-Identifier: GPL-2.0-or-later
#include "sample_papers.h"

namespace papersearch::testing {

std::vector<Paper> sample_papers() {
  return {
      {"2504.00001", "Label-Free Reinforcement Learning at Test Time", "2025-04-23",
       {"Yoav Artzi", "Wei Li"}, 57,
       {{"What's New", "정답 없이 강화 학습(Reinforcement Learning; RL)을 하는 방법입니다."},
        {"Technical Details", "여러 답의 다수결을 보상으로 씁니다. GPT-4o와 비교했습니다."},
        {"Performance Highlights", "수학 문제에서 두 배로 좋아졌습니다."}}},
      {"2504.00002", "강화학습으로 배우는 도구 사용", "2025-04-24", {"김철수", "Yoav Goldberg"}, 12,
       {{"What's New", "LLM의 도구 사용을 강화학습으로 가르칩니다."},
        {"Technical Details", "보상 모델(reward model) 없이 규칙만 씁니다."}}},
      {"2503.00003", "Chemistry Agents", "2025-03-02", {"György Buzsáki"}, 8,
       {{"What's New", "화학 실험을 계획하는 에이전트입니다."},
        {"Abstract", "We plan chemistry experiments with language models."}}},
      {"2503.00004", "Reward Models Are Not Enough", "2025-03-15", {"Wei Zhang", "Li Wei"}, std::nullopt,
       {{"Abstract", "A reward model alone misleads reinforcement learning. We study failures."}}},
      {"2502.00005", "Diffusion Transformers for Video", "2025-02-11", {"Jean-Pierre Serre"}, 30,
       {{"What's New", "확산 트랜스포머로 긴 비디오를 만듭니다."},
        {"Performance Highlights", "생성 속도가 2.5배 빠릅니다."}}},
      {"2502.00006", "State Space Models for Audio", "2025-02-20", {"Kyunghyun Cho", "김철수"}, 0,
       {{"", "상태 공간 모델로 음성을 인식한다.\ntext-to-speech에도 쓴다."},
        {"Limitations", "긴 문맥은 다루지 못한다."}}},
      {"2502.00007", "Qwen2.5-Mini: A Small Language Model", "2025-02-28", {"Wei Li"}, 99,
       {{"What's New", "작은 언어모델입니다."}, {"Abstract", "A small language model for phones."}}},
      {"2501.00008", "A Survey of Hallucination", "2025-01-05", {"Ann Other"}, 21,
       {{"What's New", "환각에 관한 조사입니다. 환각은 언어 모델의 문제입니다."}}},
      {"2501.00009", "Unsupervised Segmentation", "2025-01-09", {"Ann Other"}, 3,
       {{"What's New", "비지도 분할 방법입니다."}}},
      {"2501.00010", "Supervised Fine-Tuning Revisited", "2025-01-31", {"Łukasz Kaiser"}, 15,
       {{"What's New", "지도 학습으로 미세 조정을 다시 봅니다."}, {"Abstract", "Fine-tuning, naïve but strong."}}},
      {"2412.00011", "LLaMA Quantized to Two Bits", "2024-12-24", {"Ann Other", "Wei Li"}, 41,
       {{"Technical Details", "가중치를 2비트로 양자화합니다."}}},
      {"cs/0112017", "An Old Paper without a Date", "", {}, std::nullopt, {}},
  };
}

}  // namespace papersearch::testing
