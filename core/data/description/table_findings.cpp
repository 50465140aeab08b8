// SPDX-License-Identifier: Apache-2.0

// What to mind with a choice of columns: found from the facts of each column and, for pairs, from the sampled rows.

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "core/data/description/file_description.h"
#include "core/data/table/text_parameters.h"
#include "core/experiment/split_check.h"

namespace seekbench {
namespace {

constexpr std::size_t kFewestRows = 50;  // below that a perfect fit is no surprise

// What a table's parameters say about its columns.
struct Roles {
    std::optional<std::size_t> target, group, time;
    std::set<std::size_t> ignored;
    bool isClass = false;
};

std::string textAt(const Choice& dataset, const char* parameter) {
    const auto found = dataset.parameters.find(parameter);
    const auto* text = found == dataset.parameters.end() ? nullptr : std::get_if<std::string>(&found->second);
    return text ? *text : std::string();
}

Roles rolesOf(const FileDescription& description, const Choice& dataset) {
    Roles roles;
    const auto named = [&](const char* parameter) { return columnCalled(description, textAt(dataset, parameter)); };
    for (const std::string& word : wordsOf(textAt(dataset, "ignored")))
        if (const auto column = columnCalled(description, word)) roles.ignored.insert(*column);
    roles.target = named("target");
    if (!roles.target && textAt(dataset, "target").empty())  // as the data set does: the last column that is kept
        for (std::size_t i = description.columns.size(); i-- > 0 && !roles.target;)
            if (!roles.ignored.contains(i)) roles.target = i;
    roles.group = named("group_column");
    roles.time = named("time_column");
    const std::string task = textAt(dataset, "task");
    roles.isClass = task == "class" || (task != "value" && roles.target && description.columns[*roles.target].isClasses());
    return roles;
}

// Whether the column tells the target of every sampled row: each of its values goes with one value of the target only, and comes often
// enough that this is no accident.
bool determines(const ColumnFacts& column, const ColumnFacts& target) {
    std::map<std::uint64_t, std::uint64_t> targetOf;
    std::set<std::uint64_t> targets;
    std::size_t rows = 0;
    for (std::size_t i = 0; i < column.sampleCodes.size(); ++i) {
        if (column.sampleCodes[i] == 0 || target.sampleCodes[i] == 0) continue;
        ++rows;
        targets.insert(target.sampleCodes[i]);
        if (targetOf.try_emplace(column.sampleCodes[i], target.sampleCodes[i]).first->second != target.sampleCodes[i]) return false;
    }
    return rows >= kFewestRows && targets.size() > 1 && targetOf.size() * 10 <= rows;
}

// Whether thresholds on the column alone part the classes without a mistake.
bool separates(const ColumnFacts& column, const ColumnFacts& target) {
    std::vector<std::pair<double, std::uint64_t>> rows;
    std::map<std::uint64_t, std::size_t> classes;
    for (std::size_t i = 0; i < column.sampleNumbers.size(); ++i) {
        if (column.sampleNumbers[i] == ColumnFacts::kNoNumber || target.sampleCodes[i] == 0) continue;
        rows.emplace_back(column.sampleNumbers[i], target.sampleCodes[i]);
        ++classes[target.sampleCodes[i]];
    }
    if (rows.size() < kFewestRows || classes.size() < 2) return false;
    if (std::ranges::any_of(classes, [](const auto& entry) { return entry.second < 5; })) return false;
    std::ranges::sort(rows);
    std::size_t changes = 0;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        if (rows[i].second == rows[i - 1].second) continue;
        if (rows[i].first == rows[i - 1].first) return false;  // one value, two classes
        ++changes;
    }
    return changes + 1 == classes.size();
}

// The correlation of two columns of numbers over the sampled rows that have both; 0 where there are too few.
double correlation(const ColumnFacts& left, const ColumnFacts& right) {
    double count = 0, meanLeft = 0, meanRight = 0, squaresLeft = 0, squaresRight = 0, products = 0;
    for (std::size_t i = 0; i < left.sampleNumbers.size(); ++i) {
        const double x = left.sampleNumbers[i], y = right.sampleNumbers[i];
        if (x == ColumnFacts::kNoNumber || y == ColumnFacts::kNoNumber) continue;
        ++count;
        const double stepX = x - meanLeft, stepY = y - meanRight;
        meanLeft += stepX / count;
        meanRight += stepY / count;
        squaresLeft += stepX * (x - meanLeft);
        squaresRight += stepY * (y - meanRight);
        products += stepX * (y - meanRight);
    }
    if (count < kFewestRows || squaresLeft <= 0 || squaresRight <= 0) return 0;
    return products / std::sqrt(squaresLeft * squaresRight);
}

// A sentence when the column gives the target away; nothing when it does not.
std::optional<Message> leak(const ColumnFacts& column, const ColumnFacts& target, bool isClass) {
    if (column.type == ColumnType::Date || column.type == ColumnType::Text) return std::nullopt;
    if (isClass && determines(column, target))
        return say("The column \"%1\" tells the target \"%2\" in every row that was compared: if it is not known beforehand, leave it out.",
                   column.name, target.name);
    if (isClass && column.type == ColumnType::Number && separates(column, target))
        return say(
            "The numbers of the column \"%1\" alone part the classes of \"%2\" without a mistake: check that they are known beforehand.",
            column.name, target.name);
    if (!isClass && column.type == ColumnType::Number && std::abs(correlation(column, target)) > 0.999)
        return say("The column \"%1\" is almost a copy of the target \"%2\": if it is not known beforehand, leave it out.", column.name,
                   target.name);
    return std::nullopt;
}

void addColumnWarnings(const FileDescription& description, const Roles& roles, std::vector<Message>& warnings) {
    std::size_t gaps = 0;
    std::string firstGaps;
    for (std::size_t i = 0; i < description.columns.size(); ++i) {
        const ColumnFacts& column = description.columns[i];
        if (i == roles.target || i == roles.group || i == roles.time || roles.ignored.contains(i)) continue;
        if (column.type == ColumnType::Text) {
            warnings.push_back(say("The column \"%1\" holds free text, which becomes no feature.", column.name));
            continue;
        }
        if (column.type == ColumnType::Date) {
            warnings.push_back(
                say("The column \"%1\" holds dates, which become no feature; as the time column they put the rows in order.", column.name));
            continue;
        }
        if (column.distinct == 0)
            warnings.push_back(say("The column \"%1\" is empty: leave it out.", column.name));
        else if (column.isConstant())
            warnings.push_back(say("The column \"%1\" has the same value in every row and says nothing: leave it out.", column.name));
        else if (column.countsRows)
            warnings.push_back(say("The column \"%1\" counts the rows: leave it out.", column.name));
        else if (column.type == ColumnType::Category && static_cast<double>(column.distinct) > 0.5 * static_cast<double>(description.rows))
            warnings.push_back(
                say("The column \"%1\" has %2 different words in %3 rows: it names rows rather than telling something about them.",
                    column.name, column.distinct, description.rows));
        if (column.missing * 2 > description.rows && column.distinct > 0)
            warnings.push_back(say("The column \"%1\" lacks %2 of %3 values.", column.name, column.missing, description.rows));
        else if (column.missing > 0) {
            if (gaps < 5) firstGaps += (gaps ? ", " : "") + column.name;
            ++gaps;
        }
        if (roles.target)
            if (auto found = leak(column, description.columns[*roles.target], roles.isClass)) warnings.push_back(std::move(*found));
    }
    if (gaps > 0)
        warnings.push_back(say(
            "Values are missing in some columns (%1): the mean of the training rows takes their place, and a feature of its own says so.",
            firstGaps + (gaps > 5 ? " …" : "")));
}

void addTargetWarnings(const FileDescription& description, const Roles& roles, std::vector<Message>& warnings) {
    if (!roles.target) return warnings.push_back(say("No column can be predicted: choose a target."));
    const ColumnFacts& target = description.columns[*roles.target];
    if (target.type == ColumnType::Date || target.type == ColumnType::Text)
        return warnings.push_back(say("The target \"%1\" holds neither numbers nor words: choose another.", target.name));
    if (target.missing > 0) warnings.push_back(say("%1 rows have no target \"%2\" and are left out.", target.missing, target.name));
    if (target.distinct < 2) warnings.push_back(say("The target \"%1\" has a single value: there is nothing to learn.", target.name));
    if (!roles.isClass || target.classes.size() < 2) return;
    const auto rarest = std::ranges::min_element(target.classes, {}, &ClassCount::count);
    if (rarest->count < 10)
        warnings.push_back(say("The class \"%1\" has %2 rows only: what validates may hold none of it.", rarest->name, rarest->count));
    else if (static_cast<double>(rarest->count) < 0.05 * static_cast<double>(target.count))
        warnings.push_back(
            say("The class \"%1\" is rare (%2 of %3 rows): accuracy says little; look at balanced accuracy, precision and recall.",
                rarest->name, rarest->count, target.count));
}

}  // namespace

