#include "app/headless/output.h"

#include "app/headless/arguments.h"
#include "base/json.h"
#include "base/text.h"
#include "ui/text/error_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cstdio>
#include <string_view>

namespace wayreeve::headless {

namespace {

bool inJson = false;

/// The one JSON value where --json asked for one.
void answer(Value error) {
    if (!inJson)
        return;
    Context json;
    json.emplace_back("error", std::move(error));
    printJson(Value(std::move(json)));
}

int exitCodeOf(const Error& error) {
    constexpr std::array asked = {"decision.bad-id",
                                  "decision.unknown",
                                  "run.unknown",
                                  "quarantine.unknown",
                                  "run.none",
                                  "mapping.missing",
                                  "replay.logged",
                                  "export.into-workspace",
                                  "simulate.unknown-population",
                                  "resume.other-request",
                                  "approval.unknown-proposal",
                                  "backtest.reads-otherwise",
                                  "backtest.learns-otherwise",
                                  "backtest.logged",
                                  "reweight.nothing",
                                  "reweight.unknown-event",
                                  "effects.unknown-goal",
                                  "effects.unknown-segment",
                                  "approval.unknown-person",
                                  "right.edit",
                                  "right.lift-stop",
                                  "right.erase",
                                  "erase.no-reason",
                                  "erase.reason-names-customer",
                                  "erase.unknown-customer",
                                  "replay.erased",
                                  "right.undo-merge",
                                  "right.replay",
                                  "merge.none",
                                  "merge.needs-reason",
                                  "time.not-rfc3339",
                                  "customer.unknown",
                                  "stage-audit.unknown-moment",
                                  "stage-audit.unknown-stage"};
    for (const char* code : asked)
        if (error.code == code)
            return Usage;
    for (const std::string_view prefix :
         {"io.", "store.", "connector.", "workspace.", "live.", "ingest.", "sources.", "merge.not-live"})
        if (error.code.starts_with(prefix))
            return Environment;
    return Findings;
}

} // namespace

QString say(const char* text) {
    return QCoreApplication::translate("Headless", text);
}

void complain(const QString& line) {
    std::fprintf(stderr, "%s\n", line.toUtf8().constData());
    std::fflush(stderr);
}

void print(const QString& line) {
    std::printf("%s\n", line.toUtf8().constData());
}

void printJson(const Value& value) {
    const std::string text = writePrettyJson(value);
    std::fwrite(text.data(), 1, text.size(), stdout);
    std::fputc('\n', stdout);
}

void printTable(const std::vector<Column>& columns, const List& rows) {
    if (rows.empty())
        return;
    std::vector<qsizetype> widths;
    for (const Column& column : columns) {
        qsizetype width = column.head.size();
        for (const Value& row : rows)
            width = std::max(width, QString::fromStdString(row.member(column.member).toText()).size());
        widths.push_back(width);
    }
    const auto printRow = [&](const auto& cell) {
        QString line;
        for (std::size_t c = 0; c < columns.size(); ++c) {
            const QString text = cell(columns[c]);
            line += (c == 0 ? QString() : QStringLiteral("  ")) +
                    (columns[c].number ? text.rightJustified(widths[c]) : text.leftJustified(widths[c]));
        }
        while (line.endsWith(QLatin1Char(' ')))
            line.chop(1);
        print(line);
    };
    printRow([](const Column& column) { return column.head; });
    for (const Value& row : rows)
        printRow([&](const Column& column) { return QString::fromStdString(row.member(column.member).toText()); });
}

std::string scopeWord(const std::string& scope) {
    return scope.empty() ? "everything" : scope;
}

QString scopeText(const std::string& scope) {
    return scope.empty() ? say(QT_TRANSLATE_NOOP("Headless", "everything")) : QString::fromStdString(scope);
}

void answerInJson(bool wanted) {
    inJson = wanted;
}

int refuse(const QString& sentence) {
    complain(sentence);
    answer(errorJson(Error{"usage", {}, {}, 0, 0}, "error", sentence));
    return Usage;
}

QString unknownName(const QString& sentence, const std::string& name, const std::vector<std::string>& known) {
    const std::string nearest = nearestName(name, known);
    QString text = sentence.arg(QString::fromStdString(name));
    if (!nearest.empty())
        text += QLatin1Char(' ') +
                say(QT_TRANSLATE_NOOP("Headless", "Nearest known: “%1”.")).arg(QString::fromStdString(nearest));
    return text;
}

Value errorJson(const Error& error, const std::string& severity, const QString& message) {
    Context json;
    json.emplace_back("code", Value(error.code));
    json.emplace_back("severity", Value(severity));
    json.emplace_back("file", Value(error.file));
    json.emplace_back("line", Value(error.line));
    json.emplace_back("column", Value(error.column));
    json.emplace_back("message", Value(message.toStdString()));
    Context details;
    for (const auto& [name, value] : error.parameters)
        details.emplace_back(name, Value(value));
    json.emplace_back("parameters", Value(std::move(details)));
    return Value(std::move(json));
}

int fail(const Error& error) {
    const QString message = text::errorText(error);
    complain(text::placeText(error) + message);
    answer(errorJson(error, "error", message));
    return exitCodeOf(error);
}

} // namespace wayreeve::headless
