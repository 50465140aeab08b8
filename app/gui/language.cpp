// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/language.h"

#include <algorithm>
#include <array>

#include <QtCore/QCoreApplication>
#include <QtCore/QLibraryInfo>

namespace seekbench {

std::span<const LanguageRow> languages() {
    static constexpr std::array kRows{LanguageRow{"en", "English"}, LanguageRow{"zh_CN", "中文"}};
    return kRows;
}

bool isLanguage(const QString& code) {
    return std::ranges::any_of(languages(), [&](const LanguageRow& row) { return code == QLatin1String(row.code); });
}

Language::Language() = default;
Language::~Language() = default;

void Language::set(const QString& code) {
    const auto replace = [](std::unique_ptr<QTranslator>& translator, const QString& name, const QString& folder) {
        if (translator) QCoreApplication::removeTranslator(translator.get());
        translator = std::make_unique<QTranslator>();
        if (translator->load(name, folder)) QCoreApplication::installTranslator(translator.get());
    };
    m_code = code;
    // English has a file, too: it holds the plurals.
    replace(m_ours, QStringLiteral("seekbench_%1").arg(code), QStringLiteral(":/translations"));
    replace(m_qt, QStringLiteral("qtbase_%1").arg(code), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
}

}  // namespace seekbench
