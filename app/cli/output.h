// SPDX-License-Identifier: Apache-2.0
#pragma once

// Everything the command line prints goes through here. A reader of stdout that has gone (| head) makes further printing do
// nothing; it is no error.

#include <string_view>

namespace seekbench {

enum class Stream { Output, Errors };

void print(std::string_view text, Stream stream = Stream::Output);
// Hands over what is buffered.
void flush(Stream stream = Stream::Output);

enum class OutputState { Open, ReaderGone, Failed };  // Failed: the disk is full, for example
OutputState outputState();

// Call once before anything else: a closed pipe shall be an answer of write(), not the end of the process.
void prepareOutput();

struct Terminal {
    bool present = false;  // somebody looks at it: neither file nor pipe
    int width = 80;
    bool colour = false;  // false with NO_COLOR (no-color.org) or TERM=dumb
};
Terminal terminalOf(Stream stream);

}  // namespace seekbench
