// SPDX-License-Identifier: GPL-2.0-or-later
// An index whose stub, metadata or version file is damaged: an error with advice, or an
// answer. Its tables are not: of damaged ones Xapian itself reads outside of its blocks.
//
// The first line of an input says what is damaged; what follows, how:
//
//     stub                     the whole stub
//     metadata KEY             the value
//     version                  the bytes to put into the version file: one of the offset,
//                              one of the value
#include <filesystem>
#include <fstream>
#include <string>

#include "check.h"
#include "index_directory.h"
#include "lib/sample_papers.h"
#include "lib/small_index.h"

namespace papersearch::fuzz {
namespace {

namespace fs = std::filesystem;

// A good index, and a copy to damage.
class Patient {
 public:
  Patient() {
    testing::write_index(good(), testing::sample_papers());
    generation_ = testing::require(current_generation(good()));
    fs::copy(good(), path(), fs::copy_options::recursive);
  }

  std::string path() const { return folder_ / "damaged"; }
  std::string stub() const { return path() + "/XAPIANDB"; }
  std::string database() const { return path() + "/" + generation_; }

  void heal() const {
    fs::remove_all(path());
    fs::copy(good(), path(), fs::copy_options::recursive);
  }

 private:
  std::string good() const { return folder_ / "good"; }

  testing::TempDir folder_;
  std::string generation_;
};

void damage_metadata(const Patient& patient, std::string_view key, std::string_view value) {
  if (key.empty() || key.size() > 200) return;
  Xapian::WritableDatabase database(patient.database(),
                                    Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
  database.set_metadata(std::string(key), std::string(value));
}

void damage_version(const Patient& patient, std::string_view bytes) {
  const std::string path = patient.database() + "/iamglass";
  const std::uintmax_t size = fs::file_size(path);
  std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
  for (; bytes.size() >= 2; bytes.remove_prefix(2)) {
    const std::uintmax_t at = static_cast<unsigned char>(bytes[0]) % size;
    file.seekp(static_cast<std::streamoff>(at));
    file.put(bytes[1]);
  }
}

void damage(const Patient& patient, std::string_view input) {
  const std::string_view what = take_line(input);
  if (what == "stub") {
    std::ofstream(patient.stub(), std::ios::binary) << input;
  } else if (what.rfind("metadata ", 0) == 0) {
    damage_metadata(patient, what.substr(9), input);
  } else if (what == "version") {
    damage_version(patient, input);
  }
}

template <class T>
void check_outcome(const Result<T>& result) {
  if (result) return;
  const ErrorCode code = result.error().code();
  check(code == ErrorCode::kIndexCorrupt || code == ErrorCode::kIndexVersion ||
            code == ErrorCode::kNotFound,
        std::string(error_code_name(code)) + ": " + result.error().message());
}

void use(Searcher& searcher) {
  SearchOptions options;
  options.facets = true;
  options.explain = true;
  for (const char* query : {"강화학습 model", "\"reward model\"", "mo* author:kim",
                            "date:2025", "reinforcement learninng"}) {
    check_outcome(searcher.search(query, options));
  }
  check_outcome(searcher.suggest("re"));
  check_outcome(searcher.glossary("강화학습"));
  check_outcome(searcher.find(testing::sample_papers().front().id));
  check_outcome(searcher.similar(testing::sample_papers().front().id));
  check_outcome(searcher.statistics());
}

}  // namespace
}  // namespace papersearch::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace papersearch;
  static const fuzz::Patient patient;
  fuzz::damage(patient, fuzz::text_of(data, size));
  {
    Result<Searcher> searcher = Searcher::open(patient.path());
    fuzz::check_outcome(searcher);
    if (searcher) fuzz::use(*searcher);
  }
  patient.heal();
  return 0;
}
