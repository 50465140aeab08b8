// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trace/advice/advice_view.h"

#include <algorithm>

#include <QtCore/QEvent>
#include <QtWidgets/QLabel>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>

#include "widgets/theme/style_sheet.h"

namespace seekbench {

AdviceView::AdviceView(QWidget* parent) : QWidget(parent) {
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);  // the buttons have it, and are scrolled to
    outer->addWidget(scroll);
    m_body = new QWidget(scroll);
    m_rows = new QVBoxLayout(m_body);
    m_rows->setContentsMargins(0, emPixels(*this, 0.46), emPixels(*this, 0.46), emPixels(*this, 0.46));
    m_rows->setSpacing(emPixels(*this, 0.62));
    m_note = new QLabel(m_body);
    setRole(*m_note, "warning");
    m_note->setWordWrap(true);
    m_note->hide();
    m_message = new QLabel(m_body);
    setRole(*m_message, "second");
    m_message->setWordWrap(true);
    m_rows->addWidget(m_note);
    m_rows->addWidget(m_message);
    m_rows->addStretch(1);
    scroll->setWidget(m_body);
    showTexts();
}

void AdviceView::clear() {
    for (AdviceCard* card : m_cards) {
        card->hide();
        card->deleteLater();  // one of its buttons may be what has led here
    }
    m_cards.clear();
}

void AdviceView::setMissing(Missing why) {
    clear();
    m_missing = why;
    showTexts();
}

void AdviceView::setAdvice(std::vector<Advice> advice) {
    clear();
    m_missing.reset();
    for (const Advice& one : advice) {
        auto* card = new AdviceCard(one, m_body);
        card->setCanMeasure(m_canMeasure);
        connect(card, &AdviceCard::measureRequested, this, [this, id = one.id] { Q_EMIT measureRequested(id); });
        connect(card, &AdviceCard::cancelRequested, this, &AdviceView::cancelRequested);
        connect(card, &AdviceCard::applyRequested, this, [this, id = one.id] { Q_EMIT applyRequested(id); });
        m_rows->insertWidget(m_rows->count() - 1, card);
        card->show();  // at once: the layout would do it later
        m_cards.push_back(card);
    }
    showTexts();
}

AdviceCard* AdviceView::card(std::string_view id) const {
    const auto found = std::ranges::find_if(m_cards, [&](const AdviceCard* card) { return card->advice().id == id; });
    return found == m_cards.end() ? nullptr : *found;
}

void AdviceView::setTrial(const std::string& id, const AdviceTrial& trial) {
    if (AdviceCard* found = card(id)) found->setTrial(trial);
}

void AdviceView::setCanMeasure(bool can) {
    m_canMeasure = can;
    for (AdviceCard* card : m_cards) card->setCanMeasure(can);
}

void AdviceView::setRunAtWork(bool atWork) { m_note->setVisible(atWork); }

QString AdviceView::message() const { return m_message->isVisibleTo(this) ? m_message->text() : QString(); }

void AdviceView::showTexts() {
    m_note->setText(tr("A run is being trained: it and a measurement slow each other down."));
    m_message->setText(m_missing == Missing::NoProfile     ? tr("No profile is open.")
                       : m_missing == Missing::BeingSought ? tr("Looking for what stands out…")
                                                           : tr("Nothing stands out: no part of a step is much larger than it has to be."));
    m_message->setVisible(m_cards.empty());
}

void AdviceView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        for (AdviceCard* card : m_cards) card->retranslate();
        showTexts();
    }
    QWidget::changeEvent(event);
}

}  // namespace seekbench
