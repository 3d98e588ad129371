// SPDX-License-Identifier: GPL-2.0-or-later
#include "stopwords.h"

#include <algorithm>
#include <array>

namespace papersearch {
namespace {

// Sorted by bytes, as the analyzer gives them (stemmed).
constexpr auto kStopwords = std::to_array<std::string_view>({
    "a",     "about", "an",    "and",   "are",   "as",     "at",   "be",    "been",  "but",
    "by",    "can",   "do",    "doe",   "for",   "from",   "has",  "have",  "how",   "i",
    "if",    "in",    "into",  "is",    "it",    "its",    "may",  "more",  "not",   "of",
    "on",    "or",    "our",   "out",   "such",  "than",   "that", "the",   "their", "them",
    "these", "they",  "this",  "those", "to",    "use",    "via",  "was",   "we",    "were",
    "what",  "when",  "where", "whi",   "which", "while",  "who",  "whose", "will",  "with",
    "you",   "your",  "같",    "것",    "경우",  "그",     "대",   "대한",  "대해",  "등",
    "때",    "또",    "또는",  "및",    "수",    "어떻게", "에서", "위",    "위한",  "위해",
    "이",    "있",    "있는",  "통한",  "통해",  "한",
});

// Words that English abstracts are written with: in one of a hundred abstracts of the
// archive at least, and most of them sixteen times rarer in titles; chosen among those by
// hand. Sorted, as the analyzer gives them.
constexpr auto kGeneralWords = std::to_array<std::string_view>({
    "abil",        "achiev",    "across",     "addit",         "address",    "adjust",
    "adopt",       "affect",    "after",      "aim",           "allow",      "along",
    "also",        "altern",    "although",   "among",         "appear",     "appli",
    "approach",    "approxim",  "aris",       "assign",        "assum",      "attempt",
    "avail",       "avoid",     "becaus",     "becom",         "been",       "benefit",
    "better",      "between",   "both",       "broad",         "broader",    "built",
    "but",         "capabl",    "capac",      "care",          "challeng",   "chang",
    "choic",       "clear",     "combin",     "come",          "common",     "compar",
    "compon",      "compris",   "conduct",    "confirm",       "consid",     "consider",
    "consist",     "construct", "contain",    "contribut",     "convent",    "creat",
    "crucial",     "current",   "dedic",      "deliv",         "demand",     "demonstr",
    "deriv",       "despit",    "detail",     "develop",       "differ",     "difficult",
    "distinct",    "divers",    "domin",      "drop",          "due",        "dure",
    "each",        "effect",    "effort",     "either",        "elimin",     "emphas",
    "employ",      "enabl",     "encompass",  "encourag",      "enforc",     "enhanc",
    "ensur",       "entir",     "equip",      "especi",        "essenti",    "establish",
    "even",        "exampl",    "exceed",     "excel",         "exhibit",    "exist",
    "expens",      "experi",    "experiment", "explicit",      "explor",     "extens",
    "facilit",     "fail",      "fall",       "fewer",         "final",      "find",
    "first",       "five",      "focus",      "follow",        "form",       "formul",
    "foster",      "found",     "four",       "frequent",      "full",       "fulli",
    "fundament",   "further",   "furthermor", "futur",         "gain",       "given",
    "great",       "handl",     "heavili",    "here",          "higher",     "highlight",
    "hinder",      "hope",      "howev",      "idea",          "identifi",   "implement",
    "import",      "impress",   "improv",     "incorpor",      "increas",    "indic",
    "individu",    "inher",     "initi",      "inspir",        "instead",    "insuffici",
    "introduc",    "intuit",    "investig",   "involv",        "isol",       "issu",
    "just",        "keep",      "known",      "lack",          "larger",     "lead",
    "leverag",     "lie",       "lower",      "main",          "maintain",   "major",
    "make",        "mani",      "manner",     "modern",        "modif",      "modifi",
    "moreov",      "most",      "motiv",      "much",          "multipl",    "must",
    "name",        "narrow",    "near",       "necessari",     "need",       "new",
    "notabl",      "novel",     "numer",      "obtain",        "occur",      "offer",
    "often",       "onli",      "origin",     "other",         "outcom",     "outperform",
    "overal",      "overcom",   "overlook",   "paper",         "particular", "pass",
    "pave",        "per",       "perform",    "poor",          "popular",    "pose",
    "possibl",     "potenti",   "practic",    "predomin",      "present",    "preserv",
    "prevent",     "previous",  "primari",    "primarili",     "produc",     "promis",
    "promot",      "propos",    "provid",     "rais",          "rang",       "rapid",
    "rather",      "reach",     "recent",     "record",        "redund",     "relat",
    "relev",       "reli",      "relianc",    "remain",        "remark",     "requir",
    "respect",     "result",    "retain",     "reveal",        "rich",       "rigor",
    "same",        "seen",      "set",        "sever",         "show",       "shown",
    "signific",    "simpl",     "simpli",     "simultan",      "six",        "solut",
    "some",        "specif",    "specifi",    "stateoftheart", "stem",       "still",
    "strict",      "strong",    "struggl",    "studi",         "sub",        "subsequ",
    "substanti",   "success",   "suffer",     "suffici",       "suggest",    "superior",
    "support",     "surpass",   "systemat",   "tackl",         "tailor",     "take",
    "techniqu",    "tend",      "term",       "than",          "then",       "there",
    "therebi",     "therefor",  "third",      "thorough",      "those",      "though",
    "three",       "through",   "thus",       "togeth",        "total",      "toward",
    "tradit",      "treat",     "two",        "type",          "typic",      "under",
    "underexplor", "underscor", "uniqu",      "unlik",         "upon",       "usag",
    "util",        "valuabl",   "vari",       "variant",       "various",    "vast",
    "veri",        "way",       "well",       "whether",       "wide",       "within",
    "without",     "work",      "yet",        "yield",
});

}  // namespace

bool is_general_word(std::string_view term) {
  return std::binary_search(kGeneralWords.begin(), kGeneralWords.end(), term);
}

bool is_stopword(std::string_view term) {
  return std::binary_search(kStopwords.begin(), kStopwords.end(), term);
}

}  // namespace papersearch
