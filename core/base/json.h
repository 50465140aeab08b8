// SPDX-License-Identifier: Apache-2.0
#pragma once

// JSON text in and out, with the limits that keep a hostile or broken file from hurting us.
// Only .cpp files include <nlohmann/json.hpp>; headers get by with the forward declaration.

#include <filesystem>
#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "core/base/result.h"

namespace seekbench {

using Json = nlohmann::json;

struct JsonLimits {
    std::size_t bytes = 64u << 20;  // longest text that is read
    int depth = 200;                // deepest nesting of arrays and objects
};

// Parses one JSON value. Errors name the byte where reading stopped, nesting deeper and texts longer than the limits.
Result<Json> parseJson(std::string_view text, const JsonLimits& limits = {});

// Reads and parses a file without ever reading more than limits.bytes of it.
Result<Json> readJsonFile(const std::filesystem::path& path, const JsonLimits& limits = {});

// The canonical text: keys sorted, two spaces of indent, shortest numbers that read back the same, newline at the end.
std::string canonicalJson(const Json& value);

// Checks the two fields every Seekbench file begins with ("format" and "version") and returns the version.
// A newer version is refused with a sentence that says so.
Result<int> checkFormat(const Json& value, std::string_view format, int newestVersion);

}  // namespace seekbench
