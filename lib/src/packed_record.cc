// SPDX-License-Identifier: GPL-2.0-or-later
#include "packed_record.h"

#include <zdict.h>

#include <algorithm>
#include <cstdint>
#include <new>
#include <vector>

#include "byte_encoding.h"
#include "record.h"
#include "schema.h"

namespace papersearch {
namespace {

// Of digests_ko 1, 3, 6 and 9 make records of 3.82, 3.39, 3.22 and 3.07 MB in 8, 9, 31 and
// 50 microseconds each, with a dictionary of 64 KB.
constexpr int kLevel = 3;
// A program reads it before its first hit. Of 16, 32 and 64 KB the index takes 19.8, 19.5
// and 19.3 MB without the latent space, and the first hit 0.7, 1.0 and 1.1 ms.
constexpr std::size_t kMaxDictionary = 16'000;
// Records that are far shorter than those of the archive, of which ten are enough.
constexpr std::size_t kMostRecords = 100;
// Records from which the dictionary learns how often bytes and matches come.
constexpr std::size_t kSamples = 200;
// What a block of one byte repeated makes of four: no sound frame gives more.
constexpr unsigned kMostTimesBits = 15;

// What can fail beside memory is a dictionary that says it is one of Zstandard's own.
std::size_t require(std::size_t result) {
  if (ZSTD_isError(result))
    throw Xapian::DatabaseCorruptError("the dictionary of the records is damaged");
  return result;
}

// `content`, told by `samples` how its records are best encoded. As it is where they are
// too few or too much alike.
std::string with_statistics(const std::string& content, const std::string& samples,
                            const std::vector<std::size_t>& sizes) {
  std::string out(kMaxDictionary, '\0');
  ZDICT_params_t parameters = {};
  parameters.compressionLevel = kLevel;
  const std::size_t size = ZDICT_finalizeDictionary(
      out.data(), out.size(), content.data(), content.size(), samples.data(), sizes.data(),
      static_cast<unsigned>(sizes.size()), parameters);
  if (ZDICT_isError(size)) return content;
  out.resize(size);
  return out;
}

}  // namespace

RecordPacker::RecordPacker(const std::string& dictionary) : context_(ZSTD_createCCtx()) {
  if (!context_) throw std::bad_alloc();
  require(ZSTD_CCtx_setParameter(context_.get(), ZSTD_c_compressionLevel, kLevel));
  // There is only one, and the record has its own checksum.
  require(ZSTD_CCtx_setParameter(context_.get(), ZSTD_c_dictIDFlag, 0));
  require(ZSTD_CCtx_loadDictionary(context_.get(), dictionary.data(), dictionary.size()));
}

std::string RecordPacker::pack(const Paper& paper) {
  const std::string record = encode_record(paper);
  std::string out(ZSTD_compressBound(record.size()), '\0');
  out.resize(require(ZSTD_compress2(context_.get(), out.data(), out.size(), record.data(),
                                    record.size())));
  return out;
}

RecordReader::RecordReader(const std::string& dictionary) : context_(ZSTD_createDCtx()) {
  if (!context_) throw std::bad_alloc();
  require(ZSTD_DCtx_loadDictionary(context_.get(), dictionary.data(), dictionary.size()));
}

RecordReader::RecordReader(const Xapian::Database& database)
    : RecordReader(dictionary_of(database)) {}

std::optional<std::string> RecordReader::record(std::string_view packed) const {
  const unsigned long long size = ZSTD_getFrameContentSize(packed.data(), packed.size());
  if (size == ZSTD_CONTENTSIZE_UNKNOWN || size == ZSTD_CONTENTSIZE_ERROR ||
      size >> kMostTimesBits > packed.size())
    return std::nullopt;
  // Damaged bytes may promise much: room is made as it is filled.
  std::string out(std::min<std::size_t>(size, 4'096 + 16 * packed.size()), '\0');
  ZSTD_DCtx_reset(context_.get(), ZSTD_reset_session_only);
  ZSTD_inBuffer from = {packed.data(), packed.size(), 0};
  ZSTD_outBuffer to = {out.data(), out.size(), 0};
  for (;;) {
    const std::size_t left = ZSTD_decompressStream(context_.get(), &to, &from);
    if (ZSTD_isError(left)) return std::nullopt;
    if (left == 0) break;
    if (to.pos < to.size || out.size() == size) return std::nullopt;  // cut off
    out.resize(std::min<std::size_t>(size, 2 * out.size()));
    to.dst = out.data();
    to.size = out.size();
  }
  if (from.pos != from.size || to.pos != size) return std::nullopt;
  return out;
}

std::optional<Paper> RecordReader::find_paper(std::string_view packed) const {
  const std::optional<std::string> plain = record(packed);
  return plain ? decode_record(*plain) : std::nullopt;
}

std::optional<Paper> RecordReader::find_paper(const Xapian::Document& document) const {
  return find_paper(packed_record(document));
}

Paper RecordReader::paper(const Xapian::Document& document) const {
  return paper(packed_record(document));
}

Paper RecordReader::paper(std::string_view packed) const {
  std::optional<Paper> paper = find_paper(packed);
  if (!paper) throw Xapian::DatabaseCorruptError("the record of a paper is damaged");
  return *std::move(paper);
}

std::string packed_record(const Xapian::Document& document) {
  return document.get_value(kRecordSlot);
}

void set_packed_record(Xapian::Document& document, const std::string& packed) {
  document.add_value(kRecordSlot, packed);
}

void store_dictionary(Xapian::WritableDatabase& database, const std::string& dictionary) {
  database.set_metadata(std::string(kDictionaryKey),
                        dictionary.empty() ? "" : with_checksum(dictionary));
}

std::string dictionary_of(const Xapian::Database& database) {
  const std::string stored = database.get_metadata(std::string(kDictionaryKey));
  if (stored.empty()) return {};
  const std::optional<std::string_view> dictionary = checked_body(stored);
  if (!dictionary || dictionary->size() > kMaxDictionary)
    throw Xapian::DatabaseCorruptError("the dictionary of the records is damaged");
  return std::string(*dictionary);
}

std::string make_dictionary(std::size_t papers,
                            const std::function<Paper(std::size_t)>& read) {
  if (papers < kPapersForDictionary) return {};
  std::size_t next = 0;
  const auto record = [&] {
    // Multiples of the golden section: wherever they end, they lie evenly.
    const std::uint64_t place =
        next++ * 618'034 % 1'000'000 * std::uint64_t{papers} / 1'000'000;
    return encode_record(read(place));
  };
  std::string content;
  while (next < kMostRecords && content.size() < kMaxDictionary) content += record();
  content.resize(std::min(content.size(), kMaxDictionary));
  // Others, for what the dictionary has says nothing about what it has not.
  std::string samples;
  std::vector<std::size_t> sizes;
  while (sizes.size() < kSamples) {
    const std::size_t before = samples.size();
    samples += record();
    sizes.push_back(samples.size() - before);
  }
  return with_statistics(content, samples, sizes);
}

}  // namespace papersearch
