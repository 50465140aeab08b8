// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "core/data/data_folders.h"
#include "core/data/table/table_dataset.h"
#include "core/data/table/text_parameters.h"

namespace seekbench {
namespace {

constexpr Parameter<std::string> kPath{"path"};
constexpr Parameter<std::string> kTarget{"target"};
constexpr Parameter<std::string> kTask{"task"};
constexpr Parameter<std::string> kIgnored{"ignored"};
constexpr Parameter<std::string> kDelimiter{"delimiter"};
constexpr Parameter<std::string> kHeader{"header"};
constexpr Parameter<std::int64_t> kSkipLines{"skip_lines"};
constexpr Parameter<std::string> kMissing{"missing"};
constexpr Parameter<std::int64_t> kCategories{"categories"};
constexpr Parameter<std::string> kGroupColumn{"group_column"};
constexpr Parameter<std::string> kTimeColumn{"time_column"};

struct Delimiter {
    std::string_view name;
    char letter;
};
constexpr std::array kDelimiters{Delimiter{"auto", 0},   Delimiter{"comma", ','}, Delimiter{"semicolon", ';'},
                                 Delimiter{"tab", '\t'}, Delimiter{"bar", '|'},   Delimiter{"space", ' '}};

std::vector<std::string_view> delimiterNames() {
    std::vector<std::string_view> names;
    for (const Delimiter& delimiter : kDelimiters) names.push_back(delimiter.name);
    return names;
}

// Without the file: what the samples have besides their features is known where the task is.
SampleSpec describe(const Parameters& parameters) {
    SampleSpec spec;
    spec.targetKind = parameters[kTask] == "value" ? TargetKind::Values : TargetKind::Class;
    spec.inTime = !parameters[kTimeColumn].empty();
    spec.grouped = !parameters[kGroupColumn].empty();
    return spec;
}

Result<std::unique_ptr<Dataset>> open(const Parameters& parameters) {
    const auto path = findDataFile(parameters[kPath], dataFolders());
    if (!path) return path.error();
    TableOptions options;
    options.encoding = encodingOf(parameters);
    options.delimiter = std::ranges::find(kDelimiters, parameters[kDelimiter], &Delimiter::name)->letter;
    options.header = parameters[kHeader] == "yes" ? Header::Yes : parameters[kHeader] == "no" ? Header::No : Header::Automatic;
    options.skipLines = parameters[kSkipLines];
    for (std::string& name : wordsOf(parameters[kIgnored])) options.ignored.insert(std::move(name));
    // A number that names a customer is a name, and one that counts seconds is a time.
    if (!parameters[kGroupColumn].empty()) options.types[parameters[kGroupColumn]] = ColumnType::Category;
    if (!parameters[kTimeColumn].empty()) options.types[parameters[kTimeColumn]] = ColumnType::Date;
    auto table = readTable(*path, options);
    if (!table) return table.error();
    const std::string& task = parameters[kTask];
    return TableDataset::make(std::move(*table), {.target = parameters[kTarget],
                                                  .task = task == "class"   ? TableTask::Class
                                                          : task == "value" ? TableTask::Value
                                                                            : TableTask::Automatic,
                                                  .missing = parameters[kMissing] == "median" ? MissingRule::Median : MissingRule::Mean,
                                                  .mostCategories = static_cast<std::size_t>(parameters[kCategories]),
                                                  .group = parameters[kGroupColumn],
                                                  .time = parameters[kTimeColumn]});
}

}  // namespace

DatasetKind csvKind() {
    return {
        .kind = {"csv",
                 phrase("Table (CSV, TSV)"),
                 phrase("Rows of a text file, plain or gzip: numbers and words become features, one column is the target."),
                 {
                     requiredPath(kPath, phrase("The file; relative to a data folder, or a whole path.")),
                     specOf(kTarget, phrase("Target"), phrase("Name or number of the column to predict; empty: the last one."), "", {}),
                     specOf(kTask, phrase("Task"), phrase("Whether the target is a class or a value; auto: by its column."), "auto",
                            {"auto", "class", "value"}),
                     specOf(kIgnored, phrase("Ignored columns"), phrase("Names or numbers of columns, separated by commas."), "", {}),
                     specOf(kDelimiter, phrase("Delimiter"), phrase("What stands between the cells."), "auto", delimiterNames()),
                     specOf(kHeader, phrase("Header"), phrase("Whether the first row holds names."), "auto", {"auto", "yes", "no"}),
                     specOf(kSkipLines, phrase("Lines to skip"),
                            phrase("At the beginning of the file; the tables of scikit-learn begin with a line of sizes: 1."), 0, 0, 1e6),
                     encodingParameter(),
                     specOf(kMissing, phrase("Missing numbers"),
                            phrase("What takes their place, of the training samples; a feature of its own says that one was missing."),
                            "mean", {"mean", "median"}),
                     specOf(kCategories, phrase("Categories"),
                            phrase("Most features that the words of one column become; rarer words share the last."), 64, 2, 4096),
                     specOf(kGroupColumn, phrase("Group column"),
                            phrase("Rows with the same value there belong together, such as those of a patient; empty: none."), "", {}),
                     specOf(kTimeColumn, phrase("Time column"),
                            phrase("Dates or seconds since 1970 that put the rows in order; empty: the order of rows means nothing."), "",
                            {}),
                 }},
        .describe = describe,
        .open = open};
}

}  // namespace seekbench
