// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/json.h"
#include "core/base/result.h"

namespace seekbench {

// JsonFields reads one JSON object strictly: each field has its type, and fields that nobody asked for are errors.
// The first error is kept and later reads do nothing, so that a reader is a plain list of fields followed by finish().
// Errors name the field by its place, such as "training.batch_size". The object must outlive the reader.
class JsonFields {
public:
    // `place` is where `json` stands in its file; empty for the whole file.
    explicit JsonFields(const Json& json, std::string place = {});

    // Reads a field into `value`; a field that is not there leaves it as it is. An integer is taken where a real is wanted.
    void read(std::string_view field, bool& value);
    void read(std::string_view field, std::int64_t& value);
    void read(std::string_view field, double& value);
    void read(std::string_view field, std::string& value);
    void read(std::string_view field, std::vector<std::string>& value);
    // The field itself, for the caller to read; nullptr when it is not there.
    const Json* find(std::string_view field);
    // The same, and it is an error when it is not there.
    const Json* require(std::string_view field);

    // "training.batch_size"
    std::string place(std::string_view field) const;
    void fail(Error error);
    // The first error, or a complaint about fields that were never asked for.
    Result<void> finish();

private:
    // The field when it is there and `fits`; otherwise an error that says what is `wanted`.
    const Json* typed(std::string_view field, bool (*fits)(const Json&), std::string_view wanted);

    const Json& m_json;
    std::string m_place;
    std::set<std::string, std::less<>> m_known;
    Result<void> m_result;
};

}  // namespace seekbench
