// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/memory/memory_bar.h"

#include <algorithm>
#include <cmath>

#include <QtGui/QPainter>

#include "widgets/memory/memory_words.h"
#include "widgets/theme/style_sheet.h"

namespace seekbench {

std::vector<int> barEnds(const MemoryBytes& bytes, int width) {
    const auto total = static_cast<double>(std::max<std::int64_t>(1, bytes.total()));
    std::vector<int> ends;
    double sum = 0;
    int end = 0;
    for (const MemoryCategory category : kMemoryCategories) {
        sum += static_cast<double>(bytes[category]);
        const int wanted = static_cast<int>(std::lround(sum / total * width));
        end = std::min(width, std::max(wanted, bytes[category] > 0 ? end + 1 : end));
        ends.push_back(end);
    }
    return ends;
}

MemoryBar::MemoryBar(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    retranslate();
}

void MemoryBar::setBytes(const MemoryBytes& bytes, std::int64_t full) {
    if (bytes == m_bytes && full == m_full) return;
    m_bytes = bytes;
    m_full = full;
    retranslate();
    update();
}

void MemoryBar::setTheme(Theme theme) {
    m_theme = theme;
    update();
}

void MemoryBar::retranslate() {
    setAccessibleName(tr("Memory by what it is for"));
    setAccessibleDescription(memorySentence(m_bytes));
    setToolTip(memorySentence(m_bytes));
}

QSize MemoryBar::sizeHint() const { return {emPixels(*this, 12), emPixels(*this, 0.85)}; }

void MemoryBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), m_theme[Colour::Grid]);
    if (m_bytes.total() <= 0) return;
    const double share = m_full > 0 ? std::min(1.0, static_cast<double>(m_bytes.total()) / static_cast<double>(m_full)) : 1;
    const auto ends = barEnds(m_bytes, static_cast<int>(std::lround(share * width())));
    int begin = 0;
    for (std::size_t i = 0; i < ends.size(); ++i) {
        painter.fillRect(QRect(begin, 0, ends[i] - begin, height()), memoryColour(m_theme, kMemoryCategories[i]));
        begin = ends[i];
    }
}

}  // namespace seekbench
