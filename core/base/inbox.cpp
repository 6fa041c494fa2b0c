#include "core/base/inbox.h"

#include <QCoreApplication>
#include <QEvent>
#include <QObject>

namespace passel {

// Lives in the receiving thread (thread_local), wakes by one posted event for any number of
// functions. It has neither signals nor slots, thus no Q_OBJECT.
class InboxQueue::Receiver final : public QObject // clazy:exclude=missing-qobject-macro
{
public:
    explicit Receiver(std::shared_ptr<InboxQueue> queue)
        : m_queue(std::move(queue))
    {
        const std::lock_guard lock(m_queue->m_mutex);
        m_queue->m_receiver = this;
    }

    ~Receiver() override
    {
        std::deque<std::function<void()>> dropped;
        const std::lock_guard lock(m_queue->m_mutex);
        m_queue->m_receiver = nullptr;
        dropped.swap(m_queue->m_queue);
    }

    Q_DISABLE_COPY_MOVE(Receiver)

    [[nodiscard]] const std::shared_ptr<InboxQueue> &queue() const { return m_queue; }

    static QEvent::Type wakeType()
    {
        static const int type = QEvent::registerEventType();
        return static_cast<QEvent::Type>(type);
    }

protected:
    bool event(QEvent *event) override
    {
        if (event->type() != wakeType())
            return QObject::event(event);
        // Only what was there on entry: a function that posts again waits for the next turn, so
        // that painting and input get theirs.
        std::deque<std::function<void()>> batch;
        {
            const std::lock_guard lock(m_queue->m_mutex);
            batch.swap(m_queue->m_queue);
        }
        for (const auto &function : batch)
            function();
        return true;
    }

private:
    std::shared_ptr<InboxQueue> m_queue;
};

InboxQueue::~InboxQueue() = default;

std::shared_ptr<InboxQueue> InboxQueue::ofThisThread()
{
    thread_local const std::unique_ptr<Receiver> receiver =
        std::make_unique<Receiver>(std::shared_ptr<InboxQueue>(new InboxQueue));
    return receiver->queue();
}

void InboxQueue::post(std::function<void()> function)
{
    const std::lock_guard lock(m_mutex);
    if (m_receiver == nullptr)
        return;
    const bool first = m_queue.empty();
    m_queue.push_back(std::move(function));
    if (first)
        QCoreApplication::postEvent(m_receiver, new QEvent(Receiver::wakeType()));
}

} // namespace passel
