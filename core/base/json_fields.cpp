// SPDX-License-Identifier: Apache-2.0
#include "core/base/json_fields.h"

#include <algorithm>
#include <limits>

#include <nlohmann/json.hpp>

namespace seekbench {
namespace {

bool isText(const Json& json) { return json.is_string(); }

bool isWholeNumber(const Json& json) {
    // The parser keeps numbers above the signed range as unsigned ones.
    return json.is_number_integer() &&
           !(json.is_number_unsigned() && json.get<std::uint64_t>() > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()));
}

// What stands in the file, short enough for a sentence.
std::string shortText(const Json& json) {
    if (json.is_object()) return std::string(phrase("an object"));
    if (json.is_array()) return std::string(phrase("a list"));
    std::string text = json.dump(-1, ' ', true, Json::error_handler_t::replace);
    if (text.size() > 40) text = text.substr(0, 37) + "...";
    return text;
}

}  // namespace

JsonFields::JsonFields(const Json& json, std::string place) : m_json(json), m_place(std::move(place)) {
    if (m_json.is_object()) return;
    m_result = m_place.empty()
                   ? Error(ErrorCode::InvalidInput, say("A JSON object is wanted; this is %1.", shortText(m_json)))
                   : Error(ErrorCode::InvalidInput, say("The field \"%1\" must be an object; it is %2.", m_place, shortText(m_json)));
}

std::string JsonFields::place(std::string_view field) const {
    return m_place.empty() ? std::string(field) : m_place + "." + std::string(field);
}

void JsonFields::fail(Error error) {
    if (m_result) m_result = std::move(error);
}

const Json* JsonFields::find(std::string_view field) {
    m_known.emplace(field);
    if (!m_result) return nullptr;
    const auto found = m_json.find(field);
    return found == m_json.end() ? nullptr : &*found;
}

const Json* JsonFields::require(std::string_view field) {
    const Json* found = find(field);
    if (!found) fail(Error(ErrorCode::InvalidInput, say("The field \"%1\" is missing.", place(field)), say("Add it.")));
    return found;
}

const Json* JsonFields::typed(std::string_view field, bool (*fits)(const Json&), std::string_view wanted) {
    const Json* found = find(field);
    if (!found || fits(*found)) return found;
    fail(Error(ErrorCode::InvalidInput, say("The field \"%1\" must be %2; it is %3.", place(field), wanted, shortText(*found))));
    return nullptr;
}

void JsonFields::read(std::string_view field, bool& value) {
    if (const Json* found = typed(
            field, [](const Json& json) { return json.is_boolean(); }, phrase("true or false")))
        value = found->get<bool>();
}

void JsonFields::read(std::string_view field, std::int64_t& value) {
    if (const Json* found = typed(field, isWholeNumber, phrase("a whole number"))) value = found->get<std::int64_t>();
}

void JsonFields::read(std::string_view field, double& value) {
    if (const Json* found = typed(
            field, [](const Json& json) { return json.is_number(); }, phrase("a number")))
        value = found->get<double>();
}

void JsonFields::read(std::string_view field, std::string& value) {
    if (const Json* found = typed(field, isText, phrase("a text"))) value = found->get<std::string>();
}

void JsonFields::read(std::string_view field, std::vector<std::string>& value) {
    const auto isTexts = [](const Json& json) { return json.is_array() && std::ranges::all_of(json, isText); };
    if (const Json* found = typed(field, isTexts, phrase("a list of texts"))) value = found->get<std::vector<std::string>>();
}

Result<void> JsonFields::finish() {
    if (!m_result) return m_result;
    for (const auto& [field, value] : m_json.items()) {
        if (m_known.contains(field)) continue;
        std::string known;
        for (const std::string& name : m_known) known += (known.empty() ? "" : ", ") + name;
        fail(Error(ErrorCode::InvalidInput, say("There is no field \"%1\" here.", place(field)), say("Known fields are: %1.", known)));
        break;
    }
    return m_result;
}

}  // namespace seekbench
