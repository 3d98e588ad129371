// SPDX-License-Identifier: GPL-2.0-or-later
// Input that cannot be used is named on standard error, and in the summary, and costs
// nothing but itself. Black box.
#pragma once

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "index_run.h"

namespace papersearch::testing {

inline const std::vector<std::string> kGood = {"2504.00001", "2504.00002"};

// Papers that tests add.
inline const std::string kFive = heading("Five", "2504.00005");
inline const std::string kSix = heading("Six", "2504.00006");

// A folder with an archive that holds kGood, before and behind what a test puts there.
class BadInputTest : public ::testing::Test {
 protected:
  BadInputTest() {
    folder_.write("archive/0.md", heading("First", kGood[0]));
    folder_.write("archive/9.json", "[" + feed_entry(kGood[1]) + "]");
  }

  std::string archive() const { return folder_ / "archive"; }
  std::string db() const { return folder_ / "index"; }

  // The archive is indexed, all but `file`, of which `line` (null: the file as a whole)
  // is complained for `reason`.
  void expect_complaint(const ProcessResult& result, const std::string& file,
                        const nlohmann::json& line, const std::string& reason) const {
    EXPECT_EQ(result.status, 1);
    const std::string place = line.is_null() ? file : file + ":" + line.dump();
    EXPECT_THAT(result.err, ::testing::HasSubstr("papersearch-index: warning: " + place +
                                                 ": " + reason));
    EXPECT_THAT(result.err, ::testing::HasSubstr("; skipped\n"));
    const nlohmann::json summary = summary_of(result);
    ASSERT_TRUE(summary.is_object()) << result.out;
    ASSERT_EQ(summary["skipped"].size(), 1) << summary;
    EXPECT_EQ(summary["skipped"][0]["file"], file);
    EXPECT_EQ(summary["skipped"][0]["line"], line);
    EXPECT_THAT(summary["skipped"][0]["reason"].get<std::string>(),
                ::testing::HasSubstr(reason));
    EXPECT_THAT(held(db(), kGood), ::testing::ElementsAreArray(kGood));
  }

  TempDir folder_;
};

}  // namespace papersearch::testing
