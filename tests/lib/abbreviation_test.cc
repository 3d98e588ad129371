// SPDX-License-Identifier: GPL-2.0-or-later
#include "abbreviation.h"

#include <gtest/gtest.h>

#include <ostream>

#include "row_name.h"

namespace papersearch {
namespace {

TEST(AbbreviationOfTest, TakesThePluralOff) {
  EXPECT_EQ(abbreviation_of("RL"), "RL");
  EXPECT_EQ(abbreviation_of("LLMs"), "LLM");
  EXPECT_EQ(abbreviation_of("MoEs"), "MoE");
  EXPECT_EQ(abbreviation_of("T2I"), "T2I");
  EXPECT_EQ(abbreviation_of("VQ-VAE"), "VQ-VAE");
}

TEST(AbbreviationOfTest, NeedsTwoCapitalsAndFewLetters) {
  for (const char* text : {"", "R", "Rl", "learning", "Learning", "2024", "R L", "RL!",
                           "강화", "REINFORCEMENT", "A(B)"}) {
    EXPECT_EQ(abbreviation_of(text), "") << text;
  }
}

struct Abbreviation {
  const char* name;
  const char* abbreviation;
  std::vector<std::string> words;
  int cost;  // -1 for none
};
void PrintTo(const Abbreviation& row, std::ostream* out) { *out << row.abbreviation; }

class AbbreviationTest : public ::testing::TestWithParam<Abbreviation> {};

TEST_P(AbbreviationTest, Costs) {
  const auto cost = abbreviation_cost(GetParam().abbreviation, GetParam().words);
  EXPECT_EQ(cost ? static_cast<int>(*cost) : -1, GetParam().cost);
}

INSTANTIATE_TEST_SUITE_P(
    Words, AbbreviationTest,
    ::testing::Values(
        Abbreviation{"Initials", "RL", {"reinforcement", "learning"}, 0},
        Abbreviation{"FunctionWord",
                     "RLHF",
                     {"reinforcement", "learning", "from", "human", "feedback"},
                     0},
        Abbreviation{"FunctionWordUsed", "OOD", {"out", "of", "distribution"}, 0},
        Abbreviation{"Inside", "LoRA", {"low", "rank", "adaptation"}, 1},
        Abbreviation{
            "Unused", "CLIP", {"contrastive", "language", "image", "pre", "training"}, 1},
        Abbreviation{
            "Hyphen", "VQ-VAE", {"vector", "quantized", "variational", "autoencoder"}, 1},
        Abbreviation{
            "OtherFirstLetter", "XAI", {"explainable", "artificial", "intelligence"}, -1},
        Abbreviation{"MissingLetter", "GAN", {"graph", "model"}, -1},
        Abbreviation{"OneWord", "TF", {"transformer"}, -1},
        Abbreviation{"OneLetter", "T", {"text", "model"}, -1},
        Abbreviation{"Empty", "", {"text", "model"}, -1},
        Abbreviation{"NoWords", "RL", {}, -1}),
    testing::row_name<Abbreviation>);

}  // namespace
}  // namespace papersearch
