// SPDX-License-Identifier: Apache-2.0
#include "core/data/table/table_rows.h"

#include <utility>

#include "core/base/file.h"
#include "core/base/hash.h"

namespace seekbench {
namespace {

constexpr std::size_t kHead = std::size_t{1} << 18;  // bytes that the layout is found out from

}  // namespace

TableRows::TableRows(std::filesystem::path path, const TableOptions& options)
    : m_path(std::move(path)), m_wanted(options.encoding), m_skipped(options.skipLines) {}

Result<TableRows> TableRows::open(const std::filesystem::path& path, const TableOptions& options, const ReadProgress& progress) {
    TableRows rows(path, options);
    if (auto found = rows.findLayout(options, progress); !found) return found.error();
    return rows;
}

Result<void> TableRows::findLayout(const TableOptions& options, const ReadProgress& progress) {
    auto file = TextFile::open(m_path, m_wanted);
    if (!file) return file.error();
    std::string head;
    std::int64_t toSkip = m_skipped;
    bool isWhole = false;
    while (head.size() < kHead && !isWhole) {
        const auto piece = file->next();
        if (!piece) return piece.error();
        isWhole = piece->empty();
        head += withoutLines(*piece, toSkip);
        if (progress && !progress(0)) return cancelled();
    }
    m_encoding = file->encoding();
    auto layout = layoutOf(head, isWhole, options);
    if (!layout) return layout.error().in(say("reading %1", displayPath(m_path)));
    m_layout = std::move(*layout);
    return {};
}

Result<void> TableRows::walk(const Take& take, const ReadProgress& progress, Fingerprint* fingerprint) {
    auto file = TextFile::open(m_path, m_wanted);
    if (!file) return file.error();
    bool isNames = m_layout.hasHeader, enough = false;
    CsvParser parser(m_layout.delimiter, [&](const CsvRow& row) -> Result<void> {
        if (std::exchange(isNames, false)) return {};
        const CsvRow placed{row.cells, row.line + m_skipped};
        if (row.cells.size() != m_layout.names.size())
            return Error(ErrorCode::InvalidInput,
                         say("Line %1 has %2 cells and not %3.", placed.line, row.cells.size(), m_layout.names.size()),
                         say("Correct the line, or choose another delimiter."));
        auto more = take(placed);
        if (!more) return more.error().in(say("reading line %1", placed.line));
        enough = !*more;
        return enough ? Result<void>(cancelled()) : Result<void>();
    });
    const auto inFile = [&](const Error& error) { return error.in(say("reading %1", displayPath(m_path))); };
    std::int64_t toSkip = m_skipped;
    while (true) {
        const auto piece = file->next();
        if (!piece) return piece.error();
        if (piece->empty()) break;
        if (fingerprint) fingerprint->add(std::as_bytes(std::span(*piece)));
        if (auto fed = parser.feed(withoutLines(*piece, toSkip)); !fed) return enough ? Result<void>() : inFile(fed.error());
        if (progress && !progress(file->progress())) return cancelled();
    }
    if (auto finished = parser.finish(); !finished) return enough ? Result<void>() : inFile(finished.error());
    return {};
}

}  // namespace seekbench
