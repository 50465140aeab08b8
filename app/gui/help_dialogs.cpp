// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/help_dialogs.h"

#include <array>

#include <QtCore/QCoreApplication>
#include <QtWidgets/QDialog>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QTextBrowser>
#include <QtWidgets/QVBoxLayout>

#include "app/gui/background.h"
#include "app/gui/main_window.h"
#include "app/session/doctor.h"
#include "widgets/text/translated.h"
#include "widgets/theme/style_sheet.h"

namespace seekbench {
namespace {

struct HelpText {
    Q_DECLARE_TR_FUNCTIONS(HelpDialogs)
};

struct Gesture {
    const char *gesture, *effect;
};
constexpr std::array kGestures{
    Gesture{QT_TRANSLATE_NOOP("HelpDialogs", "Double click on nothing, Tab or Space"),
            QT_TRANSLATE_NOOP("HelpDialogs", "search for an operator to add")},
    Gesture{QT_TRANSLATE_NOOP("HelpDialogs", "Drag from a port"),
            QT_TRANSLATE_NOOP("HelpDialogs", "draw a wire; dropped on nothing it offers what fits")},
    Gesture{QT_TRANSLATE_NOOP("HelpDialogs", "Drop an operator on a wire"), QT_TRANSLATE_NOOP("HelpDialogs", "insert it there")},
    Gesture{QT_TRANSLATE_NOOP("HelpDialogs", "Double click on a block"),
            QT_TRANSLATE_NOOP("HelpDialogs", "open its inside; the path above the canvas leads back")},
    Gesture{QT_TRANSLATE_NOOP("HelpDialogs", "Arrow keys"),
            QT_TRANSLATE_NOOP("HelpDialogs", "go from node to node; with Ctrl or Shift move the node")},
    Gesture{QT_TRANSLATE_NOOP("HelpDialogs", "C, arrow keys, Enter"),
            QT_TRANSLATE_NOOP("HelpDialogs", "connect two nodes without a mouse")},
    Gesture{QT_TRANSLATE_NOOP("HelpDialogs", "Middle drag, or Space and drag"), QT_TRANSLATE_NOOP("HelpDialogs", "move the canvas")},
    Gesture{QT_TRANSLATE_NOOP("HelpDialogs", "Wheel"), QT_TRANSLATE_NOOP("HelpDialogs", "zoom at the pointer")},
    Gesture{QT_TRANSLATE_NOOP("HelpDialogs", "F and Shift+F"), QT_TRANSLATE_NOOP("HelpDialogs", "show everything, or the selection")},
    Gesture{QT_TRANSLATE_NOOP("HelpDialogs", "Drag in a plot, wheel, double click"),
            QT_TRANSLATE_NOOP("HelpDialogs", "move, zoom, show everything again")},
};

// A dialog with a text that can be read, selected and scrolled.
QTextBrowser* openText(QWidget& parent, const QString& title, const QString& html) {
    auto* dialog = new QDialog(&parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    auto* layout = new QVBoxLayout(dialog);
    auto* text = new QTextBrowser(dialog);
    text->setOpenExternalLinks(true);
    text->setHtml(html);
    text->setAccessibleName(title);
    layout->addWidget(text);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::close);
    layout->addWidget(buttons);
    dialog->resize(emPixels(parent, 46), emPixels(parent, 40));
    dialog->open();
    return text;
}

QString row(const QString& left, const QString& right) {
    return QStringLiteral("<tr><td style='padding:2px 24px 2px 0'><b>%1</b></td><td>%2</td></tr>")
        .arg(left.toHtmlEscaped(), right.toHtmlEscaped());
}

}  // namespace

void showShortcuts(MainWindow& window) {
    QString html = QStringLiteral("<h3>%1</h3><table>").arg(HelpText::tr("Gestures"));
    for (const Gesture& gesture : kGestures) html += row(HelpText::tr(gesture.gesture), HelpText::tr(gesture.effect));
    const char* menu = nullptr;
    for (const CommandRow& command : commandRows()) {
        if (command.text == nullptr) continue;
        const QAction& action = window.commands()[command.id];
        if (action.shortcuts().isEmpty()) continue;
        if (menu != command.menu) {
            menu = command.menu;
            html += QStringLiteral("</table><h3>%1</h3><table>").arg(withoutMnemonic(QCoreApplication::translate("commands", menu)));
        }
        QStringList keys;
        for (const QKeySequence& sequence : action.shortcuts()) keys.append(sequence.toString(QKeySequence::NativeText));
        html += row(keys.join(QStringLiteral(", ")), withoutMnemonic(action.text()));
    }
    openText(window, HelpText::tr("Gestures and shortcuts"), html + QStringLiteral("</table>"));
}

void showAbout(MainWindow& window) {
    openText(window, HelpText::tr("About Seekbench"),
             QStringLiteral("<h2>Seekbench %1</h2><p>%2</p><p>%3</p><p>%4</p>")
                 .arg(QStringLiteral(SEEKBENCH_VERSION), HelpText::tr("A workbench for learning deep learning by experiment."),
                      HelpText::tr("The window is under the GNU General Public License, version 3 or later; the worker, the command line "
                                   "and the core are under the "
                                   "Apache License 2.0."),
                      HelpText::tr("Built on Qt, QCustomPlot, LibTorch, SQLite and FlatBuffers.")));
}

void showDoctor(MainWindow& window, const Workspace& workspace) {
    QPointer<QTextBrowser> text = openText(window, HelpText::tr("This machine"), HelpText::tr("Looking…"));
    inBackground(
        &window, [path = workspace.path()] { return examine(path); },
        [text](const std::vector<Finding>& findings) {
            if (!text) return;
            QString html = QStringLiteral("<table>");
            for (const Finding& finding : findings) {
                const QString grade = finding.grade == Finding::Grade::Good      ? HelpText::tr("good")
                                      : finding.grade == Finding::Grade::Warning ? HelpText::tr("warning")
                                                                                 : HelpText::tr("problem");
                html += row(grade, finding.advice.empty() ? translated(finding.what)
                                                          : translated(finding.what) + QStringLiteral(" — ") + translated(finding.advice));
            }
            text->setHtml(html + QStringLiteral("</table>"));
        });
}

}  // namespace seekbench
