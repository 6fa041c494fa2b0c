// Task, inbox and pool: results come home once, in the right thread, or not at all.
#include "core/base/task.h"

#include <QTest>
#include <QThread>

#include <numeric>

using namespace passel;

class TestTask final : public QObject
{
    Q_OBJECT

private slots:

    void resultComesHome()
    {
        int got = 0;
        QThread *where = nullptr;
        const auto task = Task<int>::start(
            ThreadPool::global(), [](const TaskContext &) -> Result<int> { return 42; },
            [&](Result<int> result) {
                got = *result;
                where = QThread::currentThread();
            });
        QTRY_COMPARE(got, 42);
        QCOMPARE(where, QThread::currentThread());
    }

    void cancelIsAnOutcome()
    {
        bool cancelled = false;
        auto task = Task<int>::start(
            ThreadPool::global(),
            [](const TaskContext &context) -> Result<int> {
                while (!context.isCancelled())
                    QThread::yieldCurrentThread();
                return Error::cancelled();
            },
            [&](const Result<int> &result) {
                cancelled = !result && result.error().isCancelled();
            });
        task.cancel();
        QTRY_VERIFY(cancelled);
    }

    void replacedHandleDropsLateResults()
    {
        int older = 0;
        int newer = 0;
        std::atomic<bool> go{false};
        auto task = Task<int>::start(
            ThreadPool::global(),
            [&](const TaskContext &context) -> Result<int> {
                context.deliver([&] { ++older; });
                while (!go.load())
                    QThread::yieldCurrentThread();
                return 1;
            },
            [&](const Result<int> &) { ++older; });
        task = Task<int>::start(
            ThreadPool::global(), [](const TaskContext &) -> Result<int> { return 2; },
            [&](const Result<int> &) { ++newer; });
        go = true;
        QTRY_COMPARE(newer, 1);
        QTest::qWait(20);
        QCOMPARE(older, 0);
    }

    void progressIsSeen()
    {
        std::atomic<bool> go{false};
        bool done = false;
        auto task = Task<int>::start(
            ThreadPool::global(),
            [&](const TaskContext &context) -> Result<int> {
                context.setTotal(10);
                context.advance(4);
                while (!go.load())
                    QThread::yieldCurrentThread();
                return 0;
            },
            [&](const Result<int> &) { done = true; });
        QTRY_COMPARE(task.done(), 4);
        QCOMPARE(task.total(), 10);
        go = true;
        task.wait();
        QTRY_VERIFY(done);
    }

    void parallelForVisitsEachOnceAndNests()
    {
        std::vector<std::atomic<int>> visits(1000);
        ThreadPool::global().parallelFor(10, [&](qsizetype outer) {
            ThreadPool::global().parallelFor(100, [&](qsizetype inner) {
                visits[static_cast<size_t>(outer * 100 + inner)].fetch_add(1);
            });
        });
        for (const auto &visit : visits)
            QCOMPARE(visit.load(), 1);
    }
};

QTEST_GUILESS_MAIN(TestTask)
#include "tst_task.moc"
