// passel-bench gui-grid, gui-start: what the person at the screen feels, beside a bare QTableView.
#include "app/application.h"
#include "core/array/documentarray.h"
#include "tests/bench/bench.h"
#include "ui/grid/arraygridsource.h"
#include "ui/grid/gridbench.h"
#include "ui/theme/theme.h"

#include <QAbstractTableModel>
#include <QApplication>
#include <QDir>
#include <QImage>
#include <QProcess>
#include <QScrollBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTimer>

#include <array>
#include <cstdio>
#include <memory>
#include <vector>

namespace passel::bench {

namespace {

constexpr qsizetype Rows = 10'000'000;
constexpr int Columns = 12;
constexpr int Steps = 400;
constexpr int Starts = 7;

// Ten million rows of numbers and texts; the same segments over and over, since the grid must not
// care.
DocumentArray largeTable()
{
    std::vector<Field> fields;
    std::vector<Column> columns;
    for (int column = 0; column < Columns; ++column) {
        Field field;
        field.name = QStringLiteral("column %1").arg(column);
        field.type = column % 3 == 0   ? TypeKind::Int
                     : column % 3 == 1 ? TypeKind::Float64
                                       : TypeKind::Text;
        SegmentBuilder builder(field.type);
        for (qsizetype i = 0; i < Segment::Capacity; ++i) {
            const auto number =
                static_cast<qint64>((i * 7919 + qint64(column) * 104'729) % 1'000'003);
            if (field.type.kind == TypeKind::Int)
                builder.appendInt(number);
            else if (field.type.kind == TypeKind::Float64)
                builder.appendFloat(static_cast<double>(number) / 1000);
            else
                builder.appendBytes("value " + std::to_string(number));
        }
        const SegmentHandle::Ptr whole = SegmentHandle::resident(builder.seal());
        std::vector<SegmentHandle::Ptr> handles(static_cast<size_t>(Rows / Segment::Capacity),
                                                whole);
        const qsizetype rest = Rows % Segment::Capacity;
        SegmentBuilder last(field.type);
        for (qsizetype i = 0; i < rest; ++i)
            last.appendFrom(*whole->tryPin(), i);
        handles.push_back(SegmentHandle::resident(last.seal()));
        fields.push_back(std::move(field));
        columns.emplace_back(std::move(handles));
    }
    return DocumentArray::create(Schema(std::move(fields)), std::move(columns), Rows);
}

// The peer: the same cells behind Qt's own table.
class BareModel final : public QAbstractTableModel
{
public:
    explicit BareModel(const ArrayGridSource &source)
        : m_source(source)
    {}

    [[nodiscard]] int rowCount(const QModelIndex &parent) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_source.rowCount());
    }

    [[nodiscard]] int columnCount(const QModelIndex &parent) const override
    {
        return parent.isValid() ? 0 : m_source.columnCount();
    }

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        if (role != Qt::DisplayRole)
            return {};
        return m_source.cell(index.row(), index.column()).text;
    }

private:
    const ArrayGridSource &m_source;
};

GridTiming timeTableView(const ArrayGridSource &source, GridBenchPath path, const QSize &size)
{
    GridTiming timing;
    BareModel model(source);
    QTableView view;
    view.resize(size);
    QImage image(size, QImage::Format_RGB32);
    const auto opened = Clock::now();
    view.setModel(&model);
    view.show();
    view.render(&image);
    timing.open = secondsSince(opened) * 1000;
    QScrollBar *bar = view.verticalScrollBar();
    for (int step = 0; step < Steps; ++step) {
        const auto started = Clock::now();
        bar->setValue(
            path == GridBenchPath::Wheel
                ? step * 3
                : static_cast<int>(static_cast<qint64>(step) * 7'919'003 % bar->maximum()));
        view.render(&image);
        timing.frames.push_back(secondsSince(started) * 1000);
    }
    return timing;
}

QJsonObject told(const GridTiming &timing)
{
    return {{QStringLiteral("open_ms"), timing.open},
            {QStringLiteral("median_ms"), quantile(timing.frames, 0.5)},
            {QStringLiteral("p99_ms"), quantile(timing.frames, 0.99)}};
}

qint64 monotonicNs()
{
    return std::chrono::duration_cast<std::chrono::nanoseconds>(Clock::now().time_since_epoch())
        .count();
}

// Ends the process as soon as the first window that is shown has been painted, telling when.
class FirstPaint final : public QObject
{
protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const auto *widget = qobject_cast<QWidget *>(watched);
        if (!m_isSeen && widget != nullptr && widget->isWindow()
            && event->type() == QEvent::Paint) {
            m_isSeen = true;
            QTimer::singleShot(0, this, [] {
                std::printf("%lld\n", static_cast<long long>(monotonicNs()));
                std::fflush(stdout);
                std::_Exit(0);
            });
        }
        return QObject::eventFilter(watched, event);
    }

private:
    bool m_isSeen = false;
};

