// SPDX-License-Identifier: Apache-2.0
#include "core/data/table/text_parameters.h"

#include <algorithm>

#include "core/data/table/csv_parser.h"

namespace seekbench {

ParameterSpec encodingParameter() {
    return specOf(kEncoding, phrase("Encoding"), phrase("How the file writes letters; auto: UTF-8 where it fits, else GBK."), "auto",
                  {"auto", "utf-8", "gbk"});
}

TextEncoding encodingOf(const Parameters& parameters) {
    const std::string& name = parameters[kEncoding];
    return name == "utf-8" ? TextEncoding::Utf8 : name == "gbk" ? TextEncoding::Gbk : TextEncoding::Automatic;
}

ParameterSpec requiredPath(Parameter<std::string> parameter, std::string_view help) {
    ParameterSpec spec = specOf(parameter, phrase("File"), help, "", {});
    spec.standard.reset();
    return spec;
}

std::vector<std::string> wordsOf(std::string_view list) {
    std::vector<std::string> words;
    while (!list.empty()) {
        const std::size_t end = std::min(list.find(','), list.size());
        if (const std::string_view word = trimmed(list.substr(0, end)); !word.empty()) words.emplace_back(word);
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return words;
}

}  // namespace seekbench
