// SPDX-License-Identifier: Apache-2.0
#pragma once

// SQLite with owners and exceptions, private to core/store: a StoreFailure flies at most to the public function that began
// the work, where guarded() makes it a Result.

#include <algorithm>
#include <concepts>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace seekbench {

struct StoreFailure {
    Error error;
};

// The error of the last call on `connection`, as a sentence about `path`.
Error storeError(sqlite3* connection, std::string_view path);

struct CloseConnection {
    void operator()(sqlite3* connection) const;
};
using Connection3 = std::unique_ptr<sqlite3, CloseConnection>;

// Runs `work` and gives its value, or the error it threw, seen from `context`.
template <class Work>
auto guarded(const Message& context, Work&& work) -> Result<decltype(work())> {
    try {
        if constexpr (std::is_void_v<decltype(work())>) {
            work();
            return {};
        } else {
            return work();
        }
    } catch (const StoreFailure& failure) {
        return failure.error.in(context);
    }
}

// Runs SQL texts that answer nothing.
void execute(sqlite3* connection, const char* sql);

// A Statement is one prepared SQL text. bind() fills ?1, ?2 …; after run() it can be bound and run again.
class Statement {
public:
    Statement(sqlite3* connection, std::string_view sql);

    template <class... Values>
    Statement& bind(const Values&... values) {
        int index = 0;
        (bindAt(++index, values), ...);
        return *this;
    }
    // True when there is a row to read. Texts and blobs of a row are gone with the next step.
    bool step();
    // Runs to the end and makes ready to run again.
    void run();

    std::int64_t integer(int column) const;
    double real(int column) const;
    bool isNull(int column) const;
    std::string text(int column) const;
    std::span<const std::byte> blob(int column) const;
    // A blob that is an array of Number; empty for NULL.
    template <class Number>
    std::vector<Number> numbers(int column) const {
        const auto bytes = blob(column);
        std::vector<Number> result(bytes.size() / sizeof(Number));
        std::copy_n(bytes.begin(), result.size() * sizeof(Number), std::as_writable_bytes(std::span(result)).begin());
        return result;
    }
    sqlite3_stmt* get() const { return m_statement.get(); }

private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    void bindAt(int index, std::nullptr_t);
    void bindAt(int index, double value);
    void bindAt(int index, std::int64_t value);
    void bindAt(int index, std::integral auto value) { bindAt(index, static_cast<std::int64_t>(value)); }
    void bindAt(int index, const std::optional<double>& value) { value ? bindAt(index, *value) : bindAt(index, nullptr); }
    void bindAt(int index, std::string_view text);
    // Not copied: the bytes outlive the statement's run.
    void bindAt(int index, std::span<const std::byte> bytes);
    void check(int code) const;

    sqlite3* m_connection;
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
};

// A Transaction takes the write lock at its beginning and rolls back at its end unless commit() was called.
class Transaction {
public:
    explicit Transaction(sqlite3* connection);
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction();
    void commit();

private:
    sqlite3* m_connection;
    bool m_open = true;
};

}  // namespace seekbench
