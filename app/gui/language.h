// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <span>

#include <QtCore/QString>
#include <QtCore/QTranslator>

namespace seekbench {

struct LanguageRow {
    const char* code;  // "zh_CN"
    const char* name;  // in the language itself
};
std::span<const LanguageRow> languages();
bool isLanguage(const QString& code);

// The language of the whole application: our texts and Qt's own. Changing it sends QEvent::LanguageChange to every widget.
// One per application, in the GUI thread.
class Language {
public:
    Language();
    ~Language();

    // English for a code without translation.
    void set(const QString& code);
    const QString& code() const { return m_code; }

private:
    QString m_code;
    std::unique_ptr<QTranslator> m_ours, m_qt;
};

}  // namespace seekbench
