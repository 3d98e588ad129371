// SPDX-License-Identifier: GPL-2.0-or-later
// What papersearch export prints gives the same index again.
#include <gmock/gmock.h>

#include "index_dump.h"
#include "index_run.h"

namespace papersearch::testing {
namespace {

std::string exported(const std::string& db, const std::string& format = "jsonl") {
  const ProcessResult result =
      run({papersearch_program(), "export", "--db", db, "--format", format});
  EXPECT_EQ(result.status, 0) << result.err;
  return result.out;
}

// Indexes `text` as the file `name`, whole.
void index(const std::string& db, const TempDir& folder, const std::string& name,
           const std::string& text) {
  const ProcessResult result = run_index(db, {folder.write(name, text)});
  EXPECT_EQ(result.status, 0) << result.err;
}

// Papers of two files each, with sections of both.
TEST(ExportTest, TheSampleDataGivesTheSameIndexAgain) {
  const TempDir folder;
  const std::string data = source_dir() + "/data/";
  ASSERT_EQ(run_index(folder / "one", {data + "digests", data + "feed"}).status, 0);
  const std::string text = exported(folder / "one");
  index(folder / "two", folder, "papers.jsonl", text);
  EXPECT_EQ(difference(dump_papers(folder / "one"), dump_papers(folder / "two")), "");
  EXPECT_EQ(exported(folder / "two"), text);

  // From files of one name and content everything is the same.
  index(folder / "three", folder, "papers.jsonl", exported(folder / "two"));
  EXPECT_EQ(difference(dump_index(folder / "two"), dump_index(folder / "three")), "");
}

TEST(ExportTest, WhatIsUnusualComesBack) {
  const TempDir folder;
  index(folder / "one", folder, "in.jsonl",
        R"({"id": "2504.00001", "title": " \"A\"\ttitle\u2028 \\n", "authors": ["김, 하늘"],
            "sections": [{"name": "", "text": ""}, {"name": "\u202e", "text": "a\n\n b \u001b"},
                         {"name": "Abstract", "text": "x"}]}
{"id": "cs/0112017", "title": "Old", "date": "2024-02-29", "votes": 9223372036854775807}
)");
  const std::string text = exported(folder / "one");
  index(folder / "two", folder, "out.jsonl", text);
  EXPECT_EQ(difference(dump_papers(folder / "one"), dump_papers(folder / "two")), "");
  EXPECT_EQ(exported(folder / "two"), text);
}

TEST(ExportTest, ADigestGivesTheSameIndexAgain) {
  const TempDir folder;
  const std::string data = source_dir() + "/data/";
  ASSERT_EQ(run_index(folder / "one", {data + "digests", data + "feed"}).status, 0);
  index(folder / "two", folder, "papers.md", exported(folder / "one", "markdown"));
  EXPECT_EQ(difference(dump_papers(folder / "one"), dump_papers(folder / "two")), "");
}

}  // namespace
}  // namespace papersearch::testing
