// SPDX-License-Identifier: Apache-2.0
#include "core/data/prices/bars.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "core/base/file.h"
#include "core/base/hash.h"
#include "core/data/table/csv_parser.h"
#include "core/data/table/text_parameters.h"

namespace seekbench {
namespace {

constexpr std::size_t kMostBars = std::size_t{1} << 24;
constexpr std::int64_t kTitleRows = 10;  // rows above the names that are put up with
constexpr std::size_t kFields = 6;
constexpr std::array<std::string_view, kFields> kFieldNames{"date", "open", "high", "low", "close", "volume"};

// What the columns are called in English files and in those of Chinese terminals and data services; compared without capital letters.
const std::array<std::vector<std::string_view>, kFields>& knownNames() {
    static const std::array<std::vector<std::string_view>, kFields> names{{
        {"date", "datetime", "time", "timestamp", "trade_date", "日期", "交易日期", "时间", "日期date"},
        {"open", "open price", "开盘", "开盘价", "今开", "开盘open"},
        {"high", "high price", "最高", "最高价", "最高high"},
        {"low", "low price", "最低", "最低价", "最低low"},
        {"close", "close price", "price", "last", "收盘", "收盘价", "收盘close"},
        {"volume", "vol", "vol.", "成交量", "成交量(手)", "成交量(股)", "成交量（手）", "成交量（股）", "交易量", "成交量（万手）volume"},
    }};
    return names;
}

std::string lowered(std::string_view text) {
    std::string lower(trimmed(text));
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return lower;
}

class BarCollector {
public:
    explicit BarCollector(std::vector<std::string> names) {
        for (const std::string& name : names) m_own.push_back(lowered(name));
    }

    Result<void> add(const CsvRow& row) {
        if (!m_width) return addAboveData(row);
        if (m_note) return *m_note;
        if (row.cells.size() == 1 && *m_width > 1) {
            // A line of origin; only the last one may be such.
            m_note = Error(ErrorCode::InvalidInput, say("Line %1 has 1 cell and not %2.", row.line, *m_width),
                           say("Correct the line, or take it out of the file."));
            return {};
        }
        if (row.cells.size() != *m_width)
            return Error(ErrorCode::InvalidInput, say("Line %1 has %2 cells and not %3.", row.line, row.cells.size(), *m_width),
                         say("Correct the line, or take it out of the file."));
        return addBar(row);
    }

    bool hasNames() const { return m_width.has_value(); }

    Result<Bars> finish() && {
        if (!m_width)
            return Error(ErrorCode::InvalidInput, say("No row names the columns of the prices."),
                         say("Name six columns in the order date, open, high, low, close, volume in the parameter \"columns\"."));
        if (m_bars.bars.empty()) return Error(ErrorCode::InvalidInput, say("The file has no prices."), say("Choose another file."));
        std::ranges::stable_sort(m_bars.bars, {}, &Bar::time);
        const auto twice = std::ranges::adjacent_find(m_bars.bars, {}, &Bar::time);
        if (twice != m_bars.bars.end())
            return Error(ErrorCode::InvalidInput, say("Two rows have the same date (%1 seconds since 1970).", twice->time),
                         say("Keep one of them; a file holds the prices of one paper."));
        Fingerprint fingerprint;
        for (const Bar& bar : m_bars.bars) {
            const double numbers[] = {static_cast<double>(bar.time), bar.open, bar.high, bar.low, bar.close, bar.volume};
            fingerprint.add(std::as_bytes(std::span(numbers)));
        }
        m_bars.fingerprint = fingerprint.hex();
        return std::move(m_bars);
    }

private:
    Result<void> addAboveData(const CsvRow& row) {
        for (std::size_t field = 0; field < kFields; ++field) {
            m_place[field].reset();
            for (std::size_t i = 0; i < row.cells.size() && !m_place[field]; ++i) {
                const std::string name = lowered(row.cells[i]);
                const auto& known = knownNames()[field];
                const bool fits =
                    m_own.empty() ? std::ranges::find(known, name) != known.end() : field < m_own.size() && name == m_own[field];
                if (fits) m_place[field] = i;
            }
        }
        if (std::ranges::all_of(m_place, [](const auto& place) { return place.has_value(); })) {
            m_width = row.cells.size();
            return {};
        }
        if (++m_rowsAbove < kTitleRows) return {};
        return Error(ErrorCode::InvalidInput,
                     say("None of the first %1 rows names the six columns date, open, high, low, close and volume.", kTitleRows),
                     say("Name six columns in that order in the parameter \"columns\"."));
    }

