// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

#include <QtCore/QString>

namespace seekbench {

// An experiment that comes with the product.
struct ExampleFile {
    QString name;  // of the file, without its ending
    std::filesystem::path path;
};
// By name; empty when the resources are not there.
std::vector<ExampleFile> exampleFiles();

}  // namespace seekbench
