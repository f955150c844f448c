#include "engine/engine_tests.h"
#include "engine/worker_pool.h"

#include <QTest>

#include <atomic>
#include <numeric>

using wayreeve::engine::WorkerPool;

void PoolTests::eachIndexOnce_data() {
    QTest::addColumn<unsigned>("threads");
    QTest::addColumn<int>("count");
    for (const unsigned threads : {1U, 2U, 3U, 8U})
        for (const int count : {0, 1, 2, 7, 100, 4099})
            QTest::addRow("%u threads, %d indexes", threads, count) << threads << count;
}

void PoolTests::eachIndexOnce() {
    QFETCH(unsigned, threads);
    QFETCH(int, count);
    WorkerPool pool(threads);
    QCOMPARE(pool.threads(), threads);
    const auto size = static_cast<std::size_t>(count);
    std::vector<int> seen(size, 0); // plain: two workers on one index are a race that TSan reports
    std::atomic<unsigned> strangers = 0;
    for (int round = 1; round <= 20; ++round) {
        pool.parallelFor(size, [&](std::size_t i, unsigned worker) {
            ++seen[i];
            if (worker >= threads)
                ++strangers;
        });
        QVERIFY(std::all_of(seen.begin(), seen.end(), [&](int times) { return times == round; }));
    }
    QCOMPARE(strangers.load(), 0U);
    const auto handled = pool.handled();
    QCOMPARE(handled.size(), std::size_t{threads});
    QCOMPARE(std::accumulate(handled.begin(), handled.end(), std::uint64_t{0}), std::uint64_t{20} * size);
}

void PoolTests::postsKeepTheirOrder() {
    for (const unsigned threads : {1U, 2U, 8U}) {
        std::vector<int> order;
        std::vector<std::thread::id> lanes;
        WorkerPool pool(threads);
        for (int i = 0; i < 500; ++i)
            pool.post([&, i] {
                order.push_back(i);
                lanes.push_back(std::this_thread::get_id());
            });
        pool.drain();
        QCOMPARE(order.size(), std::size_t{500});
        QVERIFY(std::is_sorted(order.begin(), order.end()));
        QVERIFY(std::all_of(lanes.begin(), lanes.end(), [&](auto id) { return id == lanes.front(); }));
        QCOMPARE(lanes.front() == std::this_thread::get_id(), threads == 1);
    }
}

void PoolTests::waitsForRoom() {
    WorkerPool pool(2);
    std::atomic<int> done = 0;
    int aheadAtMost = 0;
    for (int i = 0; i < 2000; ++i) {
        pool.post([&] { ++done; }, 2);
        aheadAtMost = std::max(aheadAtMost, i + 1 - done.load());
    }
    // Two wait and one may be running.
    QVERIFY(aheadAtMost <= 3);
    pool.drain();
    QCOMPARE(done.load(), 2000);
}

void PoolTests::workAndPostsTogether() {
    std::vector<std::uint64_t> sums(64, 0);
    std::uint64_t posted = 0; // touched on the lane only
    {
        WorkerPool pool(4);
        for (int round = 0; round < 300; ++round) {
            pool.post([&] { ++posted; });
            pool.parallelFor(sums.size(), [&](std::size_t i, unsigned) { sums[i] += i; });
        }
    } // the destructor finishes what was posted
    QCOMPARE(posted, std::uint64_t{300});
    for (std::size_t i = 0; i < sums.size(); ++i)
        QCOMPARE(sums[i], std::uint64_t{300} * i);
}

void PoolTests::everyWorkerHasItsShare_data() {
    QTest::addColumn<unsigned>("threads");
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("least"); // four fifths of an equal part, rounded up
    QTest::newRow("two, two") << 2U << 2 << 1;
    QTest::newRow("two, five") << 2U << 5 << 2;
    QTest::newRow("two, forty") << 2U << 40 << 16;
    QTest::newRow("two, a thousand") << 2U << 1000 << 400;
    QTest::newRow("eight, a thousand") << 8U << 1000 << 100;
}

void PoolTests::everyWorkerHasItsShare() {
    QFETCH(unsigned, threads);
    QFETCH(int, count);
    QFETCH(int, least);
    WorkerPool pool(threads);
    std::vector<std::uint64_t> before(threads, 0);
    for (int round = 0; round < 50; ++round) {
        pool.parallelFor(static_cast<std::size_t>(count), [](std::size_t, unsigned) {}); // over before anybody wakes
        const auto handled = pool.handled();
        for (unsigned worker = 0; worker < threads; ++worker)
            QVERIFY2(handled[worker] - before[worker] >= static_cast<std::uint64_t>(least),
                     qPrintable(QStringLiteral("worker %1 in round %2").arg(worker).arg(round)));
        before = handled;
    }
}

void PoolTests::busyLaneHoldsNobodyUp() {
    WorkerPool pool(2);
    std::atomic<bool> begun = false, over = false;
    pool.post([&] {
        begun = true;
        begun.notify_one();
        over.wait(false);
    });
    begun.wait(false);
    pool.parallelFor(100, [](std::size_t, unsigned) {}); // would not return if any of it were kept for the lane
    over = true;
    over.notify_one();
    pool.drain();
    QCOMPARE(pool.handled(), (std::vector<std::uint64_t>{100, 0}));
}

void PoolTests::lentHandsWork() {
    WorkerPool pool(2);
    std::atomic<bool> begun = false, over = false, lent = false;
    pool.post([&] {
        begun = true;
        begun.notify_one();
        while (!over)
            pool.lendHand();
    });
    begun.wait(false);
    pool.parallelFor(100, [&](std::size_t, unsigned worker) {
        if (worker == 1) {
            lent = true;
            lent.notify_one();
        }
        lent.wait(false); // the caller goes on only when the lane has come out of its job
    });
    over = true;
    pool.drain();
    QVERIFY(pool.handled()[1] >= 40);
}
