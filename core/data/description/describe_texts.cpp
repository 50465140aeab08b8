// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <map>

#include "core/base/file.h"
#include "core/data/description/describers.h"
#include "core/data/prices/bars.h"
#include "core/data/prices/price_windows.h"
#include "core/data/table/text_file.h"

namespace seekbench {
namespace {

constexpr std::size_t kShownBytes = 4000;
constexpr std::size_t kShownBars = 20;
constexpr std::size_t kCurvePoints = 512;

// The bytes of the letter that begins with `first` in valid UTF-8.
std::size_t letterBytes(char first) {
    const auto byte = static_cast<unsigned char>(first);
    return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

// Counts letters of a text that comes in pieces, which may end within a letter never (TextFile).
class LetterCounter {
public:
    void add(std::string_view piece) {
        for (std::size_t at = 0; at < piece.size();) {
            const std::size_t bytes = letterBytes(piece[at]);
            if (bytes == 1)
                ++m_plain[static_cast<unsigned char>(piece[at])];
            else
                ++m_others[std::string(piece.substr(at, bytes))];
            ++letters;
            at += bytes;
        }
    }
    // In the order of code points.
    std::vector<ClassCount> counts() const {
        std::vector<ClassCount> all;
        for (std::size_t i = 0; i < m_plain.size(); ++i)
            if (m_plain[i] > 0) all.push_back({std::string(1, static_cast<char>(i)), m_plain[i]});
        for (const auto& [letter, count] : m_others) all.push_back({letter, count});
        return all;
    }
    std::int64_t letters = 0;

private:
    std::array<std::int64_t, 128> m_plain{};
    std::map<std::string, std::int64_t> m_others;
};

std::string dayOf(std::int64_t seconds) {
    using namespace std::chrono;
    const year_month_day date(std::chrono::floor<days>(sys_seconds(std::chrono::seconds(seconds))));
    const auto padded = [](unsigned number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    return std::to_string(static_cast<int>(date.year())) + "-" + padded(static_cast<unsigned>(date.month())) + "-" +
           padded(static_cast<unsigned>(date.day()));
}

}  // namespace

Result<FileDescription> describeText(const DescribeRequest& request) {
    auto file = TextFile::open(request.path, TextEncoding::Automatic);
    if (!file) return file.error();
    FileDescription description;
    description.bytes = bytesAt(request.path);
    LetterCounter letters;
    std::int64_t lines = 0;
    while (true) {
        const auto piece = file->next();
        if (!piece) return piece.error();
        if (piece->empty()) break;
        letters.add(*piece);
        lines += std::ranges::count(*piece, '\n');
        if (description.text.size() < kShownBytes) {
            const auto room = piece->substr(0, kShownBytes - description.text.size());
            description.text += room.substr(0, validUtf8(room));
        }
        if (!request.progress(file->progress())) return cancelled();
    }
    if (letters.letters < 2)
        return Error(ErrorCode::InvalidInput, say("The text has %1 letters.", letters.letters), say("Choose a longer text."))
            .in(say("reading %1", displayPath(request.path)));
    description.rows = letters.letters;
    ColumnFacts column{.name = std::string(phrase("Letters")), .type = ColumnType::Category, .extents = {}, .count = letters.letters};
    const auto counts = letters.counts();
    column.distinct = static_cast<std::int64_t>(counts.size());
    if (counts.size() <= ColumnFacts::kMostClasses) column.classes = counts;
    description.columns.push_back(std::move(column));
    description.facts = {{std::string(phrase("Letters")), std::to_string(letters.letters)},
                         {std::string(phrase("Different letters")), std::to_string(counts.size())},
                         {std::string(phrase("Lines")), std::to_string(lines)},
                         {std::string(phrase("Encoding")), file->encoding() == TextEncoding::Gbk ? "GBK" : "UTF-8"}};
    description.dataset = {"text", {{"path", pathInExperiment(request.path)}}};
    // A short text gets short samples, so that there are some to validate with.
    constexpr std::int64_t kUsualLength = 128, kFewestSamples = 40;
    if (const std::int64_t longest = std::max<std::int64_t>(1, letters.letters / kFewestSamples); longest < kUsualLength)
        description.dataset.parameters["length"] = longest;
    description.split.source = Split::Source::TestPart;
    if (letters.letters < 10'000) description.warnings.push_back(say("The text is short: a model will know it by heart."));
    constexpr std::int64_t kMostTokens = 32768;
    if (static_cast<std::int64_t>(counts.size()) > kMostTokens)
        description.warnings.push_back(say("There are more than %1 different letters: choose bytes as the level.", kMostTokens));
    return description;
}

Result<FileDescription> describePrices(const DescribeRequest& request) {
    const auto bars = readBars(request.path, TextEncoding::Automatic, {}, request.progress);
    if (!bars) return bars.error();
    FileDescription description;
    description.bytes = bytesAt(request.path);
    const auto& all = bars->bars;
    description.rows = static_cast<std::int64_t>(all.size());
    const std::pair<std::string_view, double Bar::*> fields[] = {
        {"open", &Bar::open}, {"high", &Bar::high}, {"low", &Bar::low}, {"close", &Bar::close}, {"volume", &Bar::volume}};
    ColumnFacts time{.name = "date", .type = ColumnType::Date, .extents = {}, .count = description.rows};
    time.distinct = description.rows;
    time.minimum = static_cast<double>(all.front().time);
    time.maximum = static_cast<double>(all.back().time);
    description.columns.push_back(std::move(time));
    for (const auto& [name, field] : fields) {
        NumberObserver observer(std::string(name), {});
        for (const Bar& bar : all) observer.add({&(bar.*field), 1});
        ColumnFacts facts = std::move(observer).finish();
        facts.classes.clear();  // amounts, whatever they look like
        description.columns.push_back(std::move(facts));
    }
    for (std::size_t i = 0; i < std::min(kShownBars, all.size()); ++i) {
        auto& row = description.firstRows.emplace_back();
        row.push_back(dayOf(all[i].time));
        for (const auto& [name, field] : fields) row.push_back(argumentText(all[i].*field));
    }
    // The closing prices as a curve, thinned to what a picture can show.
    DatasetSample curve;
    const std::size_t points = std::min(kCurvePoints, all.size());
    curve.form = DatasetSample::Form::Series;
    curve.input.sizes = {static_cast<std::int64_t>(points), 1};
    for (std::size_t i = 0; i < points; ++i) curve.input.floats.push_back(static_cast<float>(all[i * all.size() / points].close));
    description.preview.samples.push_back(std::move(curve));
    description.preview.train = description.rows;
    std::int64_t rises = 0;
    double most = 0;
    for (std::size_t i = 1; i < all.size(); ++i) {
        rises += all[i].close > all[i - 1].close;
        most = std::max(most, std::abs(std::log(all[i].close / all[i - 1].close)));
    }
    description.facts = {{std::string(phrase("From")), dayOf(all.front().time)}, {std::string(phrase("To")), dayOf(all.back().time)}};
    if (all.size() > 1)
        description.facts.push_back(
            {std::string(phrase("Share of rising bars")), argumentText(static_cast<double>(rises) / static_cast<double>(all.size() - 1))});
    if (most > 0.5)
        description.warnings.push_back(
            say("The close changes by a factor of %1 from one bar to the next: prices that are not adjusted for splits mislead.",
                std::exp(most)));
    description.dataset = {"prices", {{"path", pathInExperiment(request.path)}}};
    // A window and its followers must fit several times, or there is nothing to validate with.
    constexpr std::int64_t kUsualWindow = 256;
    if (const std::int64_t longest = std::max<std::int64_t>(1, description.rows / 8); longest < kUsualWindow)
        description.dataset.parameters["window"] = longest;
    description.split = {.share = 0.2, .method = Split::Method::ByTime};
    return description;
}

}  // namespace seekbench
