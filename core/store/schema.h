// SPDX-License-Identifier: Apache-2.0
#pragma once

// The tables of the database and how an older one becomes today's. Private to core/store.

#include "core/store/database.h"

struct sqlite3;

namespace seekbench {

// Brings the tables up to date (ReadWrite) or checks that they are (ReadOnly). Throws StoreFailure.
void migrate(sqlite3* connection, Database::Access access);

}  // namespace seekbench
