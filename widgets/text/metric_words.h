// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include <QtCore/QString>

namespace seekbench {

// Words for what goes with a metric (core/run/metric.h): one of its companions, the rule of a baseline. Unknown ones stand as they are.
QString companionText(std::string_view companion);
QString baselineText(std::string_view rule);

}  // namespace seekbench
