// SPDX-License-Identifier: Apache-2.0
#include "core/data/table/table_dataset.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace seekbench {
namespace {

constexpr std::size_t kMostAutomaticClasses = 20;  // whole numbers with more values than that are amounts
constexpr std::size_t kMostFeatures = std::size_t{1} << 20;

Error noColumn(std::string_view name) {
    return Error(ErrorCode::NotFound, say("There is no column \"%1\" among those that are read.", name),
                 say("Give the name of a column, or its number counted from 1."));
}

std::string numberText(float number) {
    return number == std::floor(number) && std::abs(number) < 1e9f ? std::to_string(static_cast<std::int64_t>(number))
                                                                   : argumentText(double{number});
}

// The different values of a column of numbers in ascending order; stops at `most` + 1.
std::vector<float> valuesOf(const Column& column, std::size_t most) {
    std::vector<float> values;
    for (const float number : column.numbers) {
        if (std::isnan(number)) continue;
        const auto place = std::ranges::lower_bound(values, number);
        if (place != values.end() && *place == number) continue;
        values.insert(place, number);
        if (values.size() > most) break;
    }
    return values;
}

}  // namespace

Result<std::unique_ptr<Dataset>> TableDataset::make(Table table, const Options& options) {
    std::unique_ptr<TableDataset> dataset(new TableDataset);
    dataset->m_table = std::move(table);
    dataset->m_missing = options.missing;
    dataset->m_fingerprint = dataset->m_table.fingerprint;
    if (auto chosen = dataset->chooseTarget(options); !chosen) return chosen.error();
    if (auto ordered = dataset->orderRows(options); !ordered) return ordered.error();
    dataset->chooseFeatures(options);
    if (dataset->m_featureNames.empty())
        return Error(ErrorCode::InvalidInput, say("No column is left to learn from."),
                     say("Ignore fewer columns, or choose another file."));
    if (dataset->m_featureNames.size() > kMostFeatures)
        return Error(ErrorCode::Unsupported,
                     say("The table has %1 features; at most %2 are taken.", dataset->m_featureNames.size(), kMostFeatures),
                     say("Ignore columns, or allow fewer categories."));
    SampleSpec& spec = dataset->m_spec;
    spec.inputs = {TensorType{{static_cast<std::int64_t>(dataset->m_featureNames.size())}, ElementType::Float}};
    spec.trainSamples = dataset->size(Part::Train);
    spec.inTime = dataset->m_time.has_value();
    spec.grouped = dataset->m_group.has_value();
    std::vector<std::int64_t> all(dataset->m_rows.size());
    std::iota(all.begin(), all.end(), 0);
    dataset->fit(Part::Train, all);
    return std::unique_ptr<Dataset>(std::move(dataset));
}

Result<void> TableDataset::chooseTarget(const Options& options) {
    const auto found = options.target.empty() ? std::optional(m_table.columns.size() - 1) : m_table.find(options.target);
    if (m_table.columns.empty() || !found) return noColumn(options.target);
    m_target = *found;
    const Column& column = m_table.columns[m_target];
    const auto refuse = [&](const char* what, const char* advice) {
        return Error(ErrorCode::InvalidInput, say(what, column.name), say(advice));
    };
    if (column.type == ColumnType::Text)
        return refuse("The target column \"%1\" is free text.", "Choose a column with numbers or few different words.");
    if (column.type == ColumnType::Date) return refuse("The target column \"%1\" holds dates.", "Choose a column with numbers or words.");
    std::vector<float> values;
    bool isClass = column.type == ColumnType::Category;
    if (!isClass) {
        constexpr std::size_t kMostClasses = 4096;
        values = valuesOf(column, options.task == TableTask::Class ? kMostClasses : kMostAutomaticClasses);
        const bool isWhole = std::ranges::all_of(values, [](float value) { return value == std::floor(value); });
        const std::size_t most = options.task == TableTask::Class ? kMostClasses : kMostAutomaticClasses;
        isClass = options.task == TableTask::Class || (options.task == TableTask::Automatic && isWhole && values.size() <= most);
        if (isClass && values.size() > most)
            return refuse("The target column \"%1\" has too many different numbers to be classes.", "Set the task to \"value\".");
    } else if (options.task == TableTask::Value) {
        return refuse("The target column \"%1\" has words, and values are asked for.", "Set the task to \"class\".");
    }
    m_spec.targetKind = isClass ? TargetKind::Class : TargetKind::Values;
    m_spec.target = isClass ? TensorType{{}, ElementType::Integer} : TensorType{{1}, ElementType::Float};
    if (!isClass) return {};
    if (column.type == ColumnType::Category) {
        m_spec.classNames = column.words;
        m_classOfRow.assign(column.codes.begin(), column.codes.end());
    } else {
        for (const float value : values) m_spec.classNames.push_back(numberText(value));
        for (const float number : column.numbers)
            m_classOfRow.push_back(std::isnan(number) ? -1 : std::ranges::lower_bound(values, number) - values.begin());
    }
    m_spec.classes = static_cast<std::int64_t>(m_spec.classNames.size());
    if (m_spec.classes < 2)
        return refuse("The target column \"%1\" has the same value in every row.", "Choose a column with at least two values.");
    return {};
}

