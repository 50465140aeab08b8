// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace seekbench {

// An identifier that Python and C++ both take, made from any UTF-8 text: ASCII letters and digits, '_' and Chinese characters stay, what
// else there is becomes '_'. Words of either language, and names that would hide something of a module, get a '_' behind them; what does
// not begin like a name gets "node_" before it.
std::string identifierOf(std::string_view text);

// ResidualBlock → residual_block, the name of its function.
std::string snakeCase(std::string_view identifier);

// The identifiers of one scope: the second "conv" is conv_2.
class Names {
public:
    // Takes a name that is still free, and does not give it out again.
    std::string take(const std::string& wanted);
    void reserve(std::string name) { m_taken.insert(std::move(name)); }
    bool isTaken(const std::string& name) const { return m_taken.contains(name); }

private:
    std::set<std::string, std::less<>> m_taken;
};

}  // namespace seekbench
