// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace seekbench {

class Perspective;
class WindowSession;

// A perspective is a row here and a class of its own; rail, menu and shortcuts follow from the row.
struct ViewRow {
    std::string_view command;  // of commands.cpp
    std::string_view icon;
    Perspective* (*make)(WindowSession& session);
};
std::span<const ViewRow> viewRows();

inline constexpr std::size_t kDesignView = 0, kTrainView = 1, kCompareView = 2, kProfileView = 3;

}  // namespace seekbench
