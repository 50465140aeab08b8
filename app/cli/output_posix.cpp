// SPDX-License-Identifier: Apache-2.0
#include "app/cli/output.h"

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include <sys/ioctl.h>
#include <unistd.h>

namespace seekbench {
namespace {

OutputState g_state = OutputState::Open;  // of stdout, which there is once per process

std::FILE* fileOf(Stream stream) { return stream == Stream::Output ? stdout : stderr; }

void note(bool failed, Stream stream) {
    if (failed && stream == Stream::Output && g_state == OutputState::Open)
        g_state = errno == EPIPE ? OutputState::ReaderGone : OutputState::Failed;
}

}  // namespace

void print(std::string_view text, Stream stream) {
    if (stream == Stream::Output && g_state != OutputState::Open) return;
    note(std::fwrite(text.data(), 1, text.size(), fileOf(stream)) != text.size(), stream);
}

void flush(Stream stream) { note(std::fflush(fileOf(stream)) != 0, stream); }

OutputState outputState() { return g_state; }

void prepareOutput() { std::signal(SIGPIPE, SIG_IGN); }

Terminal terminalOf(Stream stream) {
    const int descriptor = ::fileno(fileOf(stream));
    Terminal terminal{.present = ::isatty(descriptor) == 1};
    winsize size{};
    if (::ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) terminal.width = size.ws_col;
    const char* kind = std::getenv("TERM");
    const char* noColour = std::getenv("NO_COLOR");
    terminal.colour = terminal.present && !(noColour && *noColour) && kind && std::strcmp(kind, "dumb") != 0;
    return terminal;
}

}  // namespace seekbench
