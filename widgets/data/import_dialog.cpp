// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/data/import_dialog.h"

#include <algorithm>

#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTableView>

#include "core/data/table/text_parameters.h"
#include "core/experiment/setting.h"
#include "widgets/controls/form_section.h"
#include "widgets/data/dataset_preview.h"
#include "widgets/data/description_models.h"
#include "widgets/experiment/parameter_form.h"
#include "widgets/experiment/split_specs.h"
#include "widgets/text/figures.h"
#include "widgets/text/translated.h"
#include "widgets/theme/style_sheet.h"

namespace seekbench {
namespace {

std::string wordAt(const Choice& dataset, const char* parameter) {
    const auto found = dataset.parameters.find(parameter);
    const auto* text = found == dataset.parameters.end() ? nullptr : std::get_if<std::string>(&found->second);
    return text ? *text : std::string();
}

void prepare(QTableView& view, int rowHeight) {
    view.setSelectionBehavior(QAbstractItemView::SelectRows);
    view.setEditTriggers(QAbstractItemView::NoEditTriggers);
    view.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view.setShowGrid(false);
    view.setAlternatingRowColors(true);
    view.setWordWrap(false);
    view.verticalHeader()->setDefaultSectionSize(rowHeight);
    view.verticalHeader()->setMinimumSectionSize(rowHeight);
    view.horizontalHeader()->setHighlightSections(false);
    view.setTabKeyNavigation(false);
}

}  // namespace

ImportDialog::ImportDialog(QWidget* parent) : QDialog(parent) {
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(emPixels(*this, 0.62));
    layout->addWidget(makeTop());
    m_message = new QLabel(this);
    m_message->setWordWrap(true);
    setRole(*m_message, "error");
    m_message->hide();
    layout->addWidget(m_message);
    m_body = makeMiddle();
    layout->addWidget(m_body, 1);
    m_empty = new QLabel(this);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    setRole(*m_empty, "second");
    layout->addWidget(m_empty, 1);
    m_note = new QLabel(this);
    setRole(*m_note, "caption");
    m_close = new QPushButton(this);
    m_import = new QPushButton(this);
    setRole(*m_import, "primary");
    m_import->setDefault(true);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_note, 1);
    buttons->addWidget(m_close);
    buttons->addWidget(m_import);
    layout->addLayout(buttons);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_import, &QPushButton::clicked, this, [this] {
        Q_EMIT imported(m_draft.dataset, m_draft.split);
        accept();
    });
    resize(emPixels(*this, 96), emPixels(*this, 60));
    retranslate();
    showAll();
}

QWidget* ImportDialog::makeTop() {
    auto* top = new QWidget(this);
    m_pathLabel = new QLabel(top);
    m_pathLabel->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_pathLabel->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_file = new QPushButton(top);
    m_folder = new QPushButton(top);
    m_kindLabel = new QLabel(top);
    m_kind = new QComboBox(top);
    m_kindLabel->setBuddy(m_kind);
    m_kind->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_kind->setMinimumWidth(emPixels(*this, 14));
    auto* row = new QHBoxLayout;
    row->addWidget(m_pathLabel, 1);
    row->addWidget(m_file);
    row->addWidget(m_folder);
    row->addSpacing(emPixels(*this, 0.92));
    row->addWidget(m_kindLabel);
    row->addWidget(m_kind);
    m_reading = new QWidget(top);
    m_progress = new QProgressBar(m_reading);
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_cancel = new QPushButton(m_reading);
    auto* reading = new QHBoxLayout(m_reading);
    reading->setContentsMargins(0, 0, 0, 0);
    reading->addWidget(m_progress, 1);
    reading->addWidget(m_cancel);
    m_reading->hide();
    auto* rows = new QVBoxLayout(top);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addLayout(row);
    rows->addWidget(m_reading);
    connect(m_file, &QPushButton::clicked, this, &ImportDialog::fileRequested);
    connect(m_folder, &QPushButton::clicked, this, &ImportDialog::folderRequested);
    connect(m_cancel, &QPushButton::clicked, this, &ImportDialog::cancelled);
    connect(m_kind, &QComboBox::activated, this,
            [this](int index) { Q_EMIT descriptionRequested(m_path, m_kind->itemData(index).toString()); });
    return top;
}