    Result<void> addBar(const CsvRow& row) {
        const auto cell = [&](std::size_t field) { return row.cells[*m_place[field]]; };
        const auto wrong = [&](std::size_t field, const char* sentence) {
            return Error(ErrorCode::InvalidInput, say(sentence, row.line, trimmed(cell(field)).substr(0, 60), kFieldNames[field]),
                         say("Correct the line, or take it out of the file."));
        };
        const auto time = dateIn(cell(0));
        if (!time) return wrong(0, "Line %1 has \"%2\" as %3, which is no date such as 2024-01-31.");
        std::array<double, 4> prices{};
        std::size_t without = 0;
        for (std::size_t i = 0; i < prices.size(); ++i) {
            const auto price = isMissing(cell(i + 1)) ? 0.0 : amountIn(cell(i + 1));
            if (!price || (*price != 0 && (*price < 1e-9 || *price > 1e12)))
                return wrong(i + 1, "Line %1 has \"%2\" as %3, which is no price.");
            prices[i] = *price;
            without += *price == 0;
        }
        if (without == prices.size()) return {};  // no trade that day
        const auto volume = isMissing(cell(5)) ? 0.0 : amountIn(cell(5));
        if (!volume || *volume < 0 || *volume > 1e18) return wrong(5, "Line %1 has \"%2\" as %3, which is no volume.");
        const auto [open, high, low, close] = prices;
        if (without > 0 || high < std::max({open, close, low}) || low > std::min(open, close))
            return Error(
                ErrorCode::InvalidInput,
                say("The prices of line %1 do not fit together: open %2, high %3, low %4, close %5.", row.line, open, high, low, close),
                say("Correct the line, or take it out of the file."));
        if (m_bars.bars.size() >= kMostBars)
            return Error(ErrorCode::Unsupported, say("The file has more than %1 rows.", kMostBars), say("Take coarser steps of time."));
        m_bars.bars.push_back({*time, open, high, low, close, *volume});
        return {};
    }

    std::vector<std::string> m_own;
    std::array<std::optional<std::size_t>, kFields> m_place;
    std::optional<std::size_t> m_width;  // of the rows, once the names are found
    std::int64_t m_rowsAbove = 0;
    std::optional<Error> m_note;
    Bars m_bars;
};

// The letter that stands most often in the first lines.
char delimiterOf(std::string_view head) {
    char best = ',';
    std::ptrdiff_t most = -1;
    for (const char candidate : {',', '\t', ';', '|'})
        if (const auto count = std::ranges::count(head, candidate); count > most) best = candidate, most = count;
    return best;
}

}  // namespace

bool namesBars(std::string_view head) {
    BarCollector collector({});
    CsvParser parser(delimiterOf(head.substr(0, 4096)), [&](const CsvRow& row) -> Result<void> {
        // The row below the names is of no interest: whether its numbers are right is for readBars() to say.
        return collector.hasNames() ? Result<void>(cancelled()) : collector.add(row);
    });
    if (parser.feed(head)) (void)parser.finish().operator bool();
    return collector.hasNames();
}

std::optional<double> amountIn(std::string_view cell) {
    struct Suffix {
        std::string_view text;
        double factor;
    };
    static constexpr Suffix kSuffixes[] = {{"万", 1e4}, {"亿", 1e8}, {"K", 1e3}, {"M", 1e6}, {"B", 1e9}};
    cell = trimmed(cell);
    double factor = 1;
    for (const Suffix& suffix : kSuffixes)
        if (cell.ends_with(suffix.text)) {
            factor = suffix.factor;
            cell.remove_suffix(suffix.text.size());
            break;
        }
    if (cell.size() > 40) return std::nullopt;
    std::string digits(cell);
    std::erase(digits, ',');
    const auto number = numberIn(digits);
    return number ? std::optional(*number * factor) : std::nullopt;
}

Result<Bars> readBars(const std::filesystem::path& path, TextEncoding encoding, const std::string& columns, const ReadProgress& progress) {
    const auto inFile = [&](const Error& error) { return error.in(say("reading the prices in %1", displayPath(path))); };
    const auto names = wordsOf(columns);
    if (!names.empty() && names.size() != kFields)
        return Error(ErrorCode::InvalidInput, say("The parameter \"columns\" has %1 names and not six.", names.size()),
                     say("Name the columns of date, open, high, low, close and volume, separated by commas."));
    auto file = TextFile::open(path, encoding);
    if (!file) return file.error();
    BarCollector collector(names);
    std::optional<CsvParser> parser;
    while (true) {
        const auto piece = file->next();
        if (!piece) return piece.error();
        if (piece->empty()) break;
        if (!parser) parser.emplace(delimiterOf(piece->substr(0, 4096)), [&](const CsvRow& row) { return collector.add(row); });
        if (auto fed = parser->feed(*piece); !fed) return inFile(fed.error());
        if (progress && !progress(file->progress())) return cancelled();
    }
    if (parser)
        if (auto finished = parser->finish(); !finished) return inFile(finished.error());
    auto bars = std::move(collector).finish();
    if (!bars) return inFile(bars.error());
    return bars;
}

}  // namespace seekbench
