// SPDX-License-Identifier: Apache-2.0
#include "core/code/names.h"

namespace seekbench {
namespace {

// Words of Python 3.12 and C++20, members of torch.nn.Module and torch::nn::Module, and the words that emitted code uses itself.
const std::set<std::string_view>& reservedWords() {
    static const std::set<std::string_view> words{
        "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else",
        "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "match", "nonlocal", "not", "or", "pass",
        "raise", "return", "try", "type", "while", "with", "yield",
        //
        "alignas", "alignof", "and_eq", "asm", "auto", "bitand", "bitor", "bool", "case", "catch", "char", "char8_t", "char16_t",
        "char32_t", "co_await", "co_return", "co_yield", "compl", "concept", "const", "const_cast", "consteval", "constexpr", "constinit",
        "decltype", "default", "delete", "do", "double", "dynamic_cast", "enum", "explicit", "export", "extern", "false", "float", "friend",
        "goto", "inline", "int", "long", "mutable", "namespace", "new", "noexcept", "not_eq", "nullptr", "operator", "or_eq", "private",
        "protected", "public", "register", "reinterpret_cast", "requires", "short", "signed", "sizeof", "static", "static_assert",
        "static_cast", "struct", "switch", "template", "this", "thread_local", "throw", "true", "typedef", "typeid", "typename", "union",
        "unsigned", "using", "virtual", "void", "volatile", "wchar_t", "xor", "xor_eq", "int64_t", "std",
        //
        "add_module", "apply", "bfloat16", "buffers", "call_super_init", "children", "clone", "compile", "cpu", "cuda", "dump_patches",
        "eval", "extra_repr", "forward", "get_buffer", "get_extra_state", "get_parameter", "get_submodule", "half", "ipu",
        "is_serializable", "is_training", "load", "load_state_dict", "modules", "mtia", "named_buffers", "named_children", "named_modules",
        "named_parameters", "parameters", "pretty_print", "register_backward_hook", "register_buffer", "register_forward_hook",
        "register_forward_pre_hook", "register_full_backward_hook", "register_full_backward_pre_hook", "register_load_state_dict_post_hook",
        "register_module", "register_parameter", "register_state_dict_pre_hook", "replace_module", "requires_grad_", "save",
        "set_extra_state", "set_submodule", "share_memory", "state_dict", "to", "to_empty", "train", "training", "unregister_module", "xpu",
        "zero_grad",
        //
        "F", "Model", "OrderedDict", "build_model", "math", "name", "nn", "self", "super", "torch", "weights"};
    return words;
}

// The length in bytes of the UTF-8 character at `at`, at least 1.
std::size_t characterLength(std::string_view text, std::size_t at) {
    std::size_t end = at + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
    return end - at;
}

// The unified ideographs U+4E00 to U+9FFF: letters in Python and C++ alike, and unchanged by Python's normalization of names.
bool isIdeograph(std::string_view character) {
    if (character.size() != 3) return false;
    const auto byte = [&](std::size_t i) { return static_cast<unsigned>(static_cast<unsigned char>(character[i])); };
    if ((byte(0) & 0xF0) != 0xE0) return false;
    const unsigned code = (byte(0) & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
    return code >= 0x4E00 && code <= 0x9FFF;
}

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isLower(char c) { return c >= 'a' && c <= 'z'; }
bool isUpper(char c) { return c >= 'A' && c <= 'Z'; }

}  // namespace

std::string identifierOf(std::string_view text) {
    std::string identifier;
    for (std::size_t at = 0, length = 0; at < text.size(); at += length) {
        length = characterLength(text, at);
        const std::string_view character = text.substr(at, length);
        const char c = character.front();
        const bool stays = length == 1 ? isLower(c) || isUpper(c) || isDigit(c) || c == '_' : isIdeograph(character);
        identifier.append(stays ? character : "_");
    }
    if (identifier.empty() || isDigit(identifier.front()))
        identifier.insert(0, "node_");
    else if (identifier.front() == '_')
        identifier.insert(0, "node");
    if (reservedWords().contains(identifier)) identifier += '_';
    return identifier;
}

std::string snakeCase(std::string_view identifier) {
    std::string snake;
    for (std::size_t i = 0; i < identifier.size(); ++i) {
        const char c = identifier[i];
        if (!isUpper(c)) {
            snake += c;
            continue;
        }
        const bool afterWord = i > 0 && (isLower(identifier[i - 1]) || isDigit(identifier[i - 1]));
        const bool beforeWord = i > 0 && isUpper(identifier[i - 1]) && i + 1 < identifier.size() && isLower(identifier[i + 1]);
        if (afterWord || beforeWord) snake += '_';
        snake += static_cast<char>(c - 'A' + 'a');
    }
    return snake;
}

std::string Names::take(const std::string& wanted) {
    std::string name = wanted;
    for (int number = 2; !m_taken.insert(name).second; ++number) name = wanted + "_" + std::to_string(number);
    return name;
}

}  // namespace seekbench
