// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <chrono>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/cli/format.h"
#include "app/cli/interrupt.h"
#include "app/cli/output.h"
#include "app/cli/subcommand.h"
#include "core/base/file.h"
#include "core/base/json.h"
#include "core/data/description/file_description.h"
#include "core/experiment/setting.h"

namespace seekbench {
namespace {

constexpr std::array kTypeNames{"number", "date", "words", "text"};
constexpr std::size_t kListedClasses = 20;

std::string_view nameOf(ColumnType type) { return kTypeNames.at(static_cast<std::size_t>(type)); }

// A date as the tables write it.
std::string dayText(double seconds) {
    const auto day =
        std::chrono::floor<std::chrono::days>(std::chrono::sys_seconds(std::chrono::seconds(static_cast<std::int64_t>(seconds))));
    const std::chrono::year_month_day date(day);
    const auto padded = [](unsigned number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    return std::to_string(static_cast<int>(date.year())) + "-" + padded(static_cast<unsigned>(date.month())) + "-" +
           padded(static_cast<unsigned>(date.day()));
}

std::string cell(const ColumnFacts& column, const std::optional<double>& value) {
    if (!value) return "-";
    return column.type == ColumnType::Date ? dayText(*value) : numberText(*value);
}

// What a person may read: a letter for itself, blanks and line ends by name.
std::string visible(const std::string& word) {
    if (word == "\n") return "line end";
    if (word == " ") return "blank";
    if (word == "\t") return "tab";
    return oneLine(word);
}

Json jsonOf(const ColumnFacts& column) {
    Json json = {{"name", column.name},       {"type", nameOf(column.type)}, {"count", column.count},
                 {"missing", column.missing}, {"distinct", column.distinct}, {"distinct_is_exact", column.distinctIsExact}};
    if (!column.extents.empty()) json["extents"] = column.extents;
    const std::pair<const char*, const std::optional<double>*> values[] = {
        {"min", &column.minimum}, {"max", &column.maximum}, {"mean", &column.mean}, {"std", &column.deviation}};
    for (const auto& [name, value] : values)
        if (*value) json[name] = **value;
    if (!column.classes.empty() && (column.isClasses() || column.type == ColumnType::Category)) {
        Json classes = Json::array();
        for (const ClassCount& each : column.classes) classes.push_back({{"name", each.name}, {"count", each.count}});
        json["classes"] = std::move(classes);
    }
    return json;
}

Json jsonOf(const FileDescription& description) {
    Json columns = Json::array(), warnings = Json::array(), facts = Json::object(), classes = Json::array();
    for (const ColumnFacts& column : description.columns) columns.push_back(jsonOf(column));
    for (const Message& warning : warningsOf(description, description.dataset, description.split)) warnings.push_back(warning.english());
    for (const FileFact& fact : description.facts) facts[fact.label] = fact.value;
    const DatasetPreviewData& preview = description.preview;
    for (std::size_t i = 0; i < preview.trainCounts.size(); ++i)
        classes.push_back({{"name", i < preview.classNames.size() ? preview.classNames[i] : std::to_string(i)},
                           {"train", preview.trainCounts[i]},
                           {"validation", preview.validationCounts[i]}});
    // As they stand in an experiment file.
    Experiment experiment;
    experiment.dataset = description.dataset;
    experiment.split = description.split;
    const auto whole = parseJson(experimentToText(experiment));
    Json json = {{"path", displayPath(description.path)},
                 {"kind", description.kind},
                 {"other_kinds", description.otherKinds},
                 {"bytes", description.bytes},
                 {"rows", description.rows},
                 {"facts", facts},
                 {"columns", columns},
                 {"warnings", warnings},
                 {"dataset", (*whole)["dataset"]},
                 {"split", (*whole)["split"]}};
    json["split"]["method"] = nameOf(description.split.method);  // also where a file would leave it out
    if (!classes.empty()) json["classes"] = std::move(classes);
    return json;
}

void printColumns(const FileDescription& description) {
    if (description.columns.empty()) return;
    std::vector<std::vector<std::string>> rows{{"column", "type", "values", "missing", "distinct", "min", "max", "mean"}};
    for (const ColumnFacts& column : description.columns)
        rows.push_back({oneLine(column.name), std::string(nameOf(column.type)), withSeparators(column.count),
                        withSeparators(column.missing), (column.distinctIsExact ? "" : "about ") + withSeparators(column.distinct),
                        cell(column, column.minimum), cell(column, column.maximum), cell(column, column.mean)});
    print("\n" + table(std::move(rows)));
}

void printClasses(const std::string& title, const std::vector<ClassCount>& classes) {
    std::vector<std::vector<std::string>> rows;
    std::int64_t total = 0;
    for (const ClassCount& each : classes) total += each.count;
    for (std::size_t i = 0; i < std::min(classes.size(), kListedClasses); ++i)
        rows.push_back(
            {"  " + visible(classes[i].name), withSeparators(classes[i].count),
             numberText(100 * static_cast<double>(classes[i].count) / static_cast<double>(std::max<std::int64_t>(1, total))) + " %"});
    print("\n" + title + "\n" + table(std::move(rows)));
    if (classes.size() > kListedClasses)
        print("  and " + withSeparators(static_cast<std::int64_t>(classes.size() - kListedClasses)) + " more\n");
}

void printClasses(const FileDescription& description) {
    const DatasetPreviewData& preview = description.preview;
    if (!preview.trainCounts.empty()) {
        std::vector<ClassCount> classes;
        for (std::size_t i = 0; i < preview.trainCounts.size(); ++i)
            classes.push_back({i < preview.classNames.size() ? preview.classNames[i] : std::to_string(i), preview.trainCounts[i]});
        return printClasses("Classes to train on", classes);
    }
    const auto target = description.dataset.parameters.find("target");
    if (target != description.dataset.parameters.end() && description.kind == "csv")
        if (const auto column = columnCalled(description, std::get<std::string>(target->second)))
            if (const ColumnFacts& facts = description.columns[*column]; facts.isClasses() && !facts.classes.empty())
                printClasses("Classes of " + facts.name, facts.classes);
}

void printText(const FileDescription& description) {
    const DatasetKind* kind = findDatasetKind(description.kind);
    std::vector<std::vector<std::string>> rows{{"kind", std::string(kind->kind.label) + " (" + description.kind + ")"},
                                               {"size", bytesText(static_cast<double>(description.bytes))},
                                               {"rows", withSeparators(description.rows)}};
    for (const FileFact& fact : description.facts) rows.push_back({oneLine(fact.label), oneLine(fact.value)});
    print(table(std::move(rows)));
    printColumns(description);
    printClasses(description);
    for (const Message& warning : warningsOf(description, description.dataset, description.split))
        print("warning: " + oneLine(warning.english()) + "\n");
    std::string settings;
    const auto text = parametersToJson(description.dataset.parameters);
    for (const auto& [name, value] : text.items()) settings += "  dataset." + name + " = " + value.dump(-1, ' ', false) + "\n";
    print("\nIn an experiment:\n  dataset.kind = \"" + description.dataset.kind + "\"\n" + settings);
    const Split& split = description.split;
    print(split.source == Split::Source::TestPart
              ? std::string("  split.source = \"test_part\"\n")
              : "  split.method = \"" + std::string(nameOf(split.method)) + "\", share " + numberText(split.share) + "\n");
}

// What all words below "data" have in common: a path, how to read it, a line that says how far the reading is.
class DataWord {
public:
    void define(CLI::App& app) {
        app.add_option("PATH", m_path, "File or folder")->required()->type_name("");
        app.add_option("--as", m_options.kind, "Read it as this kind of data set, such as csv or text")->type_name("KIND");
        app.add_option("--target", m_options.target, "Of a table: name or number of the column to predict")->type_name("COLUMN");
    }

    Result<FileDescription> describe() const {
        const Terminal terminal = terminalOf(Stream::Errors);
        int shown = -1;
        const auto done = [&](double share) {
            if (const int percent = static_cast<int>(share * 100); terminal.present && percent != shown) {
                shown = percent;
                print("\rreading " + std::to_string(percent) + " % ", Stream::Errors);
                flush(Stream::Errors);
            }
            return interrupts() == 0;
        };
        auto description = describeFile(m_path, m_options, done);
        if (shown >= 0) print("\r                \r", Stream::Errors);
        return description;
    }

private:
    std::filesystem::path m_path;
    DescribeOptions m_options;
};

class DataCommand : public Subcommand {
public:
    void define(CLI::App& app) override {
        app.require_subcommand(1);
        m_describe = app.add_subcommand("describe", "Say what a file or folder holds, and what an experiment would make of it");
        m_describeWord.define(*m_describe);
        addJsonOption(*m_describe);
        m_preview = app.add_subcommand("preview", "Print the first rows, letters or samples of a file or folder");
        m_previewWord.define(*m_preview);
        m_preview->add_option("--rows", m_rows, "How many rows")->check(CLI::Range(1, 20))->capture_default_str();
        addJsonOption(*m_preview);
        for (CLI::App* word : {m_describe, m_preview}) addWorkspaceOption(*word);
    }

    Result<ExitCode> run() override {
        catchInterrupts();
        const bool isPreview = m_preview->parsed();
        const auto description = (isPreview ? m_previewWord : m_describeWord).describe();
        if (!description) return description.error();
        if (isPreview)
            m_json ? print(canonicalJson(previewJson(*description))) : printPreview(*description);
        else
            m_json ? print(canonicalJson(jsonOf(*description))) : printText(*description);
        return ExitCode::Success;
    }

private:
    std::size_t count(const FileDescription& description) const {
        return std::min(static_cast<std::size_t>(m_rows), description.firstRows.size());
    }

    Json previewJson(const FileDescription& description) const {
        Json json = {{"path", displayPath(description.path)}, {"kind", description.kind}};
        if (!description.text.empty()) json["text"] = description.text;
        if (!description.firstRows.empty()) {
            Json names = Json::array();
            for (std::size_t i = 0; i < description.firstRows.front().size(); ++i) names.push_back(description.columns[i].name);
            json["columns"] = names;
            json["rows"] =
                std::vector(description.firstRows.begin(), description.firstRows.begin() + static_cast<std::ptrdiff_t>(count(description)));
        }
        Json samples = Json::array();
        for (const DatasetSample& sample : description.preview.samples) {
            const auto [least, most] = std::ranges::minmax_element(sample.input.floats);
            Json each = {{"extents", sample.input.sizes}};
            if (!sample.input.floats.empty()) each["min"] = *least, each["max"] = *most;
            if (sample.label) each["class"] = *sample.label;
            samples.push_back(std::move(each));
        }
        if (!samples.empty()) json["samples"] = std::move(samples);
        return json;
    }

    void printPreview(const FileDescription& description) const {
        if (!description.text.empty()) return print(description.text.substr(0, description.text.find('\n', 1000)) + "\n");
        if (!description.firstRows.empty()) {
            std::vector<std::vector<std::string>> rows(1);
            for (std::size_t i = 0; i < description.firstRows.front().size(); ++i) rows[0].push_back(oneLine(description.columns[i].name));
            for (std::size_t i = 0; i < count(description); ++i) {
                rows.emplace_back();
                for (const std::string& each : description.firstRows[i]) rows.back().push_back(oneLine(each));
            }
            return print(table(std::move(rows)));
        }
        std::vector<std::vector<std::string>> rows{{"sample", "extents", "min", "max", "class"}};
        for (const DatasetSample& sample : description.preview.samples) {
            std::string extents;
            for (const std::int64_t extent : sample.input.sizes) extents += (extents.empty() ? "" : " x ") + std::to_string(extent);
            const bool hasFloats = !sample.input.floats.empty();
            const auto [least, most] = std::ranges::minmax_element(sample.input.floats);
            const auto& names = description.preview.classNames;
            rows.push_back({std::to_string(rows.size()), extents, hasFloats ? numberText(*least) : "-", hasFloats ? numberText(*most) : "-",
                            !sample.label                                            ? "-"
                            : static_cast<std::size_t>(*sample.label) < names.size() ? names[static_cast<std::size_t>(*sample.label)]
                                                                                     : std::to_string(*sample.label)});
        }
        print(table(std::move(rows)));
    }

    CLI::App *m_describe = nullptr, *m_preview = nullptr;
    DataWord m_describeWord, m_previewWord;
    int m_rows = 10;
};

}  // namespace

std::unique_ptr<Subcommand> makeData() { return std::make_unique<DataCommand>(); }

}  // namespace seekbench