QWidget* ImportDialog::makeMiddle() {
    auto* splitter = new QSplitter(Qt::Horizontal, this);
    auto* left = new QSplitter(Qt::Vertical, splitter);
    const int rowHeight = emPixels(*this, 1.7);
    m_rowsModel = new FirstRowsModel(this);
    m_columnModel = new ColumnModel(this);

    auto* above = new QWidget(left);
    m_previewTitle = new QLabel(above);
    setRole(*m_previewTitle, "section");
    m_preview = new QStackedWidget(above);
    m_rows = new QTableView(m_preview);
    m_rows->setModel(m_rowsModel);
    prepare(*m_rows, rowHeight);
    m_text = new QPlainTextEdit(m_preview);
    m_text->setReadOnly(true);
    auto* scroll = new QScrollArea(m_preview);
    m_pictures = new DatasetPreview(scroll);
    m_pictures->setPictureHeight(4.6);
    scroll->setWidget(m_pictures);
    scroll->setWidgetResizable(true);
    for (QWidget* page : std::initializer_list<QWidget*>{m_rows, m_text, scroll}) m_preview->addWidget(page);
    auto* upper = new QVBoxLayout(above);
    upper->setContentsMargins(0, 0, 0, 0);
    upper->addWidget(m_previewTitle);
    upper->addWidget(m_preview, 1);

    auto* below = new QWidget(left);
    m_columnsTitle = new QLabel(below);
    setRole(*m_columnsTitle, "section");
    m_columns = new QTableView(below);
    m_columns->setModel(m_columnModel);
    prepare(*m_columns, rowHeight);
    m_columns->verticalHeader()->hide();
    m_columns->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_columns->horizontalHeader()->setSectionResizeMode(ColumnModel::Name, QHeaderView::Stretch);
    auto* lower = new QVBoxLayout(below);
    lower->setContentsMargins(0, 0, 0, 0);
    lower->addWidget(m_columnsTitle);
    lower->addWidget(m_columns, 1);
    connect(m_columnModel, &ColumnModel::columnUsed, this, &ImportDialog::useColumn);

    left->addWidget(above);
    left->addWidget(below);
    left->setStretchFactor(0, 1);
    left->setStretchFactor(1, 1);
    splitter->addWidget(left);
    splitter->addWidget(makeSettings());
    splitter->setStretchFactor(0, 1);
    splitter->setSizes({emPixels(*this, 62), emPixels(*this, 34)});
    splitter->setChildrenCollapsible(false);
    return splitter;
}

QWidget* ImportDialog::makeSettings() {
    auto* scroll = new QScrollArea(this);
    auto* content = new QWidget(scroll);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    m_warningSection = new FormSection(content);
    m_warningText = new QLabel(content);
    m_warningText->setWordWrap(true);
    m_warningText->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_warningSection->body().addWidget(m_warningText);
    m_factSection = new FormSection(content);
    m_facts = new ValueRows(content);
    m_factSection->body().addWidget(m_facts);
    m_classSection = new FormSection(content);
    m_classes = new ValueRows(content);
    m_classSection->body().addWidget(m_classes);
    m_dataSection = new FormSection(content);
    m_dataForm = new ParameterForm(ParameterForm::Names::Labels, content);
    m_dataSection->body().addWidget(m_dataForm);
    m_splitSection = new FormSection(content);
    m_splitForm = new ParameterForm(ParameterForm::Names::Labels, content);
    m_splitSection->body().addWidget(m_splitForm);
    for (FormSection* section : {m_factSection, m_warningSection, m_classSection, m_dataSection, m_splitSection})
        column->addWidget(section);
    column->addStretch();
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setMinimumWidth(emPixels(*this, 32));
    scroll->setFocusPolicy(Qt::NoFocus);
    connect(m_dataForm, &ParameterForm::valueChanged, this,
            [this](const QString& name, const std::optional<ParameterValue>& value) { set(QStringLiteral("dataset.") + name, value); });
    connect(m_splitForm, &ParameterForm::valueChanged, this, [this](const QString& name, const std::optional<ParameterValue>& value) {
        m_ownSplit = true;
        set(name, value);
    });
    return scroll;
}

void ImportDialog::setTheme(Theme theme) {
    m_theme = theme;
    m_pictures->setTheme(theme);
    m_dataForm->setTheme(theme);
    m_splitForm->setTheme(theme);
}

void ImportDialog::setReading(const QString& path) {
    m_path = path;
    m_description.reset();
    m_message->hide();
    m_reading->show();
    m_progress->setValue(0);
    showAll();
}

