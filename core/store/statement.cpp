// SPDX-License-Identifier: Apache-2.0
#include "core/store/statement.h"

#include <cerrno>

#include <sqlite3.h>

namespace seekbench {
namespace {

[[noreturn]] void fail(sqlite3* connection) {
    const char* path = sqlite3_db_filename(connection, "main");
    throw StoreFailure{storeError(connection, path ? path : "")};
}

}  // namespace

Error storeError(sqlite3* connection, std::string_view path) {
    const int code = sqlite3_errcode(connection) & 0xFF;
    const char* reason = sqlite3_errmsg(connection);
    if (code == SQLITE_FULL || sqlite3_system_errno(connection) == ENOSPC)
        return Error(ErrorCode::OutOfSpace, say("The disk that holds the database %1 is full.", path),
                     say("Free some disk space and try again."));
    switch (code) {
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return Error(ErrorCode::Corrupt, say("The database %1 is damaged (%2).", path, reason),
                         say("Run \"seekbench-cli rebuild\": it makes the database anew from the run folders."));
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return Error(ErrorCode::Busy, say("The database %1 is in use by another program (%2).", path, reason),
                         say("Try again in a moment."));
        case SQLITE_READONLY:
        case SQLITE_CANTOPEN:
        case SQLITE_PERM:
        case SQLITE_IOERR:
            return Error(ErrorCode::Io, say("The database %1 could not be opened or written (%2).", path, reason),
                         say("Choose a folder you may write to, for example with --workspace DIR."));
        default: return Error(ErrorCode::Failed, say("The database %1 refused (%2).", path, reason));
    }
}

void CloseConnection::operator()(sqlite3* connection) const { sqlite3_close_v2(connection); }

void execute(sqlite3* connection, const char* sql) {
    if (sqlite3_exec(connection, sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail(connection);
}

void Statement::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Statement::Statement(sqlite3* connection, std::string_view sql) : m_connection(connection) {
    sqlite3_stmt* statement = nullptr;
    check(sqlite3_prepare_v2(connection, sql.data(), static_cast<int>(sql.size()), &statement, nullptr));
    m_statement.reset(statement);
}

void Statement::check(int code) const {
    if (code != SQLITE_OK) fail(m_connection);
}

bool Statement::step() {
    const int code = sqlite3_step(m_statement.get());
    if (code != SQLITE_ROW && code != SQLITE_DONE) fail(m_connection);
    return code == SQLITE_ROW;
}

void Statement::run() {
    while (step()) {
    }
    check(sqlite3_reset(m_statement.get()));
}

std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(m_statement.get(), column); }
double Statement::real(int column) const { return sqlite3_column_double(m_statement.get(), column); }
bool Statement::isNull(int column) const { return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL; }

std::string Statement::text(int column) const {
    const auto bytes = blob(column);
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::span<const std::byte> Statement::blob(int column) const {
    const void* bytes = sqlite3_column_blob(m_statement.get(), column);
    return {static_cast<const std::byte*>(bytes), static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column))};
}

void Statement::bindAt(int index, std::nullptr_t) { check(sqlite3_bind_null(m_statement.get(), index)); }
void Statement::bindAt(int index, double value) { check(sqlite3_bind_double(m_statement.get(), index, value)); }
void Statement::bindAt(int index, std::int64_t value) { check(sqlite3_bind_int64(m_statement.get(), index, value)); }

void Statement::bindAt(int index, std::string_view text) {
    check(sqlite3_bind_text64(m_statement.get(), index, text.data() ? text.data() : "", text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Statement::bindAt(int index, std::span<const std::byte> bytes) {
    check(sqlite3_bind_blob64(m_statement.get(), index, bytes.data(), bytes.size(), SQLITE_STATIC));
}

Transaction::Transaction(sqlite3* connection) : m_connection(connection) { execute(connection, "BEGIN IMMEDIATE"); }

Transaction::~Transaction() {
    // After some errors SQLite has rolled back already; a second try is refused and harmless.
    if (m_open) sqlite3_exec(m_connection, "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit() {
    execute(m_connection, "COMMIT");
    m_open = false;
}

}  // namespace seekbench
