#include "core/array/documentarray.h"
#include "ui/kit/button.h"
#include "ui/kit/sentence.h"
#include "ui/sheets/stepsheet.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QJsonArray>
#include <QJsonObject>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace passel;
using namespace Qt::Literals::StringLiterals;

namespace {

// Columns a, b, c, d with two rows.
DocumentArray table()
{
    std::vector<Field> fields;
    std::vector<Column> columns;
    for (const auto &name : {u"a"_s, u"b"_s, u"c"_s, u"d"_s}) {
        Field field;
        field.name = name;
        field.type = TypeKind::Text;
        fields.push_back(field);
        ColumnBuilder builder(TypeKind::Text);
        for (int row = 0; row < 2; ++row)
            builder.next().appendValue(Value::text(name + QString::number(row)));
        columns.push_back(builder.finish());
    }
    return DocumentArray::create(Schema(std::move(fields)), std::move(columns), 2);
}

} // namespace

class TestSheets : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase()
    {
        Theme::instance().install(*qApp);
        Theme::instance().setAnimated(false);
    }

    void init()
    {
        m_window = std::make_unique<QWidget>();
        m_window->resize(1000, 700);
        m_table = new QWidget(m_window.get());
        m_table->setGeometry(0, 0, 1000, 700);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void cleanup() { m_window.reset(); }

    void renameBeginsWithTheOldName()
    {
        const auto sheet = open("rename", {{u"column"_s, u"b"_s}});
        auto *name = sheet->findChild<QLineEdit *>(u"parameter-name"_s);
        QCOMPARE(name->text(), u"b"_s);
        QCOMPARE(name->selectedText(), u"b"_s);
        // Nothing was typed: no error, a hint.
        QCOMPARE(summary(*sheet), u"Type the new name."_s);
        QVERIFY(!sheet->primaryButton()->isEnabled());
        QTest::keyClicks(name, u"bee"_s);
        QCOMPARE(name->text(), u"bee"_s);
        QVERIFY(sheet->primaryButton()->isEnabled());
        QTRY_VERIFY(summary(*sheet).startsWith(u"Preview:"_s));
        name->selectAll();
        QTest::keyClick(name, Qt::Key_Delete);
        QVERIFY(!sheet->primaryButton()->isEnabled());
        QTRY_COMPARE(summary(*sheet), u"Type the new name."_s);
    }

    void renameFollowsTheColumn()
    {
        const auto sheet = open("rename", {{u"column"_s, u"b"_s}});
        auto *name = sheet->findChild<QLineEdit *>(u"parameter-name"_s);
        choose(*sheet, u"parameter-column"_s, 2);
        QCOMPARE(name->text(), u"c"_s);
        name->selectAll();
        QTest::keyClicks(name, u"mine"_s);
        choose(*sheet, u"parameter-column"_s, 0);
        QCOMPARE(name->text(), u"mine"_s);
    }

    void changedRenameKeepsItsName()
    {
        const auto sheet = open("rename", {{u"column"_s, u"b"_s}, {u"name"_s, u"bee"_s}});
        QCOMPARE(sheet->findChild<QLineEdit *>(u"parameter-name"_s)->text(), u"bee"_s);
        QVERIFY(sheet->primaryButton()->isEnabled());
    }

    void columnsMustBeTicked()
    {
        const auto sheet = open("remove-columns", {});
        QCOMPARE(summary(*sheet), u"Tick a column."_s);
        QVERIFY(!sheet->primaryButton()->isEnabled());
        tick(*sheet, 1);
        QVERIFY(sheet->primaryButton()->isEnabled());
    }

    void placesAreColumns()
    {
        const auto sheet = open("reorder-columns", {{u"columns"_s, QJsonArray{u"a"_s, u"c"_s}}});
        auto *before = sheet->findChild<QComboBox *>(u"parameter-position"_s);
        QVERIFY(before);
        QCOMPARE(words(*before), QStringList({u"b"_s, u"d"_s, u"at the end"_s}));
        choose(*sheet, u"parameter-position"_s, 1);
        QCOMPARE(order(*sheet), u"bacd"_s);
        // The place stays before the same column when other columns are moved.
        tick(*sheet, 2, false);
        QCOMPARE(words(*before), QStringList({u"b"_s, u"c"_s, u"d"_s, u"at the end"_s}));
        QCOMPARE(before->currentText(), u"d"_s);
        choose(*sheet, u"parameter-position"_s, 3);
        QCOMPARE(order(*sheet), u"bcda"_s);
        tick(*sheet, 3);
        QCOMPARE(before->currentText(), u"at the end"_s);
        QCOMPARE(order(*sheet), u"bcad"_s);
        // A column that is moved itself gives its place to the next one.
        choose(*sheet, u"parameter-position"_s, 0);
        tick(*sheet, 1);
        QCOMPARE(before->currentText(), u"c"_s);
    }

    void farPlacesAreTheEnd()
    {
        const auto sheet =
            open("reorder-columns", {{u"columns"_s, QJsonArray{u"a"_s}}, {u"position"_s, 99}});
        QCOMPARE(sheet->findChild<QComboBox *>(u"parameter-position"_s)->currentText(),
                 u"at the end"_s);
        QCOMPARE(order(*sheet), u"bcda"_s);
    }

    void keepsWhatWasFilledIn()
    {
        const QJsonObject given{{u"columns"_s, QJsonArray{u"a"_s}}};
        auto sheet = open("replace", given);
        QTest::keyClicks(find(*sheet), u"old"_s);
        tick(*sheet, 1);
        QTest::keyClick(find(*sheet), Qt::Key_Escape);
        QVERIFY(!sheet->isOpen());
        sheet.reset();

        sheet = open("replace", given);
        QCOMPARE(find(*sheet)->text(), u"old"_s);
        QVERIFY(isTicked(*sheet, 0) && isTicked(*sheet, 1));
        sheet->dismiss(); // not touched: it stays
        sheet.reset();

        // Asked for other columns: these, with the text.
        sheet = open("replace", {{u"columns"_s, QJsonArray{u"d"_s}}});
        QCOMPARE(find(*sheet)->text(), u"old"_s);
        QVERIFY(!isTicked(*sheet, 0) && !isTicked(*sheet, 1) && isTicked(*sheet, 3));

        // A step that was made is done.
        QSignalSpy chosen(sheet.get(), &StepSheet::stepChosen);
        QTest::keyClick(find(*sheet), Qt::Key_Return);
        QCOMPARE(chosen.count(), 1);
        sheet.reset();
        sheet = open("replace", given);
        QCOMPARE(find(*sheet)->text(), QString());

        // Neither another kind of step nor another table knows of it.
        QTest::keyClicks(find(*sheet), u"mine"_s);
        sheet->dismiss();
        sheet.reset();
        sheet = open("remove-columns", {});
        QCOMPARE(summary(*sheet), u"Tick a column."_s);
        sheet.reset();
        delete m_table;
        m_table = new QWidget(m_window.get());
        sheet = open("replace", given);
        QCOMPARE(find(*sheet)->text(), QString());
    }

    void aNameIsKeptForItsColumn()
    {
        auto sheet = open("rename", {{u"column"_s, u"b"_s}});
        auto *name = sheet->findChild<QLineEdit *>(u"parameter-name"_s);
        QTest::keyClicks(name, u"bee"_s);
        sheet->dismiss();
        sheet = open("rename", {{u"column"_s, u"b"_s}});
        QCOMPARE(sheet->findChild<QLineEdit *>(u"parameter-name"_s)->text(), u"bee"_s);
        sheet->dismiss();
        sheet = open("rename", {{u"column"_s, u"c"_s}});
        QCOMPARE(sheet->findChild<QLineEdit *>(u"parameter-name"_s)->text(), u"c"_s);
    }

private:
    static QLineEdit *find(const StepSheet &sheet)
    {
        return sheet.findChild<QLineEdit *>(u"parameter-find"_s);
    }

    static bool isTicked(const StepSheet &sheet, int row)
    {
        return sheet.findChild<QListWidget *>(u"parameter-columns"_s)->item(row)->checkState()
               == Qt::Checked;
    }

    static QStringList words(const QComboBox &box)
    {
        QStringList words;
        for (int i = 0; i < box.count(); ++i)
            words << box.itemText(i);
        return words;
    }

    // The names of the columns after the step.
    static QString order(const StepSheet &sheet)
    {
        const Result<StepPtr> step = sheet.step();
        const Result<StepOutcome> outcome =
            step ? (*step)->apply(table(), {}) : Result<StepOutcome>(step.error());
        QString names;
        for (qsizetype i = 0; outcome && i < outcome->array.columnCount(); ++i)
            names += outcome->array.field(i).name;
        return names;
    }

    std::unique_ptr<StepSheet> open(const QByteArray &id, const QJsonObject &given)
    {
        auto sheet = std::make_unique<StepSheet>(*StepRegistry::info(id), table(), given,
                                                 m_window.get(), m_table);
        sheet->open(sheet->firstField());
        return sheet;
    }

    static QString summary(const StepSheet &sheet)
    {
        return sheet.findChild<SentenceLabel *>(u"sheetSummary"_s)->sentence().text();
    }

    static void choose(const StepSheet &sheet, const QString &name, int index)
    {
        auto *box = sheet.findChild<QComboBox *>(name);
        box->setCurrentIndex(index);
        emit box->activated(index);
    }

    static void tick(const StepSheet &sheet, int row, bool isOn = true)
    {
        sheet.findChild<QListWidget *>(u"parameter-columns"_s)
            ->item(row)
            ->setCheckState(isOn ? Qt::Checked : Qt::Unchecked);
    }

    std::unique_ptr<QWidget> m_window;
    QWidget *m_table = nullptr;
};

QTEST_MAIN(TestSheets)
#include "tst_sheets.moc"
