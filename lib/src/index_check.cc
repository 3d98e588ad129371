// SPDX-License-Identifier: GPL-2.0-or-later
#include "papersearch/index_check.h"

#include <xapian.h>

#include <exception>
#include <fstream>
#include <iterator>
#include <new>
#include <optional>
#include <sstream>
#include <string_view>
#include <utility>

#include "document_check.h"
#include "generation.h"
#include "glossary_index.h"
#include "index_directory.h"
#include "index_metadata.h"
#include "latent_basis.h"
#include "schema.h"
#include "set_hash.h"
#include "shards.h"
#include "surface_forms.h"
#include "xapian_error.h"

namespace papersearch {
namespace {

constexpr std::size_t kMaxListed = 100;
// A writer that never rests is waited for no longer.
constexpr int kMaxTries = 3;

bool starts_with(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

class Checker {
 public:
  explicit Checker(IndexCheck& out) : out_(out) {}

  void add(const std::string& problem) {
    if (out_.problem_count++ < kMaxListed) out_.problems.push_back(where_ + problem);
  }

  // `texts` has the whole records.
  void check(const Xapian::Database& database, DocumentLayout layout,
             const Xapian::Database& texts) {
    attempt("the papers", [&] { out_.papers = check_documents(database, layout, texts); });
    attempt("the glossary", [&] {
      if (!is_learned_glossary_sound(database))
        add("the learned glossary is not that of the papers");
    });
    attempt("the latent space", [&] {
      if (!is_latent_basis_sound(database)) add("the latent space is damaged");
    });
  }

  void check_shard(const std::string& path, const std::string& name) {
    where_ = name + ": ";
    attempt("the shard", [&] {
      const Xapian::Database database(path);
      check_documents(database, DocumentLayout::kShard, database);
    });
    check_files(path);
    where_.clear();
  }

  // What Xapian knows of its files.
  void check_files(const std::string& folder) {
    std::ostringstream report;
    std::size_t errors = 0;
    attempt("the files", [&] { errors = Xapian::Database::check(folder, 0, &report); });
    if (errors == 0) return;
    std::istringstream lines(report.str());
    std::string table;
    std::size_t told = 0;
    for (std::string line; std::getline(lines, line);) {
      if (line.empty() || line.find("checked OK") != std::string::npos ||
          starts_with(line, "Lazily created"))
        continue;
      if (line.back() == ':' && line.find(' ') == std::string::npos) {
        table = line + " ";
        continue;
      }
      add(table + line);
      ++told;
    }
    if (told == 0) add("the structure of the files is wrong in Xapian's eyes");
  }

 private:
  // Damage shows as an exception of Xapian, or of the library where a length is wrong.
  template <class F>
  void attempt(const std::string& what, F&& f) {
    try {
      f();
    } catch (const Xapian::Error& error) {
      add(what + " cannot be read: " + error.get_msg());
    } catch (const std::bad_alloc&) {
      throw;
    } catch (const std::exception& error) {
      add(what + " cannot be read: " + error.what());
    }
  }

  // How many there are.
  std::size_t check_documents(const Xapian::Database& database, DocumentLayout layout,
                              const Xapian::Database& texts) {
    DocumentCheck documents(database, layout, texts,
                            [&](const std::string& problem) { add(problem); });
    Xapian::docid last = 0;
    std::size_t papers = 0;
    for (auto it = database.postlist_begin(""); it != database.postlist_end(""); ++it) {
      if (*it <= last) {
        add("the list of the papers runs backwards");
        break;
      }
      last = *it;
      ++papers;
      attempt("document " + std::to_string(last), [&] { documents.check(last); });
    }
    attempt("the statistics", [&] {
      if (database.get_doccount() != papers || database.get_lastdocid() < last)
        add("the number of papers is wrong");
      if (layout != DocumentLayout::kShard && documents.all_records_sound() &&
          metadata_number(database, kSectionCountKey) != documents.sections())
        add("the number of sections is wrong");
      check_statistics(database, documents);
    });
    if (layout != DocumentLayout::kShard && documents.all_records_sound()) {
      attempt("the words as written",
              [&] { check_surface_forms(database, documents.surface_forms()); });
    }
    attempt("the postings", [&] { check_postings(database, documents.postings()); });
    return papers;
  }

  void check_statistics(const Xapian::Database& database, const DocumentCheck& documents) {
    if (static_cast<double>(database.get_total_length()) != documents.total_length())
      add("the length of all papers together is wrong");
    // Xapian keeps bounds: papers that are gone may leave them wider than need be.
    if (database.get_doclength_lower_bound() > documents.shortest() ||
        database.get_doclength_upper_bound() < documents.longest())
      add("the bounds of the papers' lengths are wrong");
    for (unsigned slot = 0; slot < kSlots; ++slot) {
      const SlotFacts& facts = documents.slots()[slot];
      if (database.get_value_freq(slot) != facts.papers ||
          database.get_value_lower_bound(slot) > facts.lowest ||
          database.get_value_upper_bound(slot) < facts.highest)
        add("the statistics of value slot " + std::to_string(slot) + " are wrong");
    }
  }

  void check_surface_forms(const Xapian::Database& database, std::uint64_t expected) {
    SetHash forms;
    SurfaceForms(database).walk("", "",
                                [&](std::string_view word, Xapian::doccount frequency) {
                                  forms.add(word, frequency);
                                  return true;
                                });
    if (forms.value() != expected) add("the words as written are not those of the papers");
  }

  // All terms of all papers once more, from the other side.
  void check_postings(const Xapian::Database& database, std::uint64_t expected) {
    SetHash postings;
    std::string before;
    for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
      if (*term <= before) {
        add("the list of the terms runs backwards");
        return;
      }
      before = *term;
      if (!check_posting_list(database, *term, term.get_termfreq(), postings)) {
        add("the postings of term \"" + *term + "\" are damaged");
        return;
      }
    }
    if (postings.value() != expected) add("the postings are not those of the papers");
  }

  static bool check_posting_list(const Xapian::Database& database, const std::string& term,
                                 Xapian::doccount frequency, SetHash& postings) {
    Xapian::docid last = 0;
    Xapian::doccount papers = 0;
    Xapian::termcount occurrences = 0;
    const Xapian::termcount most = database.get_wdf_upper_bound(term);
    for (auto it = database.postlist_begin(term); it != database.postlist_end(term); ++it) {
      if (*it <= last || it.get_wdf() > most) return false;
      last = *it;
      ++papers;
      occurrences += it.get_wdf();
      postings.add(posting_bytes(term, last, it.get_wdf()));
    }
    return papers == frequency && papers == database.get_termfreq(term) &&
           occurrences == database.get_collection_freq(term);
  }

  IndexCheck& out_;
  std::string where_;
};

// Of an index of several databases: the shards of other machines are read, but for their
// files.
Result<void> check_parts(const std::string& path, const std::string& folder,
                         const OpenGeneration& generation, Checker& checker) {
  Shards shards(path, generation.shards, generation.local, {});
  Result<void> connected = guarded(path, [&] { return shards.connect(); });
  if (connected) connected = shards.check_complete();
  if (!connected && connected.error().code() != ErrorCode::kIndexCorrupt) return connected;
  if (!connected) {
    checker.add(connected.error().message());
    return {};
  }
  for (std::size_t i = 0; i < generation.shards.size(); ++i) {
    if (!generation.shards[i].is_remote())
      checker.check_shard(generation.shards[i].path, "shard " + std::to_string(i));
  }
  checker.check(generation.local, DocumentLayout::kLocal, shards.papers());
  checker.check_files(local_path(folder));
  return {};
}

// Differs whenever a writer has committed meanwhile.
std::optional<std::string> state_of(const std::string& path) {
  const Result<std::string> name = current_generation(path);
  if (!name) return std::nullopt;
  std::ifstream in(path + "/" + *name + "/iamglass", std::ios::binary);
  return *name + std::string(std::istreambuf_iterator<char>(in), {});
}

Result<IndexCheck> check_once(const std::string& path) {
  IndexCheck out;
  Checker checker(out);
  const Result<std::string> name = current_generation(path);
  if (!name && name.error().code() != ErrorCode::kIndexCorrupt) return name.error();
  if (!name) {
    checker.add(name.error().message());
    return out;
  }
  out.generation = *name;
  const Result<OpenGeneration> generation = open_generation(path, *name);
  if (!generation && generation.error().code() != ErrorCode::kIndexCorrupt)
    return generation.error();
  if (!generation) {
    checker.add(generation.error().message());
    return out;
  }
  const std::string folder = path + "/" + *name;
  if (!generation->shards.empty()) {
    if (auto checked = check_parts(path, folder, *generation, checker); !checked)
      return checked.error();
    return out;
  }
  checker.check(generation->local, DocumentLayout::kWhole, generation->local);
  checker.check_files(folder);
  return out;
}

}  // namespace

Result<IndexCheck> check_index(const std::string& path) {
  for (int tries = 1; tries <= kMaxTries; ++tries) {
    const std::optional<std::string> before = state_of(path);
    Result<IndexCheck> out = check_once(path);
    // What is found while a writer overwrites it is no damage.
    if ((out && out->is_sound()) || state_of(path) == before) return out;
  }
  return Error(ErrorCode::kIndexLocked,
               path + ": an indexer is changing this index all the time");
}

}  // namespace papersearch
