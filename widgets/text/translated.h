// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// core says what it has to say as English source texts (core/base/message.h); here they become sentences in the window's
// language. Their translations are in the context "core" of translations/*.ts.

#include <string_view>

#include <QtCore/QString>

#include "core/base/error.h"
#include "core/base/message.h"

namespace seekbench {

// A label or sentence that stands in a table of core (marked there with phrase()).
QString translated(std::string_view phrase);
// The sentence with its arguments filled in.
QString translated(const Message& message);
// "While …: what happened. What to do."
QString translated(const Error& error);
// A text that was kept in English with its arguments filled in, such as a line of a journal; as it is where it is not known.
QString translatedEnglish(std::string_view english);

}  // namespace seekbench