std::vector<Message> warningsOf(const FileDescription& description, const Choice& dataset, const Split& split) {
    std::vector<Message> warnings = description.warnings;
    const DatasetKind* kind = findDatasetKind(dataset.kind);
    if (kind == nullptr) return warnings;
    const bool isTable = dataset.kind == "csv" && description.kind == "csv";
    if (isTable) {
        const Roles roles = rolesOf(description, dataset);
        addTargetWarnings(description, roles, warnings);
        addColumnWarnings(description, roles, warnings);
        const bool hasDates =
            std::ranges::any_of(description.columns, [](const ColumnFacts& column) { return column.type == ColumnType::Date; });
        if (hasDates && !roles.time)
            warnings.push_back(
                say("The rows have dates. Without a time column they are held out at random, and the model learns from the future of what "
                    "validates: choose the time column."));
    }
    const auto resolved = ResolvedParameters::from(kind->kind.parameters, dataset.parameters);
    if (!resolved.problems.empty()) return warnings;
    SampleSpec spec = kind->describe(resolved.parameters);
    if (isTable) spec.targetKind = rolesOf(description, dataset).isClass ? TargetKind::Class : TargetKind::Values;
    for (const Diagnostic& finding : checkSplit(split, kind->kind.label, spec)) warnings.push_back(finding.message);
    return warnings;
}

}  // namespace seekbench