Result<void> TableDataset::orderRows(const Options& options) {
    const Column& target = m_table.columns[m_target];
    const bool isClass = m_spec.targetKind == TargetKind::Class;
    for (std::size_t row = 0; row < static_cast<std::size_t>(m_table.rows); ++row)
        if (isClass ? m_classOfRow[row] >= 0 : !std::isnan(target.numbers[row])) m_rows.push_back(row);
    if (m_rows.size() < 2)
        return Error(ErrorCode::InvalidInput, say("Only %1 rows have a value in the target column \"%2\".", m_rows.size(), target.name),
                     say("Choose another target column."));
    if (!options.group.empty() && !(m_group = m_table.find(options.group))) return noColumn(options.group);
    if (options.time.empty()) return {};
    if (!(m_time = m_table.find(options.time))) return noColumn(options.time);
    const Column& time = m_table.columns[*m_time];
    if (time.missing > 0)
        return Error(ErrorCode::InvalidInput, say("%1 rows have no time in the column \"%2\".", time.missing, time.name),
                     say("Fill them in, take them out of the file, or choose another time column."));
    std::ranges::stable_sort(m_rows, {}, [&](std::size_t row) { return time.times[row]; });
    return {};
}

void TableDataset::chooseFeatures(const Options& options) {
    for (std::size_t i = 0; i < m_table.columns.size(); ++i) {
        const Column& column = m_table.columns[i];
        if (i == m_target || i == m_group || i == m_time || column.type == ColumnType::Date || column.type == ColumnType::Text) continue;
        Feature feature{.column = i, .first = m_featureNames.size()};
        if (column.type == ColumnType::Number) {
            m_featureNames.push_back(column.name);
            feature.marksMissing = column.missing > 0;
            if (feature.marksMissing) m_featureNames.push_back(column.name + " is missing");
        } else {
            // The most frequent words have a feature each; where there are more, the others share the last one.
            std::vector<std::int64_t> counts(column.words.size());
            for (const std::int32_t code : column.codes)
                if (code >= 0) ++counts[static_cast<std::size_t>(code)];
            std::vector<std::size_t> order(column.words.size());
            std::iota(order.begin(), order.end(), std::size_t{0});
            std::ranges::stable_sort(order, std::ranges::greater(), [&](std::size_t code) { return counts[code]; });
            const bool isCut = order.size() > options.mostCategories;
            const std::size_t own = isCut ? options.mostCategories - 1 : order.size();
            std::ranges::sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(own));
            feature.featureOf.assign(order.size(), static_cast<std::int32_t>(own));
            for (std::size_t place = 0; place < own; ++place) {
                feature.featureOf[order[place]] = static_cast<std::int32_t>(place);
                m_featureNames.push_back(column.name + " = " + column.words[order[place]]);
            }
            if (isCut) m_featureNames.push_back(column.name + " = …");
            if (order.empty()) continue;  // no word at all
        }
        m_features.push_back(std::move(feature));
    }
}

