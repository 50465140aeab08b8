// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>

#include "core/data/table/table_layout.h"

namespace seekbench {

class Fingerprint;

// A TableRows walks over the rows of a CSV or TSV file, plain or gzip, from its beginning as often as it is asked to. The file is
// streamed, never held. One thread uses it.
class TableRows {
public:
    // Finds out how the table stands in its file.
    static Result<TableRows> open(const std::filesystem::path& path, const TableOptions& options, const ReadProgress& progress = {});

    const TableLayout& layout() const { return m_layout; }
    TextEncoding encoding() const { return m_encoding; }

    // Told each row of data, without the names; answers whether to go on.
    using Take = std::function<Result<bool>(const CsvRow& row)>;
    // Ends early, and well, where `take` answers false. Errors name the line: rows with another number of cells than the first, text behind
    // quotes. `fingerprint` gets the text of the file as it is decoded.
    Result<void> walk(const Take& take, const ReadProgress& progress = {}, Fingerprint* fingerprint = nullptr);

private:
    TableRows(std::filesystem::path path, const TableOptions& options);
    Result<void> findLayout(const TableOptions& options, const ReadProgress& progress);

    std::filesystem::path m_path;
    TextEncoding m_wanted, m_encoding = TextEncoding::Utf8;
    std::int64_t m_skipped;
    TableLayout m_layout;
};

}  // namespace seekbench
