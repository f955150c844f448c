#include "fixture.h"

#include "audit/decision_record.h"
#include "audit/key.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

using namespace wayreeve;
using namespace wayreeve::audit;

Fixture::Fixture() = default;

std::string Fixture::sql(const std::string& statement) const {
    std::string answer;
    {
        QSqlDatabase raw = QSqlDatabase::addDatabase("QSQLITE", "raw");
        raw.setDatabaseName(QString::fromStdString((folder() / ".wayreeve/store.db").string()));
        if (!raw.open())
            qFatal("%s", qPrintable(raw.lastError().text()));
        QSqlQuery query(raw);
        if (!query.exec(QString::fromStdString(statement)))
            qFatal("%s", qPrintable(query.lastError().text()));
        if (query.next())
            answer = query.value(0).toString().toStdString();
    }
    QSqlDatabase::removeDatabase("raw");
    return answer;
}

RunInfo Fixture::runInfo() {
    RunInfo info;
    info.kind = RunKind::Simulation;
    info.documentSet = hashOf(std::string_view("set"));
    info.files = {{documents::Kind::Policies, "policies", "policies.yaml", {}, hashOf(std::string_view("p"))}};
    info.seed = UINT64_MAX;
    info.salt = "salt";
    info.customers = 500;
    info.days = 10;
    info.population = "shoppers";
    info.start = {1'700'000'000'000};
    info.clock = info.start;
    info.epoch = Duration::hours(1);
    info.source = "";
    return info;
}

Symbols Fixture::symbols() {
    Symbols table;
    for (int i = 1; i < 20; ++i)
        table.intern("name-" + std::to_string(i));
    return table;
}

Batch Growing::batch(int count) {
    Batch batch;
    batch.run = m_run;
    batch.epochs = ++m_epochs;
    batch.clock = {1'700'000'000'000 + static_cast<std::int64_t>(m_epochs) * 3'600'000};
    for (int i = 0; i < count; ++i) {
        const auto customer = static_cast<std::uint32_t>(i + 1);
        DecisionRecord record;
        record.key = keyOf(customer, static_cast<std::uint32_t>(m_epochs));
        planning::Candidate candidate;
        candidate.agent = 2;
        record.plan.candidates = {candidate};
        Entry entry;
        entry.epoch = m_epochs;
        entry.time = batch.clock;
        entry.customer = customer;
        entry.body = encodeDecision(entry, record);
        m_chain.append(entry);
        DecisionRow row;
        row.key = record.key;
        row.entry = entry.number;
        row.time = batch.clock;
        row.customer = customer;
        row.action = static_cast<Sym>(i % 3); // 0 = wait
        row.agent = 2;
        row.journey = 4;
        row.arm = static_cast<documents::Arm>(i % 3);
        row.risk = documents::Risk::Medium;
        row.ruling = i % 2 == 0 ? governance::RulingKind::Queue : governance::RulingKind::Execute;
        row.drawn = i % 5 == 4;
        row.triggerTime = batch.clock - Duration::minutes(2);
        batch.decisions.push_back(row);
        batch.about.emplace_back(record.key, batch.entries.size());
        batch.entries.push_back(std::move(entry));
        Entry note;
        note.kind = EntryKind::DidNotFit;
        note.epoch = m_epochs;
        note.time = batch.clock;
        note.customer = customer;
        note.sequence = 1;
        note.body = encode(note, DidNotFitRecord{record.key, 0, 3});
        m_chain.append(note);
        batch.about.emplace_back(record.key, batch.entries.size());
        batch.entries.push_back(std::move(note));
    }
    m_decisions += static_cast<std::uint64_t>(count);
    batch.decisionCount = m_decisions;
    batch.head = m_chain.head();
    batch.recordsHash = m_chain.recordsHash();
    return batch;
}
