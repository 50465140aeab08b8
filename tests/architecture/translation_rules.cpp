// SPDX-License-Identifier: Apache-2.0
#include "tests/architecture/translation_rules.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QXmlStreamReader>

namespace seekbench::architecture {
namespace {

TranslatedText messageFrom(QXmlStreamReader& xml, const QString& context) {
    TranslatedText text;
    text.context = context;
    text.plural = xml.attributes().value(QLatin1String("numerus")) == QLatin1String("yes");
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("source")) {
            text.source = xml.readElementText();
        } else if (xml.name() == QLatin1String("comment")) {
            text.comment = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            text.type = xml.attributes().value(QLatin1String("type")).toString();
            if (text.plural)
                while (xml.readNextStartElement()) text.forms.append(xml.readElementText());
            else
                text.forms.append(xml.readElementText());
        } else {
            xml.skipCurrentElement();
        }
    }
    return text;
}

// "%1 %1 %2" has 1 and 2: a translation may say one twice. %n may be left out where the form stands for one number.
QSet<QChar> placeholdersOf(const QString& text) {
    static const QRegularExpression kPlaceholder(QStringLiteral("%L?([1-9n])"));
    QSet<QChar> found;
    for (auto match = kPlaceholder.globalMatch(text); match.hasNext();) found.insert(match.next().captured(1).front());
    return found;
}

qsizetype mnemonicsOf(const QString& text) {
    static const QRegularExpression kMnemonic(QStringLiteral("&(?=\\w|%)"));
    return text.count(kMnemonic);
}

// Behind the parenthesis that closes the one at `open`; literals may hold parentheses.
qsizetype behindParenthesis(const QString& text, qsizetype open) {
    int depth = 0;
    bool inLiteral = false;
    for (qsizetype at = open; at < text.size(); ++at) {
        const QChar letter = text[at];
        if (inLiteral && letter == QLatin1Char('\\'))
            ++at;
        else if (letter == QLatin1Char('"'))
            inLiteral = !inLiteral;
        else if (!inLiteral && letter == QLatin1Char('('))
            ++depth;
        else if (!inLiteral && letter == QLatin1Char(')') && --depth == 0)
            return at + 1;
    }
    return text.size();
}

// What is given to the calls in `call`, one entry for each call.
QStringList argumentsOf(const QString& text, const QRegularExpression& call) {
    QStringList arguments;
    for (auto match = call.globalMatch(text); match.hasNext();) {
        const qsizetype open = match.next().capturedEnd() - 1;
        arguments.append(text.mid(open, behindParenthesis(text, open) - open));
    }
    return arguments;
}

QString withoutTranslations(QString text) {
    static const QRegularExpression kTranslation(QStringLiteral("\\b(tr|translate|translated|QT_TRANSLATE_NOOP|icon\\w*|objectName)\\("));
    for (auto match = kTranslation.match(text); match.hasMatch(); match = kTranslation.match(text, match.capturedStart())) {
        const qsizetype open = match.capturedEnd() - 1;
        text.remove(match.capturedStart(), behindParenthesis(text, open) - match.capturedStart());
    }
    return text;
}

// Keys, units, formats and the product are the same in every language; markup, placeholders and places of settings
// ("training.seed") are no words either.
bool hasWords(QString literal) {
    static const QRegularExpression kNoWord(
        QStringLiteral("%L?[1-9n]|<[^>]*>|\\\\.|&\\w+;|\\b(Ctrl|Shift|Alt)\\+\\w|\\b[a-z_]+(\\.[a-z_]+)+\\b|"
                       "\\b(Seekbench|Esc|Tab|PNG|SVG|CSV|JSON|NaN|n|[KMGT]iB)\\b"));
    static const QRegularExpression kLetter(QStringLiteral("\\p{L}"));
    return literal.remove(kNoWord).contains(kLetter);
}

}  // namespace

std::vector<TranslatedText> textsOf(const QByteArray& file) {
    QXmlStreamReader xml(file);
    std::vector<TranslatedText> texts;
    QString context;
    if (!xml.readNextStartElement() || xml.name() != QLatin1String("TS")) return {};
    while (xml.readNextStartElement()) {
        if (xml.name() != QLatin1String("context")) {
            xml.skipCurrentElement();
            continue;
        }
        while (xml.readNextStartElement()) {
            if (xml.name() == QLatin1String("name"))
                context = xml.readElementText();
            else if (xml.name() == QLatin1String("message"))
                texts.push_back(messageFrom(xml, context));
            else
                xml.skipCurrentElement();
        }
    }
    return xml.hasError() ? std::vector<TranslatedText>{} : texts;
}

QSet<QString> keysOf(const std::vector<TranslatedText>& texts) {
    QSet<QString> keys;
    for (const TranslatedText& text : texts) keys.insert(text.key());
    return keys;
}

QStringList translationViolations(const std::vector<TranslatedText>& texts, int pluralForms) {
    QStringList violations;
    const auto complain = [&](const TranslatedText& text, const QString& what) {
        violations.append(QStringLiteral("%1: \"%2\" %3").arg(text.context, text.source, what));
    };
    for (const TranslatedText& text : texts) {
        if (!text.type.isEmpty()) complain(text, QStringLiteral("is ") + text.type);
        const qsizetype forms = text.plural ? pluralForms : 1;
        if (text.forms.size() != forms) complain(text, QStringLiteral("has %1 forms, not %2").arg(text.forms.size()).arg(forms));
        for (const QString& form : text.forms) {
            if (form.isEmpty()) complain(text, QStringLiteral("has an empty translation"));
            if (placeholdersOf(form) != placeholdersOf(text.source))
                complain(text, QStringLiteral("has other placeholders in \"%1\"").arg(form));
            if (mnemonicsOf(form) != mnemonicsOf(text.source)) complain(text, QStringLiteral("has another mnemonic in \"%1\"").arg(form));
        }
    }
    return violations;
}

QStringList literalViolations(const QString& path, const QString& text) {
    static const QRegularExpression kComment(QStringLiteral("//[^\\n]*"));
    static const QRegularExpression kCall(QStringLiteral(
        "\\b(setText|setPlainText|setHtml|setToolTip|setStatusTip|setWhatsThis|setWindowTitle|setTitle|setPlaceholderText|"
        "setAccessibleName|"
        "setAccessibleDescription|setLabelText|setPrefix|setSuffix|setSpecialValueText|addAction|addMenu|addTab|addItem|setItemText|"
        "setTabText|"
        "setInformativeText|setHeaderLabels|QLabel|QPushButton|QToolButton|QCheckBox|QRadioButton|QGroupBox|QAction|QMenu)\\("));
    static const QRegularExpression kLiteral(QStringLiteral("\"((?:[^\"\\\\]|\\\\.)*)\""));
    QStringList violations;
    for (const QString& argument : argumentsOf(QString(text).remove(kComment), kCall)) {
        const QString rest = withoutTranslations(argument);
        for (auto match = kLiteral.globalMatch(rest); match.hasNext();) {
            const QString literal = match.next().captured(1);
            if (hasWords(literal)) violations.append(QStringLiteral("%1 shows \"%2\" without tr()").arg(path, literal));
        }
    }
    return violations;
}

}  // namespace seekbench::architecture
