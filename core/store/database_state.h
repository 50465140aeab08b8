// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/database.h"
#include "core/store/statement.h"

namespace seekbench {

struct Database::State {
    Connection3 connection;

    sqlite3* get() const { return connection.get(); }
};

}  // namespace seekbench