int startPassel()
{
    int argc = 1;
    auto name = std::to_array("passel-desktop");
    std::array<char *, 2> argv{name.data(), nullptr};
    QApplication application(argc, argv.data());
    FirstPaint firstPaint;
    application.installEventFilter(&firstPaint);
    Application passel(application);
    return passel.run({QStringLiteral("passel-desktop")});
}

int startBare()
{
    int argc = 1;
    auto name = std::to_array("bare");
    std::array<char *, 2> argv{name.data(), nullptr};
    QApplication application(argc, argv.data());
    FirstPaint firstPaint;
    application.installEventFilter(&firstPaint);
    QTableView view;
    view.resize(1280, 800);
    view.show();
    return QApplication::exec();
}

// Milliseconds from exec to the first finished paint, in a home of its own; negative when it
// failed.
double startOnce(const QString &which)
{
    QTemporaryDir home;
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name :
         {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"})
        environment.insert(QString::fromLatin1(name), home.path());
    process.setProcessEnvironment(environment);
    const qint64 started = monotonicNs();
    process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("gui-start"), which});
    if (!process.waitForFinished(20'000) || process.exitCode() != 0)
        return -1;
    bool good = false;
    const qint64 painted = process.readAllStandardOutput().trimmed().toLongLong(&good);
    return good ? static_cast<double>(painted - started) / 1e6 : -1;
}

} // namespace

int guiGrid(const QStringList &arguments)
{
    if (!arguments.isEmpty())
        return usage();
    int argc = 1;
    auto name = std::to_array("passel-bench");
    std::array<char *, 2> argv{name.data(), nullptr};
    QApplication application(argc, argv.data());
    Theme::instance().install(application);
    ArrayGridSource source;
    source.setArray(largeTable());
    const QSize size(1280, 800);
    // In turns, so that both meet the same machine.
    GridTiming wheel;
    GridTiming jumps;
    GridTiming bareWheel;
    GridTiming bareJumps;
    const auto add = [](GridTiming *all, const GridTiming &one) {
        all->open = all->frames.empty() ? one.open : std::min(all->open, one.open);
        all->frames.insert(all->frames.end(), one.frames.begin(), one.frames.end());
    };
    for (int turn = 0; turn < 3; ++turn) {
        add(&wheel, timeGrid(&source, Steps, GridBenchPath::Wheel, size));
        add(&bareWheel, timeTableView(source, GridBenchPath::Wheel, size));
        add(&jumps, timeGrid(&source, Steps, GridBenchPath::Jumps, size));
        add(&bareJumps, timeTableView(source, GridBenchPath::Jumps, size));
    }
    print({{QStringLiteral("rows"), qint64(Rows)},
           {QStringLiteral("cols"), Columns},
           {QStringLiteral("grid_wheel"), told(wheel)},
           {QStringLiteral("grid_jumps"), told(jumps)},
           {QStringLiteral("qtableview_wheel"), told(bareWheel)},
           {QStringLiteral("qtableview_jumps"), told(bareJumps)}});
    return 0;
}

int guiStart(const QStringList &arguments)
{
    if (arguments == QStringList{QStringLiteral("passel")})
        return startPassel();
    if (arguments == QStringList{QStringLiteral("bare")})
        return startBare();
    if (!arguments.isEmpty())
        return usage();
    int argc = 1;
    auto name = std::to_array("passel-bench");
    std::array<char *, 2> argv{name.data(), nullptr};
    const QCoreApplication application(argc, argv.data());
    std::vector<double> passel;
    std::vector<double> bare;
    for (int turn = 0; turn < Starts; ++turn) {
        passel.push_back(startOnce(QStringLiteral("passel")));
        bare.push_back(startOnce(QStringLiteral("bare")));
    }
    if (*std::min_element(passel.begin(), passel.end()) < 0
        || *std::min_element(bare.begin(), bare.end()) < 0) {
        std::fputs("a window did not open\n", stderr);
        return 1;
    }
    print({{QStringLiteral("passel_ms"), median(passel)},
           {QStringLiteral("bare_table_ms"), median(bare)},
           {QStringLiteral("ratio"), median(passel) / median(bare)}});
    return 0;
}

} // namespace passel::bench
