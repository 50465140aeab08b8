// SPDX-License-Identifier: Apache-2.0
#include "core/base/error.h"

#include <cerrno>
#include <system_error>

namespace seekbench {

Error::Error(ErrorCode code, Message what, Message advice)
    : m_code(code), m_what(std::move(what)), m_advice(std::move(advice)) {}

Error Error::in(Message context) const {
    Error outer = *this;
    outer.m_context.insert(outer.m_context.begin(), std::move(context));
    return outer;
}

std::string Error::english() const {
    std::string text;
    for (const Message& step : m_context) text += (text.empty() ? "While " : ", ") + step.english();
    if (!text.empty()) text += ": ";
    text += m_what.english();
    if (!m_advice.empty()) text += " " + m_advice.english();
    return text;
}

namespace {

ErrorCode codeOf(int errorNumber) {
    switch (errorNumber) {
    case ENOENT: return ErrorCode::NotFound;
    case ENOSPC:
#ifdef EDQUOT
    case EDQUOT:
#endif
        return ErrorCode::OutOfSpace;
    default: return ErrorCode::Io;
    }
}

Message adviceFor(int errorNumber) {
    switch (errorNumber) {
    case ENOENT:
    case ENOTDIR:
    case EISDIR:
    case ENAMETOOLONG: return say("Check the path.");
    case EACCES:
    case EPERM:
    case EROFS: return say("Choose a folder you may write to, for example with --workspace DIR.");
    case ENOSPC: return say("Free some disk space and try again.");
#ifdef EDQUOT
    case EDQUOT: return say("Free some of your disk quota and try again.");
#endif
    case EMFILE:
    case ENFILE: return say("Close some programs and try again.");
    default: return {};
    }
}

}  // namespace

Error systemError(int errorNumber, Message what) {
    what.source += " (%" + std::to_string(what.arguments.size() + 1) + ")";
    what.source += ".";
    what.arguments.push_back(std::generic_category().message(errorNumber));
    return Error(codeOf(errorNumber), std::move(what), adviceFor(errorNumber));
}

}  // namespace seekbench
