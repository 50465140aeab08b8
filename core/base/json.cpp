// SPDX-License-Identifier: Apache-2.0
#include "core/base/json.h"

#include <nlohmann/json.hpp>

#include "core/base/file.h"

namespace seekbench {

Result<Json> parseJson(std::string_view text, const JsonLimits& limits) {
    if (text.size() > limits.bytes)
        return Error(ErrorCode::InvalidInput, say("The text is %1 bytes long; at most %2 are read.", text.size(), limits.bytes),
                     say("Check that it is the file you meant."));
    bool tooDeep = false;
    const auto watchDepth = [&](int depth, Json::parse_event_t event, Json&) {
        const bool opens = event == Json::parse_event_t::object_start || event == Json::parse_event_t::array_start;
        if (opens && depth >= limits.depth) {
            tooDeep = true;
            throw std::length_error("nesting");  // the only way to make the parser stop here
        }
        return true;
    };
    try {
        return Json::parse(text.begin(), text.end(), watchDepth);
    } catch (const Json::exception& exception) {
        std::string reason = exception.what();
        if (const auto bracket = reason.find("] "); bracket != std::string::npos) reason.erase(0, bracket + 2);
        return Error(ErrorCode::InvalidInput, say("This is not valid JSON: %1.", reason), say("Check the file at that place."));
    } catch (const std::length_error&) {
        if (!tooDeep) throw;
        return Error(ErrorCode::InvalidInput, say("The JSON is nested more than %1 levels deep.", limits.depth),
                     say("Check that it is the file you meant."));
    }
}

Result<Json> readJsonFile(const std::filesystem::path& path, const JsonLimits& limits) {
    auto text = readFile(path, limits.bytes);
    if (!text) return text.error();
    auto value = parseJson(*text, limits);
    if (!value) return value.error().in(say("reading %1", displayPath(path)));
    return value;
}

std::string canonicalJson(const Json& value) {
    return value.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Result<int> checkFormat(const Json& value, std::string_view format, int newestVersion) {
    const bool named = value.is_object() && value.contains("format") && value["format"].is_string();
    if (!named || value["format"].get_ref<const std::string&>() != format)
        return Error(ErrorCode::InvalidInput, say("This is not a %1 file: its field \"format\" does not say \"%1\".", format),
                     say("Choose another file."));
    if (!value.contains("version") || !value["version"].is_number_integer())
        return Error(ErrorCode::InvalidInput, say("The field \"version\" is missing or not an integer."),
                     say("Add \"version\": %1 if you wrote the file by hand.", newestVersion));
    const auto version = value["version"].get<std::int64_t>();
    if (version < 1)
        return Error(ErrorCode::InvalidInput, say("Version %1 of the format %2 never existed.", version, format),
                     say("Write \"version\": %1 if you wrote the file by hand.", newestVersion));
    if (version > newestVersion)
        return Error(ErrorCode::NewerVersion,
                     say("The file has version %1 of the format %2; this Seekbench reads versions up to %3.", version, format, newestVersion),
                     say("Update Seekbench to open it. The file was left as it is."));
    return static_cast<int>(version);
}

}  // namespace seekbench
