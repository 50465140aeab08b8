// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/window_session.h"

namespace seekbench {

// Asks for a file and writes the code into it. What goes wrong is told by the session.
void saveCode(WindowSession& session, QWidget* parent, const QString& code, const QString& suggestion);

}  // namespace seekbench
