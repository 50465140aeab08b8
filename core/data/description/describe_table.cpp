// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>
#include <cmath>
#include <unordered_set>

#include "core/base/file.h"
#include "core/data/description/describers.h"
#include "core/data/random.h"
#include "core/data/table/table_rows.h"
#include "core/data/table/text_parameters.h"

namespace seekbench {
namespace {

constexpr std::size_t kShownRows = 20, kShownColumns = 200, kShownBytes = 60;
constexpr std::size_t kSampledRows = 4096, kSampledCells = std::size_t{1} << 20;
constexpr std::size_t kComparedRows = std::size_t{1} << 18;  // among which rows that come twice are looked for

// The cell as it is shown: not longer than a glance, cut between letters.
std::string shown(std::string_view cell) {
    cell = trimmed(cell);
    if (cell.size() <= kShownBytes) return std::string(cell);
    const std::string_view cut = cell.substr(0, kShownBytes);
    return std::string(cut.substr(0, validUtf8(cut))) + "…";
}

std::string lowered(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return text;
}

// Whether the name is one of the words, or ends with one behind a line or a space: "patient_id".
bool isCalled(const std::string& name, std::initializer_list<std::string_view> words) {
    const std::string lower = lowered(name);
    return std::ranges::any_of(words, [&](std::string_view word) {
        if (lower == word) return true;
        if (!lower.ends_with(word) || lower.size() == word.size()) return false;
        const char before = lower[lower.size() - word.size() - 1];
        return before == '_' || before == ' ' || before == '-' || (static_cast<unsigned char>(before) & 0x80) != 0;
    });
}
bool isNamedLikeTarget(const std::string& name) {
    return isCalled(name, {"target", "label", "class", "y", "outcome", "species", "is_fraud", "fraud", "default", "diagnosis", "survived",
                           "标签", "目标", "类别", "结果", "是否违约", "是否欺诈"});
}
bool isNamedLikeGroup(const std::string& name) {
    return isCalled(name, {"id", "patient", "subject", "customer", "user", "group", "card", "account", "编号", "患者", "客户", "用户",
                           "账户", "卡号", "组"});
}

// Each row has a value of its own: it says which row it is and nothing about others.
bool namesRows(const ColumnFacts& column, std::int64_t rows) {
    if (column.countsRows) return true;
    const bool isNumber = column.type == ColumnType::Number;
    if (column.type == ColumnType::Date || (isNumber && !(column.isWhole && isNamedLikeGroup(column.name)))) return false;
    return rows >= 20 && static_cast<double>(column.distinct) >= 0.95 * static_cast<double>(rows);
}

std::optional<std::size_t> likelyTarget(const FileDescription& description) {
    const auto& columns = description.columns;
    const auto suits = [&](const ColumnFacts& column) {
        return (column.type == ColumnType::Number || column.type == ColumnType::Category) && column.distinct > 1 &&
               !namesRows(column, description.rows);
    };
    for (std::size_t i = columns.size(); i-- > 0;)
        if (suits(columns[i]) && isNamedLikeTarget(columns[i].name)) return i;
    for (std::size_t i = columns.size(); i-- > 0;)
        if (suits(columns[i])) return i;
    return std::nullopt;
}

void propose(FileDescription& description, std::optional<std::size_t> target) {
    ParameterValues& values = description.dataset.parameters;
    const auto& columns = description.columns;
    if (target) values["target"] = wordFor(description, *target);
    std::string ignored;
    bool hasGroup = false, hasTime = false;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const ColumnFacts& column = columns[i];
        if (i == target) continue;
        if (column.type == ColumnType::Date) {
            if (!hasTime && column.missing == 0) values["time_column"] = wordFor(description, i);
            hasTime = hasTime || column.missing == 0;
        } else if (namesRows(column, description.rows) || column.distinct < 2) {
            ignored += (ignored.empty() ? "" : ", ") + wordFor(description, i);
        } else if (!hasGroup && isNamedLikeGroup(column.name) && (column.type == ColumnType::Category || column.isWhole)) {
            values["group_column"] = wordFor(description, i);
            hasGroup = true;
        }
    }
    if (!ignored.empty()) values["ignored"] = std::move(ignored);
    description.split = suitableSplit(description, description.dataset);
}

// Rows, sampled evenly (algorithm R of Waterman, in Knuth's volume 2), and rows that come twice.
class TableObserver {
public:
    explicit TableObserver(const TableLayout& layout)
        : m_sampled(std::min(kSampledRows, std::max<std::size_t>(1, kSampledCells / std::max<std::size_t>(1, layout.names.size())))) {
        for (const std::string& name : layout.names) m_columns.emplace_back(name);
    }

