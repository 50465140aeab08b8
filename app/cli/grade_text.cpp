// SPDX-License-Identifier: Apache-2.0
#include "app/cli/grade_text.h"

#include <cmath>

#include <nlohmann/json.hpp>

#include "core/base/json.h"

namespace seekbench {
namespace {

std::string jsonText(const ReproducibilityGrade& grade, const std::string& run, const std::string& other) {
    Json reasons = Json::array();
    for (const auto& reason : grade.reasons) reasons.push_back({{"cause", nameOf(reason.cause)}, {"sentence", reason.sentence.english()}});
    Json first;
    if (grade.first) first = {{"series", grade.first->series}, {"step", grade.first->step}};
    return canonicalJson({{"run", run},
                          {"other", other},
                          {"grade", nameOf(grade.letter)},
                          {"verdict", grade.verdict.english()},
                          {"reasons", reasons},
                          {"steps", grade.steps},
                          {"first_difference", first},
                          {"greatest_difference", std::isfinite(grade.greatest) ? Json(grade.greatest) : Json("infinite")}});
}

}  // namespace

std::string gradeText(const ReproducibilityGrade& grade, const std::string& run, const std::string& other, TextFormat format) {
    if (format == TextFormat::Json) return jsonText(grade, run, other);
    std::string text = (other.empty() ? "Run " + run : "Runs " + run + " and " + other) + "\n" + grade.verdict.english() + "\n";
    for (const auto& reason : grade.reasons) text += reason.sentence.english() + "\n";
    return text;
}

}  // namespace seekbench
