// SPDX-License-Identifier: GPL-2.0-or-later
#include "help.h"

#include <string_view>

namespace papersearch::cli {
namespace {

constexpr std::size_t kColumns = 80;
constexpr std::size_t kDescriptionColumn = 24;

constexpr std::string_view kCommandList = R"(
Commands (they come first; without one, search):
  search QUERY...       papers that match, best first
  show ID...            one paper, whole
  similar ID...         papers like this one
  suggest TEXT          completions of a half-typed query
  glossary TERM...      what a term is taken to mean
  trends QUERY...       papers and votes by month, several queries side by side
  top                   the papers with the most votes, the authors of the most papers
  stats                 what the index holds
  export                all papers, whole, to be indexed again or elsewhere
Each has its own help: papersearch show --help
)";

constexpr std::string_view kQueryLanguage = R"(
Query:
  강화학습 reasoning          words; best matches first, not every word is needed
  "reward model"              side by side (in a shell: '"reward model"')
  +LLM -survey                must have, must not have
  (vision OR image) NOT 3d    operators in capitals, parentheses
  quantiz*                    words that begin so
  title:mamba author:Artzi    only in a field: title, author, new, technical,
                              performance, abstract, other, id
  date:2025-01..2025-03       listed then; also date:2025-04
  votes:20..                  at least 20 votes
A word with '-' before it that is no option is a word to leave out. Behind --
everything is query. The whole language: man papersearch-query
)";

constexpr std::string_view kSearchExamples = R"(
Examples:
  papersearch reinforcement learning
  papersearch 강화학습 reasoning --since 2025-01
  papersearch author:"Trevor Darrell" --sort date
  papersearch LLM agents -survey --min-votes 20 -n 5
  papersearch "language model" --json | jq -r '.hits[].id'
)";

constexpr std::string_view kStatus = R"(
Exit status: 0 found, 1 nothing found, 2 wrong usage or query, 3 trouble with the
index or with input and output.
)";

struct CommandHelp {
  std::string_view usage;
  std::string_view summary;
  std::string_view examples;
};

CommandHelp help_of(Command command) {
  switch (command) {
    case Command::kSearch:
      return {"papersearch search [OPTIONS] QUERY...",
              "Finds papers by what their digests say, best first.", kSearchExamples};
    case Command::kShow:
      return {
          "papersearch show [OPTIONS] ID...",
          "Shows papers whole. An ID is an arXiv id or the address of a paper; - reads\n"
          "ids from standard input, the first word of each line.",
          R"(
Examples:
  papersearch show 2504.16084
  papersearch show https://arxiv.org/abs/2504.16084v2 --json
  papersearch --format tsv mamba | cut -f1 | papersearch show -
)"};
    case Command::kSimilar:
      return {"papersearch similar [OPTIONS] ID...",
              "Finds papers that are like the paper ID, most alike first, for each ID; -\n"
              "reads ids from standard input, the first word of each line.",
              R"(
Examples:
  papersearch similar 2504.16084
  papersearch similar 2504.16084 --since 2025-01 --min-votes 20
)"};
    case Command::kSuggest:
      return {"papersearch suggest [OPTIONS] TEXT",
              "Completes a half-typed query: terms first, then authors and titles.", R"(
Examples:
  papersearch suggest reinf
  papersearch suggest "reward mo" -n 5
)"};
    case Command::kGlossary:
      return {"papersearch glossary [OPTIONS] TERM...",
              "Says what terms are taken to mean: their names in the other language, and\n"
              "in short. A search that is not --exact finds papers by these names too.",
              R"(
Examples:
  papersearch glossary 강화학습
  papersearch glossary "diffusion model" LoRA
  papersearch glossary RAG --synonyms names.tsv --json
)"};
    case Command::kTrends:
      return {
          "papersearch trends [OPTIONS] QUERY...",
          "Counts papers and votes by month. Each QUERY is one argument; a paper counts\n"
          "when it holds all words of it, each by any of its names.",
          R"(
Examples:
  papersearch trends 강화학습 "language model"
  papersearch trends RAG agents --by share --since 2025
  papersearch trends diffusion mamba --svg trends.svg
)"};
    case Command::kTop:
      return {
          "papersearch top [OPTIONS] [QUERY...]",
          "Shows the papers with the most votes, or the authors of the most papers; of\n"
          "those that hold all words of QUERY, or of all.",
          R"(
Examples:
  papersearch top --since 2025-04
  papersearch top --by authors -n 20
  papersearch top --by authors 강화학습 --since 2025
)"};
    case Command::kStats:
      return {"papersearch stats [OPTIONS]", "Says what the index holds.", R"(
Examples:
  papersearch stats
  papersearch stats --db ~/papers/index --json
)"};
    case Command::kExport:
      return {"papersearch export [OPTIONS]",
              "Prints all papers, or those that pass the filters, by date and id.", R"(
Examples:
  papersearch export > papers.jsonl
  papersearch export --since 2025 --format bibtex > 2025.bib
  papersearch export --mapping | curl -X PUT localhost:9200/papers \
    -H 'Content-Type: application/json' --data-binary @-
)"};
  }
  return {};
}

// "-n, --limit N", and behind it the description, broken at spaces.
std::string option_help(const CLI::Option& option) {
  std::string out = "  ";
  for (const std::string& name : option.get_snames()) out += "-" + name + ", ";
  out += "--" + option.get_lnames().front();
  if (option.get_items_expected_max() > 0) out += " " + option.get_type_name();
  const std::string indent(kDescriptionColumn, ' ');
  if (out.size() + 2 > kDescriptionColumn) {
    out += "\n" + indent;
  } else {
    out.resize(kDescriptionColumn, ' ');
  }
  std::size_t column = kDescriptionColumn;
  std::string_view rest = option.get_description();
  while (!rest.empty()) {
    const std::string_view word = rest.substr(0, rest.find(' '));
    if (column > kDescriptionColumn && column + 1 + word.size() > kColumns) {
      out += "\n" + indent;
      column = kDescriptionColumn;
    } else if (column > kDescriptionColumn) {
      out += ' ';
      ++column;
    }
    out += word;
    column += word.size();
    rest.remove_prefix(std::min(rest.size(), word.size() + 1));
  }
  return out + "\n";
}

std::string options_help(const CLI::App& app) {
  std::string out = "\nOptions:\n";
  for (const CLI::Option* option : app.get_options()) out += option_help(*option);
  return out;
}

}  // namespace

std::string short_help() {
  return R"(papersearch finds papers by what their digests say.

  papersearch "reinforcement learning"
  papersearch 강화학습 reasoning --since 2025-01
  papersearch author:"Trevor Darrell" --sort votes

All options and commands: papersearch --help
)";
}

std::string help_text(const CLI::App& app, Command command, bool names_command) {
  const CommandHelp help = help_of(command);
  std::string out = "Usage: ";
  if (!names_command) {
    out += "papersearch [OPTIONS] QUERY...\n       papersearch COMMAND [OPTIONS] ...\n";
  } else {
    out += std::string(help.usage) + "\n";
  }
  out += "\n" + std::string(help.summary) + "\n";
  if (!names_command) out += kCommandList;
  out += help.examples;
  if (command == Command::kSearch) out += kQueryLanguage;
  out += options_help(app);
  out += kStatus;
  return out;
}

}  // namespace papersearch::cli