void ImportDialog::setProgress(double share) { m_progress->setValue(static_cast<int>(share * m_progress->maximum())); }

void ImportDialog::setDescription(const FileDescription& description) {
    m_reading->hide();
    m_message->hide();
    m_description = description;
    m_draft = {};
    m_draft.dataset = description.dataset;
    m_draft.split = description.split;
    m_ownSplit = false;
    m_columnModel->setDescription(description);
    m_rowsModel->setDescription(description);
    m_pictures->setData(description.preview);
    m_text->setPlainText(fromUtf8(description.text));
    showAll();
    m_rows->resizeColumnsToContents();
    for (int i = 0; i < m_rowsModel->columnCount(); ++i)
        m_rows->setColumnWidth(i, std::min(m_rows->columnWidth(i) + emPixels(*this, 0.92), emPixels(*this, 18)));
    m_import->setFocus();
}

void ImportDialog::setFailed(const QString& sentence) {
    m_reading->hide();
    m_description.reset();
    m_message->setText(sentence);
    m_message->show();
    showAll();
}

void ImportDialog::set(const QString& place, const std::optional<ParameterValue>& value) {
    if (!m_description) return;
    // A place of these forms and a value of its field: there is nothing that could go wrong.
    [[maybe_unused]] const auto done = setSetting(m_draft, place.toStdString(), value);
    if (!m_ownSplit) m_draft.split = suitableSplit(*m_description, m_draft.dataset);
    showColumns();
    showForms();
    showFindings();
    showClasses();
}

void ImportDialog::useColumn(std::size_t column, bool used) {
    if (!m_description) return;
    std::set<std::size_t> ignored;
    for (const std::string& word : wordsOf(wordAt(m_draft.dataset, "ignored")))
        if (const auto found = columnCalled(*m_description, word)) ignored.insert(*found);
    if (used)
        ignored.erase(column);
    else
        ignored.insert(column);
    std::string words;
    for (const std::size_t each : ignored) words += (words.empty() ? "" : ", ") + wordFor(*m_description, each);
    set(QStringLiteral("dataset.ignored"), words.empty() ? std::nullopt : std::optional<ParameterValue>(words));
}

void ImportDialog::showAll() {
    m_pathLabel->setText(m_path);
    m_pathLabel->setToolTip(m_path);
    m_body->setVisible(m_description.has_value());
    m_empty->setVisible(!m_description);
    m_empty->setText(
        m_path.isEmpty()
            ? tr("Choose a file or a folder, or drop one on the main window: a table (CSV, TSV), a file of prices, a text, NumPy "
                 "arrays, a folder with a folder of pictures for each class, volumes (NIfTI, MetaImage), LUNA16, IDX or CIFAR.")
            : QString());
    m_import->setEnabled(m_description.has_value());
    showKinds();
    if (!m_description) {
        m_note->clear();
        return;
    }
    const bool hasRows = !m_description->firstRows.empty(), hasText = !m_description->text.empty();
    m_preview->setCurrentIndex(hasRows ? 0 : hasText ? 1 : 2);
    m_previewTitle->setText(hasRows ? tr("First rows") : hasText ? tr("Beginning of the text") : tr("Samples"));
    m_columns->parentWidget()->setVisible(!m_description->columns.empty());
    m_note->setText(tr("%1 rows, %2").arg(countText(m_description->rows), bytesText(m_description->bytes)));
    showColumns();
    showForms();
    showFindings();
    showClasses();
}

void ImportDialog::showKinds() {
    m_kind->clear();
    m_kind->setEnabled(m_description.has_value() && !m_description->otherKinds.empty());
    if (!m_description) return;
    const auto add = [this](const std::string& id) {
        if (const DatasetKind* kind = findDatasetKind(id)) m_kind->addItem(translated(kind->kind.label), fromUtf8(id));
    };
    add(m_description->kind);
    for (const std::string& id : m_description->otherKinds) add(id);
}

void ImportDialog::showColumns() {
    std::set<std::size_t> ignored;
    std::map<std::size_t, QString> parts;
    if (m_description->kind == "csv") {
        for (const std::string& word : wordsOf(wordAt(m_draft.dataset, "ignored")))
            if (const auto column = columnCalled(*m_description, word)) ignored.insert(*column);
        const std::pair<const char*, QString> names[] = {
            {"time_column", tr("time")}, {"group_column", tr("group")}, {"target", tr("target")}};
        for (const auto& [parameter, name] : names)
            if (const auto column = columnCalled(*m_description, wordAt(m_draft.dataset, parameter))) parts[*column] = name;
    }
    m_columnModel->setRoles(std::move(ignored), std::move(parts));
}

