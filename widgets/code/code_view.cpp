// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/code/code_view.h"

#include <algorithm>

#include <QtGui/QKeyEvent>
#include <QtGui/QTextBlock>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

#include "widgets/controls/segmented_control.h"
#include "widgets/experiment/experiment_document.h"
#include "widgets/text/translated.h"
#include "widgets/theme/icon.h"
#include "widgets/theme/style_sheet.h"

namespace seekbench {
namespace {

QStringList labels() {
    QStringList texts;
    for (const CodeStyleRow& row : codeStyles()) texts.append(translated(row.label));
    return texts;
}

}  // namespace

CodeView::CodeView(ExperimentDocument& document, QWidget* parent)
    : QWidget(parent),
      m_document(document),
      m_styles(new SegmentedControl(labels(), this)),
      m_copy(new QToolButton(this)),
      m_save(new QToolButton(this)),
      m_problem(new QLabel(this)),
      m_text(new QPlainTextEdit(this)) {
    m_text->setReadOnly(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    QFont mono(QStringLiteral("monospace"));
    mono.setStyleHint(QFont::Monospace);
    mono.setPixelSize(emPixels(*this, em::kTable));
    m_text->setFont(mono);
    m_text->installEventFilter(this);
    m_text->viewport()->installEventFilter(this);
    m_problem->setWordWrap(true);
    m_problem->setMargin(emPixels(*this, 0.62));
    m_problem->hide();
    setRole(*m_problem, "caption");
    for (QToolButton* button : {m_copy, m_save}) setRole(*button, "quiet");

    auto* row = new QHBoxLayout;
    row->setContentsMargins(10, 4, 10, 4);
    row->setSpacing(8);
    row->addWidget(m_styles);
    row->addStretch(1);
    row->addWidget(m_copy);
    row->addWidget(m_save);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(row);
    layout->addWidget(m_problem);
    layout->addWidget(m_text, 1);

    connect(&document, &ExperimentDocument::reportChanged, this, [this] {
        m_stale = true;
        if (isVisible()) write();  // nobody reads what is hidden: it is written when it is shown
    });
    connect(m_styles, &SegmentedControl::chosen, this, [this](int index) {
        setCodeStyle(codeStyles()[static_cast<std::size_t>(index)].style);
        Q_EMIT styleChosen(m_style);
    });
    connect(m_copy, &QToolButton::clicked, this, [this] { Q_EMIT copied(text()); });
    connect(m_save, &QToolButton::clicked, this,
            [this] { Q_EMIT saveRequested(text(), QStringLiteral("model") + QString::fromUtf8(rowOf(m_style).suffix.data())); });
    setTheme(m_theme);
    retranslate();
}

void CodeView::setCodeStyle(CodeStyle style) {
    if (style == m_style) return;
    m_style = style;
    m_styles->setCurrent(static_cast<int>(&rowOf(style) - codeStyles().data()));
    m_code.reset();
    m_text->clear();
    m_stale = true;
    if (isVisible()) write();
}

void CodeView::write() {
    // A report of the graph before the newest edit would tell shapes that are no more; the right one is on its way.
    if (!m_stale || !m_document.isReportCurrent()) return;
    m_stale = false;
    const Experiment& experiment = m_document.experiment();
    auto code = emitCode(experiment.graph, experiment.library, m_document.report().graph, m_style, {.title = experiment.name});
    m_problem->setVisible(!code);
    m_copy->setEnabled(code || m_code);
    m_save->setEnabled(code || m_code);
    if (!code) return m_problem->setText(translated(code.error()));
    if (m_code && m_code->lines == code->lines) return markLines();
    const bool first = !m_code;
    m_code = std::move(*code);
    // The cursor stays on its line: it must select no other node because lines before it have come or gone.
    const int line = m_text->textCursor().blockNumber();
    const QString shown = QString::fromStdString(m_code->text());
    m_text->setPlainText(shown.chopped(shown.endsWith(QLatin1Char('\n')) ? 1 : 0));
    if (!first) m_text->setTextCursor(QTextCursor(m_text->document()->findBlockByNumber(std::min(line, m_text->blockCount() - 1))));
    markLines();
}

void CodeView::setSelection(const QStringList& paths) {
    m_selection = paths;
    markLines();
}

void CodeView::markLines() {
    QList<QTextEdit::ExtraSelection> marks;
    if (!m_code) return m_text->setExtraSelections(marks);
    const Experiment& experiment = m_document.experiment();
    const QTextBlock here = m_text->textCursor().block();
    bool seen = false;
    for (const QString& path : m_selection) {
        const auto place = placeOf(experiment.graph, experiment.library, path.toStdString());
        if (!place) continue;
        for (const std::size_t line : m_code->linesOf(*place)) {
            QTextEdit::ExtraSelection mark;
            mark.cursor = QTextCursor(m_text->document()->findBlockByNumber(static_cast<int>(line)));
            mark.format.setBackground(m_theme[Colour::Selection]);
            mark.format.setProperty(QTextFormat::FullWidthSelection, true);
            if (m_theme.isHighContrast()) mark.format.setFontUnderline(true);
            seen = seen || mark.cursor.block() == here;
            marks.append(mark);
        }
    }
    m_text->setExtraSelections(marks);
    if (marks.isEmpty() || seen) return;
    m_text->setTextCursor(marks.front().cursor);
    m_text->ensureCursorVisible();
}

void CodeView::activateLine() {
    if (!m_code || m_text->textCursor().hasSelection()) return;
    const std::string path = m_code->pathAt(static_cast<std::size_t>(m_text->textCursor().blockNumber()));
    if (!path.empty()) Q_EMIT nodeActivated(QString::fromStdString(path));
}

// The whole code, as a file has it.
QString CodeView::text() const { return m_code ? QString::fromStdString(m_code->text()) : QString(); }

bool CodeView::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_text->viewport() && event->type() == QEvent::MouseButtonRelease) {
        // The text edit first: it puts the cursor where the click was.
        QMetaObject::invokeMethod(this, &CodeView::activateLine, Qt::QueuedConnection);
    }
    if (watched == m_text && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            activateLine();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void CodeView::setTheme(Theme theme) {
    m_theme = theme;
    m_copy->setIcon(icon("copy", theme));
    m_save->setIcon(icon("save", theme));
    markLines();
}

void CodeView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    write();
}

void CodeView::retranslate() {
    m_styles->setTexts(labels());
    m_styles->setAccessibleName(tr("Style of the code"));
    m_text->setAccessibleName(tr("The network as code"));
    m_text->setPlaceholderText(tr("The network as code will stand here as soon as the graph has no mistakes."));
    m_copy->setToolTip(tr("Copy the code"));
    m_copy->setAccessibleName(tr("Copy the code"));
    m_save->setToolTip(tr("Save the code as a file"));
    m_save->setAccessibleName(tr("Save the code as a file"));
    m_stale = true;
    if (isVisible()) write();
}

void CodeView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

}  // namespace seekbench
