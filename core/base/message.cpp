// SPDX-License-Identifier: Apache-2.0
#include "core/base/message.h"

#include <cstdio>

namespace seekbench {

std::string Message::english() const {
    std::string text;
    for (std::size_t i = 0; i < source.size(); ++i) {
        const bool placeholder = source[i] == '%' && i + 1 < source.size() && source[i + 1] >= '1' && source[i + 1] <= '9';
        const auto index = placeholder ? static_cast<std::size_t>(source[i + 1] - '1') : 0;
        if (placeholder && index < arguments.size()) {
            text += arguments[index];
            ++i;
        } else {
            text += source[i];
        }
    }
    return text;
}

std::string argumentText(std::string_view text) { return std::string(text); }

std::string argumentText(double number) {
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, "%.6g", number);
    return buffer;
}

}  // namespace seekbench