void TableDataset::fit(Part, std::span<const std::int64_t> indices) {
    std::vector<float> values;
    for (Feature& feature : m_features) {
        const Column& column = m_table.columns[feature.column];
        if (column.type != ColumnType::Number) continue;
        values.clear();
        for (const std::int64_t index : indices)
            if (const float number = column.numbers[row(index)]; !std::isnan(number)) values.push_back(number);
        feature.mean = feature.filling = 0;
        feature.deviation = 1;
        if (values.empty()) continue;
        double sum = 0, squares = 0;
        for (const float value : values) sum += double{value};
        const double mean = sum / static_cast<double>(values.size());
        for (const float value : values) squares += (double{value} - mean) * (double{value} - mean);
        const double deviation = std::sqrt(squares / static_cast<double>(values.size()));
        feature.mean = static_cast<float>(mean);
        // A column with one value only says nothing: it becomes 0, not a division by zero.
        feature.deviation = deviation > 1e-7 * std::max(1e-30, std::abs(mean)) ? static_cast<float>(deviation) : 1;
        feature.filling = feature.mean;
        if (m_missing == MissingRule::Median && feature.marksMissing) {
            const auto middle = values.begin() + static_cast<std::ptrdiff_t>((values.size() - 1) / 2);
            std::ranges::nth_element(values, middle);
            feature.filling = *middle;
        }
    }
    if (m_spec.targetKind != TargetKind::Class) return;
    std::vector<std::int64_t> counts(static_cast<std::size_t>(m_spec.classes));
    for (const std::int64_t index : indices) ++counts[static_cast<std::size_t>(m_classOfRow[row(index)])];
    m_majority = std::ranges::max_element(counts) - counts.begin();
}

void TableDataset::read(Part, std::span<const std::int64_t> indices, Batch& batch) const {
    const std::size_t width = m_featureNames.size();
    batch.inputs.resize(1);
    HostTensor& input = batch.inputs[0];
    input.element = ElementType::Float;
    input.sizes = {static_cast<std::int64_t>(indices.size()), static_cast<std::int64_t>(width)};
    input.floats.assign(indices.size() * width, 0);
    for (std::size_t i = 0; i < indices.size(); ++i) {
        float* out = input.floats.data() + i * width;
        for (const Feature& feature : m_features) {
            const Column& column = m_table.columns[feature.column];
            if (column.type == ColumnType::Number) {
                const float number = column.numbers[row(indices[i])];
                const bool missing = std::isnan(number);
                out[feature.first] = ((missing ? feature.filling : number) - feature.mean) / feature.deviation;
                if (feature.marksMissing) out[feature.first + 1] = missing ? 1 : 0;
            } else if (const std::int32_t code = column.codes[row(indices[i])]; code >= 0) {
                out[feature.first + static_cast<std::size_t>(feature.featureOf[static_cast<std::size_t>(code)])] = 1;
            }
        }
    }
    HostTensor& target = batch.target;
    target.element = m_spec.target.element;
    target.floats.clear();
    target.integers.clear();
    target.sizes = {static_cast<std::int64_t>(indices.size())};
    if (m_spec.targetKind == TargetKind::Class) {
        for (const std::int64_t index : indices) target.integers.push_back(m_classOfRow[row(index)]);
    } else {
        target.sizes.push_back(1);
        for (const std::int64_t index : indices) target.floats.push_back(m_table.columns[m_target].numbers[row(index)]);
    }
}

std::optional<std::int64_t> TableDataset::stratumOf(Part, std::int64_t index) const {
    if (m_spec.targetKind != TargetKind::Class) return std::nullopt;
    return m_classOfRow[row(index)];
}

std::optional<std::int64_t> TableDataset::groupOf(Part, std::int64_t index) const {
    if (!m_group) return std::nullopt;
    const std::int32_t code = m_table.columns[*m_group].codes[row(index)];
    // A row without a group is one of its own.
    return code >= 0 ? std::int64_t{code} : -1 - index;
}

std::vector<Baseline> TableDataset::baselines(Part, std::span<const std::int64_t> indices) const {
    if (m_spec.targetKind != TargetKind::Class || indices.empty()) return {};
    const auto right = std::ranges::count_if(indices, [this](std::int64_t index) { return m_classOfRow[row(index)] == m_majority; });
    return {{"accuracy", "majority", static_cast<double>(right) / static_cast<double>(indices.size())}};
}

}  // namespace seekbench
