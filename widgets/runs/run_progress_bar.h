// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

#include <QtWidgets/QWidget>

#include "widgets/theme/theme.h"

namespace seekbench {

// How far a run is: filled up to its step, ticks between epochs (between tens or hundreds of them when there are many), a ring where
// the best checkpoint was made and a bar where the newest was.
class RunProgressBar : public QWidget {
    Q_OBJECT

public:
    struct Values {
        std::int64_t step = 0, totalSteps = 0, epochs = 0;
        std::optional<std::int64_t> bestStep, checkpointStep;
        bool operator==(const Values&) const = default;
    };

    explicit RunProgressBar(QWidget* parent = nullptr);

    void setValues(const Values& values);
    const Values& values() const { return m_values; }
    void setTheme(Theme theme);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Theme m_theme;
    Values m_values;
};

// The distance between two ticks in epochs so that there are at most `most` ticks: 1, 2, 5, 10, 20 …
std::int64_t epochsBetweenTicks(std::int64_t epochs, std::int64_t most);

}  // namespace seekbench
