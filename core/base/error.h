// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "core/base/message.h"

namespace seekbench {

// What kind of thing went wrong; decides exit codes and which icon or button a view offers.
enum class ErrorCode {
    InvalidInput,   // a file, argument, graph or frame that is not what it should be
    NotFound,       // something named does not exist
    NewerVersion,   // written by a newer Seekbench
    Busy,           // somebody else holds it: a lock, a device, a run
    Io,             // the operating system refused: permission, disk full, broken pipe
    OutOfSpace,     // the disk is full
    Corrupt,        // bytes that were once good and are not any more
    Unsupported,    // understood, and not possible here
    Failed,         // anything else
};

// An Error says what was attempted (context, outermost first), what happened, and what the user can do about it.
class Error {
public:
    Error() = default;
    Error(ErrorCode code, Message what, Message advice = {});

    ErrorCode code() const { return m_code; }
    const Message& what() const { return m_what; }
    const Message& advice() const { return m_advice; }
    const std::vector<Message>& context() const { return m_context; }

    // The same error, seen from further out: error.in(say("opening the workspace %1", path)).
    Error in(Message context) const;

    // One English sentence or two: "While opening the workspace …: what happened. Advice."
    std::string english() const;

    bool operator==(const Error&) const = default;

private:
    ErrorCode m_code = ErrorCode::Failed;
    Message m_what;
    Message m_advice;
    std::vector<Message> m_context;
};

// The error for a failed system call: maps errno to a code and names the path or thing it was about.
Error systemError(int errorNumber, Message what);

}  // namespace seekbench
