// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/data/dataset.h"
#include "core/data/table/table.h"

namespace seekbench {

// What a column tells and how it becomes features.
enum class MissingRule { Mean, Median };
enum class TableTask { Automatic, Class, Value };

// The rows of a table as samples: features as floats, one column the target. Number columns are scaled to mean 0 and deviation 1; a
// missing number becomes the mean or the median, and a column of its own says that it was missing; words become one feature each (one-hot).
// Means, deviations and medians are those of the samples given to fit(). Dates and free text are no features.
class TableDataset final : public Dataset {
public:
    struct Options {
        std::string target;  // name or number of a column; empty: the last one
        TableTask task = TableTask::Automatic;
        MissingRule missing = MissingRule::Mean;
        std::size_t mostCategories = 64;  // of a column; rarer words share one feature
        std::string group, time;          // names or numbers of columns; empty: none
    };
    // Rows without a target are left out; with a time column the rows are put in its order. Errors say what the table lacks.
    static Result<std::unique_ptr<Dataset>> make(Table table, const Options& options);

    const SampleSpec& spec() const override { return m_spec; }
    std::int64_t size(Part part) const override { return part == Part::Train ? static_cast<std::int64_t>(m_rows.size()) : 0; }
    void read(Part part, std::span<const std::int64_t> indices, Batch& batch) const override;
    std::string fingerprint() const override { return m_fingerprint; }
    void fit(Part part, std::span<const std::int64_t> indices) override;
    std::optional<std::int64_t> stratumOf(Part part, std::int64_t index) const override;
    std::optional<std::int64_t> groupOf(Part part, std::int64_t index) const override;
    std::vector<Baseline> baselines(Part part, std::span<const std::int64_t> indices) const override;

    // "age", "age is missing", "colour = red": one for each feature.
    const std::vector<std::string>& featureNames() const { return m_featureNames; }

private:
    struct Feature {
        std::size_t column = 0;
        std::size_t first = 0;  // its place among the features
        bool marksMissing = false;
        std::vector<std::int32_t> featureOf;  // Category: code → feature behind `first`
        float mean = 0, deviation = 1, filling = 0;
    };
    TableDataset() = default;
    Result<void> chooseTarget(const Options& options);
    Result<void> orderRows(const Options& options);
    void chooseFeatures(const Options& options);
    std::size_t row(std::int64_t index) const { return m_rows[static_cast<std::size_t>(index)]; }

    Table m_table;
    std::vector<std::size_t> m_rows;  // sample → row of the table
    std::size_t m_target = 0;
    std::vector<std::int64_t> m_classOfRow;  // classification
    std::optional<std::size_t> m_group, m_time;
    MissingRule m_missing = MissingRule::Mean;
    std::vector<Feature> m_features;
    std::vector<std::string> m_featureNames;
    std::int64_t m_majority = 0;  // the most frequent class of the fitted samples
    SampleSpec m_spec;
    std::string m_fingerprint;
};

// The row of the registry.
DatasetKind csvKind();

}  // namespace seekbench
