// SPDX-License-Identifier: Apache-2.0
#pragma once

// What an import looks at before anything is trained: which kind of data a file or folder holds, what is in it, and what an experiment
// would make of it.

#include <filesystem>
#include <string>
#include <vector>

#include "core/data/description/column_facts.h"
#include "core/data/preview.h"
#include "core/data/table/text_file.h"
#include "core/experiment/experiment.h"

namespace seekbench {

// One line about a file as a whole: "Extents", "28 x 28".
struct FileFact {
    std::string label;  // English source text
    std::string value;
    bool operator==(const FileFact&) const = default;
};

// A FileDescription is what a person wants to know of a file or folder before it is used. A value; nothing of it is sampled unless it
// says so.
struct FileDescription {
    std::filesystem::path path;
    std::string kind;                     // id of the dataset kind that reads it: "csv"
    std::vector<std::string> otherKinds;  // ids of kinds that could read it, too
    std::int64_t bytes = 0;               // of the file, or of all files looked at
    std::int64_t rows = 0;                // of data; samples, bars, letters, pictures, volumes
    std::vector<FileFact> facts;

    // Of tables and prices their columns; of arrays and pictures in arrays one for each array.
    std::vector<ColumnFacts> columns;
    // Of tables and prices: the first rows, in the order of `columns`, long cells cut.
    std::vector<std::vector<std::string>> firstRows;
    std::string text;  // how a text begins

    // Samples as they would be trained on, classes and their numbers; empty where `firstRows` or `text` say it. The target of a table is a
    // choice: its classes are those of its column.
    DatasetPreviewData preview;

    // What an experiment should be set to, as far as that can be known. Samples are drawn from it for the preview.
    Choice dataset;
    Split split;
    std::vector<Message> warnings;  // that no choice of parameters changes; see warningsOf()
    bool operator==(const FileDescription&) const = default;
};

struct DescribeOptions {
    std::string kind;    // reads the file as this kind; empty: found out from name and content
    std::string target;  // of a table: name or number of the column to predict; empty: the likeliest
};

// Looks at a file or folder: recognises its kind by content and name, reads it once (streaming; memory is bounded by what a data set of it
// would take, for tables and texts far below) and proposes a data set. `progress` is told the share that is done and can end it: the
// error is cancelled() then. Files that are no data, are damaged, or hold what is not read are an error of one sentence.
Result<FileDescription> describeFile(const std::filesystem::path& path, const DescribeOptions& options = {},
                                     const ReadProgress& progress = {});

// What to mind with this choice of parameters and split, the warnings of the description included: columns that give the target away, say
// nothing or count rows; missing values; rare classes; rows that come twice; a split that looks ahead or tears groups apart.
std::vector<Message> warningsOf(const FileDescription& description, const Choice& dataset, const Split& split);

// What stands for a column in the parameters of a table: its name, or its number where the name could be misread.
std::string wordFor(const FileDescription& description, std::size_t column);
// The column that such a word means; nothing: none.
std::optional<std::size_t> columnCalled(const FileDescription& description, std::string_view word);

// The split that suits a choice of target, group and time column.
Split suitableSplit(const FileDescription& description, const Choice& dataset);

}  // namespace seekbench
