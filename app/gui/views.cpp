// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/views.h"

#include <array>

#include "app/gui/compare_perspective.h"
#include "app/gui/design_perspective.h"
#include "app/gui/profile_perspective.h"
#include "app/gui/train_perspective.h"

namespace seekbench {
namespace {

template <class View>
Perspective* make(WindowSession& session) {
    return new View(session);
}

}  // namespace

std::span<const ViewRow> viewRows() {
    static constexpr std::array kRows{
        ViewRow{"view.design", "design", &make<DesignPerspective>},
        ViewRow{"view.train", "train", &make<TrainPerspective>},
        ViewRow{"view.compare", "compare", &make<ComparePerspective>},
        ViewRow{"view.profile", "profile", &make<ProfilePerspective>},
    };
    return kRows;
}

}  // namespace seekbench