void ImportDialog::showForms() {
    const DatasetKind* kind = findDatasetKind(m_draft.dataset.kind);
    m_dataForm->showParameters(kind->kind.parameters, m_draft.dataset.parameters);
    if (m_description->kind == "csv") {
        QStringList names;
        for (std::size_t i = 0; i < m_description->columns.size(); ++i) names.append(fromUtf8(wordFor(*m_description, i)));
        for (const char* parameter : {"target", "group_column", "time_column"}) m_dataForm->setSuggestions(parameter, names);
    }
    const auto specs = splitSpecs(m_draft);
    ParameterValues values;
    for (const ParameterSpec& spec : specs)
        if (const auto value = settingAt(m_draft, spec.name)) values.emplace(spec.name, *value);
    m_splitForm->showParameters(specs, values);
}

void ImportDialog::showFindings() {
    std::vector<ValueRows::Row> rows;
    for (const FileFact& fact : m_description->facts) rows.push_back({translated(fact.label), fromUtf8(fact.value), {}});
    m_facts->setRows(rows);
    m_factSection->setVisible(!rows.empty());
    m_warnings.clear();
    for (const Message& warning : warningsOf(*m_description, m_draft.dataset, m_draft.split)) m_warnings.append(translated(warning));
    constexpr qsizetype kMostShown = 12;
    QStringList shown;
    for (const QString& warning : m_warnings.first(std::min(kMostShown, m_warnings.size()))) shown.append(QStringLiteral("• ") + warning);
    if (m_warnings.size() > kMostShown) shown.append(tr("… and %1 more").arg(m_warnings.size() - kMostShown));
    m_warningText->setText(shown.isEmpty() ? tr("Nothing stands out.") : shown.join(QLatin1Char('\n')));
}

void ImportDialog::showClasses() {
    std::vector<ValueRows::Row> rows;
    QString title;
    if (m_description->kind == "csv")
        if (const auto column = columnCalled(*m_description, wordAt(m_draft.dataset, "target"))) {
            const ColumnFacts& target = m_description->columns[*column];
            title = tr("Classes of %1").arg(fromUtf8(target.name));
            constexpr std::size_t kListed = 12;
            if (target.isClasses())
                for (std::size_t i = 0; i < std::min(kListed, target.classes.size()); ++i)
                    rows.push_back({fromUtf8(target.classes[i].name), countText(target.classes[i].count),
                                    QStringLiteral("%1 %").arg(percentText(static_cast<double>(target.classes[i].count) /
                                                                               static_cast<double>(std::max<std::int64_t>(1, target.count)),
                                                                           1))});
            if (rows.size() == kListed && target.classes.size() > kListed)
                rows.push_back({QStringLiteral("…"), countText(target.distinct), tr("in all")});
        }
    m_classSection->setTitle(title);
    m_classes->setRows(rows);
    m_classSection->setVisible(!rows.empty());
}

void ImportDialog::reject() {
    Q_EMIT cancelled();
    QDialog::reject();
}

void ImportDialog::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() != QEvent::LanguageChange) return;
    retranslate();
    showAll();
}

void ImportDialog::retranslate() {
    setWindowTitle(tr("Import data"));
    m_file->setText(tr("Choose &file…"));
    m_folder->setText(tr("Choose f&older…"));
    m_kindLabel->setText(tr("&Read as"));
    m_cancel->setText(tr("Cancel"));
    m_close->setText(tr("Close"));
    m_import->setText(tr("&Use these data"));
    m_columnsTitle->setText(tr("Columns"));
    m_factSection->setTitle(tr("File"));
    m_warningSection->setTitle(tr("What to mind"));
    m_dataSection->setTitle(tr("Data set"));
    m_splitSection->setTitle(tr("Split"));
    m_rows->setAccessibleName(tr("First rows"));
    m_columns->setAccessibleName(tr("Columns and what is in them"));
    m_text->setAccessibleName(tr("Beginning of the text"));
    m_progress->setAccessibleName(tr("How much is read"));
    m_columnModel->retranslate();
}

}  // namespace seekbench