    void add(const CsvRow& row) {
        const auto number = static_cast<std::size_t>(m_rows++);
        const std::size_t place = number < m_sampled ? number : static_cast<std::size_t>(m_random.below(number + 1));
        const bool compared = number < kComparedRows;
        std::uint64_t hash = 0;
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            m_columns[i].add(row.cells[i]);
            if (place < m_sampled) m_columns[i].keep(place);
            if (compared) hash = SplitMix64(hash ^ WordHash()(row.cells[i])).next();
        }
        if (compared && !m_seen.insert(hash).second) ++m_repeated;
        if (number >= kShownRows) return;
        auto& cells = m_firstRows.emplace_back();
        for (std::size_t i = 0; i < std::min(m_columns.size(), kShownColumns); ++i) cells.push_back(shown(row.cells[i]));
    }

    void finish(FileDescription& description) && {
        description.rows = m_rows;
        for (ColumnObserver& column : m_columns) description.columns.push_back(std::move(column).finish());
        description.firstRows = std::move(m_firstRows);
        if (m_repeated > 0)
            description.warnings.push_back(say("%1 of the first %2 rows are copies of an earlier row: copies may train and validate.",
                                               m_repeated, m_seen.size() + static_cast<std::size_t>(m_repeated)));
    }

private:
    std::size_t m_sampled;
    std::vector<ColumnObserver> m_columns;
    std::int64_t m_rows = 0, m_repeated = 0;
    std::unordered_set<std::uint64_t> m_seen;
    std::vector<std::vector<std::string>> m_firstRows;
    Xoshiro256 m_random{0, 0};
};

std::string delimiterName(char delimiter) {
    return delimiter == ',' ? "comma" : delimiter == ';' ? "semicolon" : delimiter == '\t' ? "tab" : delimiter == '|' ? "bar" : "space";
}

}  // namespace

std::optional<std::size_t> columnCalled(const FileDescription& description, std::string_view word) {
    const auto& columns = description.columns;
    const auto named = std::ranges::find(columns, word, &ColumnFacts::name);
    if (named != columns.end()) return static_cast<std::size_t>(named - columns.begin());
    std::size_t number = 0;
    const auto [end, failure] = std::from_chars(word.data(), word.data() + word.size(), number);
    if (failure != std::errc() || end != word.data() + word.size() || number == 0 || number > columns.size()) return std::nullopt;
    return number - 1;
}

std::string wordFor(const FileDescription& description, std::size_t column) {
    const std::string& name = description.columns[column].name;
    const bool isPlain = !name.empty() && name.find(',') == std::string::npos && trimmed(name).size() == name.size();
    return isPlain && columnCalled(description, name) == column ? name : std::to_string(column + 1);
}

Split suitableSplit(const FileDescription& description, const Choice& dataset) {
    Split split{.share = 0.2};
    const auto isSet = [&](const char* parameter) {
        const auto found = dataset.parameters.find(parameter);
        return found != dataset.parameters.end() && found->second != ParameterValue(std::string());
    };
    if (description.kind != "csv" && dataset.kind != "csv") return description.split;
    if (isSet("time_column"))
        split.method = Split::Method::ByTime;
    else if (isSet("group_column"))
        split.method = Split::Method::ByGroup;
    else if (const auto target = dataset.parameters.find("target"); target != dataset.parameters.end())
        if (const auto* word = std::get_if<std::string>(&target->second))
            if (const auto column = columnCalled(description, *word); column && description.columns[*column].isClasses())
                split.method = Split::Method::Stratified;
    return split;
}

Result<FileDescription> describeTable(const DescribeRequest& request) {
    auto rows = TableRows::open(request.path, {}, request.progress);
    if (!rows) return rows.error();
    FileDescription description;
    description.bytes = bytesAt(request.path);
    TableObserver observer(rows->layout());
    auto walked = rows->walk(
        [&](const CsvRow& row) -> Result<bool> {
            observer.add(row);
            return true;
        },
        request.progress);
    if (!walked) return walked.error();
    std::move(observer).finish(description);
    if (description.rows == 0)
        return Error(ErrorCode::InvalidInput, say("The file has no rows of data."), say("Choose a file with a table in it."))
            .in(say("reading %1", displayPath(request.path)));
    description.facts = {
        {std::string(phrase("Delimiter")), delimiterName(rows->layout().delimiter)},
        {std::string(phrase("Encoding")), rows->encoding() == TextEncoding::Gbk ? "GBK" : "UTF-8"},
        {std::string(phrase("Names in the first row")), rows->layout().hasHeader ? "yes" : "no"},
    };
    description.dataset = {"csv", {{"path", pathInExperiment(request.path)}}};
    std::optional<std::size_t> target = likelyTarget(description);
    if (!request.options.target.empty()) {
        target = columnCalled(description, request.options.target);
        if (!target)
            return Error(ErrorCode::NotFound, say("There is no column \"%1\".", request.options.target), say("Choose one of its columns."))
                .in(say("reading %1", displayPath(request.path)));
    }
    propose(description, target);
    return description;
}

}  // namespace seekbench
