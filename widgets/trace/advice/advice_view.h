// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QtWidgets/QWidget>

#include "widgets/trace/advice/advice_card.h"

class QLabel;
class QVBoxLayout;

namespace seekbench {

// What a profile suggests to change, a card for each piece of advice, the greatest part of a step first. Knows no runs and trains
// nothing: it asks, and is told what came of it. Lives in the GUI thread.
class AdviceView : public QWidget {
    Q_OBJECT

public:
    explicit AdviceView(QWidget* parent = nullptr);

    enum class Missing { NoProfile, BeingSought };
    // Of the open profile, or why there is none to show.
    void setAdvice(std::vector<Advice> advice);
    void setMissing(Missing why);
    // Of the card with this id, if there is one.
    void setTrial(const std::string& id, const AdviceTrial& trial);
    // Whether a gain can be measured now; else one is being measured already.
    void setCanMeasure(bool can);
    // Says above the cards that a run is being trained, which disturbs what is measured.
    void setRunAtWork(bool atWork);

    const std::vector<AdviceCard*>& cards() const { return m_cards; }
    AdviceCard* card(std::string_view id) const;  // nullptr: there is none
    QString message() const;                      // what stands in place of cards

Q_SIGNALS:
    void measureRequested(const std::string& id);
    void cancelRequested();
    void applyRequested(const std::string& id);

protected:
    void changeEvent(QEvent* event) override;

private:
    void clear();
    void showTexts();

    std::optional<Missing> m_missing = Missing::NoProfile;
    bool m_canMeasure = true;
    QLabel *m_note, *m_message;
    QWidget* m_body;
    QVBoxLayout* m_rows;
    std::vector<AdviceCard*> m_cards;
};

}  // namespace seekbench
