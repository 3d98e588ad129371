// SPDX-License-Identifier: GPL-2.0-or-later
#include "packed_record.h"

#include <zlib.h>

#include <algorithm>
#include <cstdint>
#include <new>
#include <utility>

#include "byte_encoding.h"
#include "record.h"
#include "schema.h"

namespace papersearch {
namespace {

constexpr int kRawDeflate = -MAX_WBITS;  // neither header nor checksum: the record has one
// Of digests_ko 6, 4, 3 and 1 make 19.4, 19.6, 19.6 and 20.1 MB in 4.2, 3.8, 3.9 and 3.8 s
// of CPU time, without the latent space.
constexpr int kLevel = 3;
constexpr int kMemoryLevel = 8;
constexpr std::size_t kMaxDictionary = 32'500;  // of a window of 32,768
// Records that are far shorter than those of the archive, of which twenty are enough.
constexpr std::size_t kMostSamples = 200;

// zlib does not change what it reads, but says so only on request.
Bytef* bytes(std::string_view text) {
  return reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
}

// Nothing else can fail where the arguments are good.
void require(int status) {
  if (status != Z_OK) throw std::bad_alloc();
}

}  // namespace

class RecordPacker::Deflation {
 public:
  explicit Deflation(std::string_view dictionary) {
    require(deflateInit2(&stream_, kLevel, Z_DEFLATED, kRawDeflate, kMemoryLevel,
                         Z_DEFAULT_STRATEGY));
    if (!dictionary.empty())
      deflateSetDictionary(&stream_, bytes(dictionary),
                           static_cast<uInt>(dictionary.size()));
  }
  Deflation(const Deflation& begun) {
    require(deflateCopy(&stream_, const_cast<z_stream*>(&begun.stream_)));
  }
  Deflation& operator=(const Deflation&) = delete;
  ~Deflation() { deflateEnd(&stream_); }

  std::string finish(std::string_view text) {
    std::string out(deflateBound(&stream_, text.size()), '\0');
    stream_.next_in = bytes(text);
    stream_.avail_in = static_cast<uInt>(text.size());
    stream_.next_out = bytes(out);
    stream_.avail_out = static_cast<uInt>(out.size());
    deflate(&stream_, Z_FINISH);
    out.resize(stream_.total_out);
    return out;
  }

 private:
  z_stream stream_ = {};
};

RecordPacker::RecordPacker(std::string dictionary) : dictionary_(std::move(dictionary)) {}
RecordPacker::~RecordPacker() = default;
RecordPacker::RecordPacker(RecordPacker&&) noexcept = default;
RecordPacker& RecordPacker::operator=(RecordPacker&&) noexcept = default;

// To copy a state takes a third of the time that reading the dictionary takes.
std::string RecordPacker::pack(const Paper& paper) {
  if (!begun_) begun_ = std::make_unique<const Deflation>(dictionary_);
  return Deflation(*begun_).finish(encode_record(paper));
}

RecordReader::RecordReader(const Xapian::Database& database)
    : RecordReader(dictionary_of(database)) {}

std::optional<std::string> RecordReader::record(std::string_view data) const {
  z_stream stream = {};
  require(inflateInit2(&stream, kRawDeflate));
  if (!dictionary_.empty())
    inflateSetDictionary(&stream, bytes(dictionary_),
                         static_cast<uInt>(dictionary_.size()));
  stream.next_in = bytes(data);
  stream.avail_in = static_cast<uInt>(data.size());
  std::string out;
  int status = Z_OK;
  while (status == Z_OK) {
    const std::size_t before = out.size();
    out.resize(before + std::max<std::size_t>(4'096, 4 * data.size()));
    stream.next_out = bytes(out) + before;
    stream.avail_out = static_cast<uInt>(out.size() - before);
    status = inflate(&stream, Z_NO_FLUSH);
    out.resize(out.size() - stream.avail_out);
  }
  const bool is_whole = status == Z_STREAM_END && stream.avail_in == 0;
  inflateEnd(&stream);
  if (!is_whole) return std::nullopt;
  return out;
}

std::optional<Paper> RecordReader::find_paper(std::string_view data) const {
  const std::optional<std::string> plain = record(data);
  return plain ? decode_record(*plain) : std::nullopt;
}

Paper RecordReader::paper(std::string_view data) const {
  std::optional<Paper> paper = find_paper(data);
  if (!paper) throw Xapian::DatabaseCorruptError("the record of a paper is damaged");
  return *std::move(paper);
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
  std::string out;
  if (papers < kPapersForDictionary) return out;
  for (std::size_t i = 0; i < kMostSamples && out.size() < kMaxDictionary; ++i) {
    // Multiples of the golden section: wherever they end, they lie evenly.
    const std::uint64_t place = i * 618'034 % 1'000'000 * std::uint64_t{papers} / 1'000'000;
    out += encode_record(read(place));
  }
  out.resize(std::min(out.size(), kMaxDictionary));
  return out;
}

}  // namespace papersearch
