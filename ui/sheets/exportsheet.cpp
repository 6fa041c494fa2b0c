#include "ui/sheets/exportsheet.h"

#include "core/base/log.h"
#include "ui/kit/segments.h"
#include "ui/words.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>

namespace passel {

using namespace Qt::StringLiterals;

ExportSheet::ExportSheet(DocumentArray array, const QString &title, QWidget *host,
                         QWidget *centreOn)
    : Sheet(host, centreOn)
    , m_array(std::move(array))
    , m_format(new Segments({u"CSV"_s, u"JSON"_s, tr("JSON lines")}))
    , m_delimiter(new QComboBox)
    , m_header(new QCheckBox(tr("Column names in the first line")))
    , m_guard(new QCheckBox(tr("Guard against formulas in spreadsheets")))
    , m_documents(new QCheckBox(tr("As DocArray documents with all attributes")))
    , m_ids(new QCheckBox(tr("With the rows’ ids")))
    , m_gzip(new QCheckBox(tr("Compressed (.gz)")))
{
    setObjectName(u"exportSheet"_s);
    setTitle(tr("Save %1").arg(visibleText(title)));
    setPrimaryText(tr("Choose a place…"));
    m_format->setObjectName(u"exportFormat"_s);
    m_format->setAccessibleName(tr("Format"));
    m_delimiter->setObjectName(u"exportDelimiter"_s);
    m_delimiter->setAccessibleName(tr("Delimiter"));
    m_delimiter->addItem(tr("comma"), u","_s);
    m_delimiter->addItem(tr("semicolon"), u";"_s);
    m_delimiter->addItem(tr("tab"), u"\t"_s);
    m_header->setObjectName(u"exportHeader"_s);
    m_guard->setObjectName(u"exportGuard"_s);
    m_guard->setToolTip(tr("Puts a ' before cells that a spreadsheet would compute"));
    m_documents->setObjectName(u"exportDocuments"_s);
    m_ids->setObjectName(u"exportIds"_s);
    m_gzip->setObjectName(u"exportGzip"_s);
    m_header->setChecked(true);
    m_guard->setChecked(true);
    auto *formatRow = new QHBoxLayout;
    formatRow->addWidget(m_format);
    formatRow->addStretch(1);
    addRow(tr("Format"), formatRow, m_format->button(0));
    addRow(tr("Delimiter"), m_delimiter);
    for (QCheckBox *box : {m_header, m_guard, m_documents, m_ids, m_gzip}) {
        addRow(QString(), box);
        connect(box, &QCheckBox::toggled, this, &ExportSheet::update);
    }
    connect(m_format, &Segments::switched, this, &ExportSheet::update);
    connect(m_delimiter, &QComboBox::activated, this, &ExportSheet::update);
    connect(this, &Sheet::accepted, this, [this] { emit optionsChosen(options()); });

    // Counts by writing to nowhere.
    m_task = Task<qint64>::start(
        ThreadPool::global(),
        [shown = m_array](const TaskContext &context) -> Result<qint64> {
            WriteOptions options;
            options.format = "csv";
            PASSEL_TRY(
                const WriteReport report,
                writeTo([](QByteArrayView) { return Result<void>(); }, shown, options, context));
            return report.guardedCells;
        },
        [this](const Result<qint64> &count) {
            if (count)
                m_guarded = *count;
            update();
        });
    update();
}

QWidget *ExportSheet::firstField() const
{
    return m_format->button(m_format->current());
}

WriteOptions ExportSheet::options() const
{
    WriteOptions options;
    const std::array<QByteArray, 3> formats{"csv", "json", "ndjson"};
    options.format = formats[static_cast<size_t>(m_format->current())];
    options.compression = m_gzip->isChecked() ? "gzip" : QByteArray();
    options.delimiter = m_delimiter->currentData().toString().at(0).toLatin1();
    options.withHeader = m_header->isChecked();
    options.formulaGuard = m_guard->isChecked();
    options.withIds = m_ids->isChecked();
    options.asDocuments = m_documents->isChecked();
    return options;
}

QString ExportSheet::suffix(const WriteOptions &options)
{
    const QString suffix = options.format == "csv" && options.delimiter == '\t'
                               ? u"tsv"_s
                               : QString::fromLatin1(options.format);
    return options.compression.isEmpty() ? suffix : suffix + u".gz"_s;
}

void ExportSheet::update()
{
    const bool isCsv = m_format->current() == 0;
    m_delimiter->setEnabled(isCsv);
    m_header->setEnabled(isCsv);
    m_guard->setEnabled(isCsv);
    m_documents->setEnabled(!isCsv);
    if (m_guarded)
        m_guard->setText(
            tr("Guard against formulas in spreadsheets (%1)")
                .arg(*m_guarded == 0 ? tr("no cell needs it") : cellsText(*m_guarded)));
    setSummary(tr("%1, %2").arg(rowsText(m_array.rowCount()), columnsText(m_array.columnCount())));
}

} // namespace passel
