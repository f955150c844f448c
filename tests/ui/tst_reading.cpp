#include "session/explain.h"
#include "session/open_workspace.h"
#include "session/runs.h"
#include "session/store_access.h"

#include "ui_test.h"

#include "ui/decisions/decision_page.h"
#include "ui/decisions/decision_view.h"
#include "ui/decisions/reading_words.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/section_header.h"

#include <QAbstractButton>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace wayreeve;
using namespace wayreeve::ui;

namespace {

double sumOf(const DecisionPage::ReadScore& score) {
    double sum = 0;
    for (const auto& part : score.parts)
        sum += part.amount;
    return sum;
}

std::size_t scoresIn(const interpretation::Reading& reading) {
    std::size_t count = 0;
    for (const auto* list : {&reading.stages, &reading.intents, &reading.needs, &reading.hesitations})
        for (const interpretation::Score& score : *list)
            count += score.value != 0 || !score.parts.empty() ? 1 : 0;
    return count + (reading.sentiment.value != 0 || !reading.sentiment.parts.empty() ? 1 : 0);
}

} // namespace

/// What the decision page says was read, of a real run.
class TestReading : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyScoreIsTheSumOfWhatIsShown() {
        QTemporaryDir folder;
        const QDir from(QStringLiteral(WAYREEVE_SOURCE_DIR "/resources/demo"));
        QDirIterator files(from.path(), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString file = files.next();
            const QString target = folder.filePath(from.relativeFilePath(file));
            QVERIFY(QDir().mkpath(QFileInfo(target).path()) && QFile::copy(file, target));
        }
        const std::string path = folder.path().toStdString();
        const auto opened = session::openWorkspace(path);
        QVERIFY(opened.ok());
        session::SimulateRequest request;
        request.customers = 120;
        request.days = 3;
        QVERIFY(session::simulate(*opened, request).ok());
        const auto reader = session::openReader(path);
        const auto run = (*reader)->run("");
        audit::DecisionFilter filter;
        filter.limit = 60;
        const auto rows = (*reader)->decisions(run->id, filter);
        QVERIFY(rows.ok() && rows->size() >= 30);
        std::size_t parts = 0, stages = 0;
        for (const audit::DecisionRow& row : *rows) {
            const auto explained = session::explain(path, audit::idText(run->tag, row.key));
            QVERIFY(explained.ok() && explained->decision);
            const DecisionPage page = decisionPage(*explained, RecordWords(opened->workspace));
            QCOMPARE(std::size_t(page.read.size()), scoresIn(explained->decision->reading));
            for (const DecisionPage::ReadScore& score : page.read) {
                QVERIFY2(std::abs(sumOf(score) - score.value) <= 1e-9, qPrintable(score.kind + score.name));
                for (const auto& part : score.parts)
                    QVERIFY(sumWords(score).contains(part.name));
                parts += std::size_t(score.parts.size());
                stages += score.kind == "Stage" ? 1 : 0;
            }
        }
        QVERIFY(parts > 100 && stages > 30);

        // In the window: what led is open, everything else with one press.
        const auto explained = session::explain(path, audit::idText(run->tag, rows->front().key));
        const DecisionPage page = decisionPage(*explained, RecordWords(opened->workspace));
        DecisionView view;
        view.setPage(page);
        auto* read = view.findChild<QWidget*>("read");
        QVERIFY(read && !read->isHidden());
        QVERIFY(read->accessibleDescription().contains(sumWords(page.read.first())));
        QVERIFY(!read->accessibleDescription().contains(sumWords(page.read.last())));
        QVERIFY(!page.read.last().leads);
        view.findChild<SectionHeader*>("readHeader")->findChild<QAbstractButton*>()->click();
        QTRY_VERIFY(read->accessibleDescription().contains(sumWords(page.read.last())));
    }
};

WAYREEVE_UI_TEST(TestReading)
#include "tst_reading.moc"
