// SPDX-License-Identifier: Apache-2.0
#pragma once

// The rules of docs/architecture.md (sections 1 and 4) and of the licences, as functions of one file's path and text.
// Nothing here touches the disk, so each rule is tested with files that exist only in the test. A broken rule is a sentence.

#include <string>
#include <string_view>
#include <vector>

namespace seekbench::architecture {

struct SourceFile {
    std::string path;  // from the root, with '/': "core/graph/graph.h"
    std::string text;
};

// What an #include brings in. System is the standard library and the operating system.
enum class Origin {
    System,
    Ours,
    Qt,
    QtWidgets,
    QCustomPlot,
    Torch,
    Cuda,
    Json,
    Sqlite,
    FlatBuffers,
    Compression,
    Hash,
    CommandLine,
    GoogleTest
};

struct Include {
    std::string name;  // as written between the brackets or quotes
    Origin origin = Origin::System;
};

// The #include lines of a C++ text, in order; those in comments do not count.
std::vector<Include> includesOf(std::string_view text);

// Every include of the file that its folder may not have. A folder without a row in the table is itself a violation.
std::vector<std::string> layeringViolations(const SourceFile& file);

// A source, script or CMake file says its licence in its first lines: GPL-3.0-or-later for what links QCustomPlot (widgets/, app/gui and
// their tests), Apache-2.0 for the rest.
std::vector<std::string> licenceViolations(const SourceFile& file);

// At most 800 lines.
std::vector<std::string> lengthViolations(const SourceFile& file);

// No absolute path of the machine it was written on.
std::vector<std::string> machinePathViolations(const SourceFile& file);

// The README names the two commands ./run and ./test in its first lines.
std::vector<std::string> readmeViolations(const SourceFile& file);

// True for what is written in a language with comments: C++, CUDA, FlatBuffers, CMake, Python, and scripts that begin with "#!".
bool isSource(const SourceFile& file);

}  // namespace seekbench::architecture
