// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/text/translated.h"

#include <QtCore/QCoreApplication>

#include "widgets/text/figures.h"

namespace seekbench {

QString translated(std::string_view phrase) {
    if (phrase.empty()) return {};
    return QCoreApplication::translate("core", std::string(phrase).c_str());
}

QString translated(const Message& message) {
    if (message.empty()) return {};
    // As Message::english() does it: an argument that contains "%1" is not expanded again.
    Message local{translated(std::string_view(message.source)).toStdString(), message.arguments};
    return fromUtf8(local.english());
}

QString translated(const Error& error) {
    QString text;
    for (const Message& context : error.context()) text += QCoreApplication::translate("error", "While %1: ").arg(translated(context));
    text += translated(error.what());
    if (!error.advice().empty()) text += QLatin1Char(' ') + translated(error.advice());
    return text;
}

}  // namespace seekbench
