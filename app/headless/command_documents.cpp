#include "app/headless/arguments.h"
#include "app/headless/commands.h"
#include "app/headless/output.h"
#include "documents/check.h"
#include "engine/stories.h"
#include "session/open_workspace.h"
#include "ui/text/error_text.h"

namespace wayreeve::headless {

namespace {

std::string severityName(documents::Severity severity) {
    switch (severity) {
    case documents::Severity::Note:
        return "note";
    case documents::Severity::Warning:
        return "warning";
    case documents::Severity::Problem:
        return "problem";
    }
    return {};
}

} // namespace

int runCheck(const std::vector<std::string>& words) {
    const auto arguments = parse(words, {});
    if (!arguments)
        return Misused;
    const std::filesystem::path folder = arguments->words.front();
    List findings;
    bool sound = true; // notes are information
    int notes = 0;
    const auto errors = session::openErrors(folder);
    if (!errors.empty() && errors.front().code == "workspace.missing")
        return fail(errors.front());
    for (const Error& error : errors) {
        sound = false;
        const QString message = text::errorText(error);
        if (!arguments->has("json"))
            print(text::placeText(error) + message);
        findings.push_back(errorJson(error, "error", message));
    }
    auto found = documents::checkFolder(folder); // a misspelt name may be why something is not found
    if (errors.empty()) {
        auto workspace = session::openWorkspace(folder);
        if (!workspace)
            return fail(workspace.error());
        for (documents::Finding& finding : documents::check(*workspace->workspace))
            found.push_back(std::move(finding));
        documents::placeFindings(found, folder);
    }
    for (const documents::Finding& finding : found) {
        notes += finding.severity == documents::Severity::Note ? 1 : 0;
        sound = sound && finding.severity == documents::Severity::Note;
        const Error error{finding.code, finding.parameters, finding.place.file, finding.place.line, 0};
        const QString message = text::errorText(error);
        if (!arguments->has("json")) {
            const QString path = QString::fromStdString(finding.place.path);
            print(text::placeText(error) + QString::fromStdString(severityName(finding.severity)) +
                  QStringLiteral(": ") + (path.isEmpty() ? path : path + QStringLiteral(" · ")) + message);
        }
        findings.push_back(errorJson(error, severityName(finding.severity), message));
    }
    if (arguments->has("json")) {
        Context json;
        json.emplace_back("ok", Value(sound));
        json.emplace_back("findings", Value(std::move(findings)));
        printJson(Value(std::move(json)));
    } else if (sound) {
        print(notes == 0 ? say(QT_TRANSLATE_NOOP("Headless", "Everything is in order."))
                         : say(QT_TRANSLATE_NOOP("Headless", "Everything is in order; %1 to note.")).arg(notes));
    }
    return sound ? Done : Findings;
}

int runStories(const std::vector<std::string>& words) {
    const auto arguments = parse(words, {{}, {"mutate"}, 1, 1});
    if (!arguments)
        return Misused;
    auto workspace = session::openWorkspace(arguments->words.front());
    if (!workspace)
        return fail(workspace.error());
    const auto results =
        arguments->has("mutate") ? engine::mutateStories(workspace->workspace) : engine::runStories(workspace->program);
    List list;
    int passed = 0;
    for (const engine::StoryResult& result : results) {
        passed += result.passed ? 1 : 0;
        const QString message = result.failure ? text::errorText(*result.failure) : QString();
        Context json;
        json.emplace_back("name", Value(result.name));
        json.emplace_back("passed", Value(result.passed));
        json.emplace_back("guards", Value(result.guards));
        json.emplace_back("message", Value(message.toStdString()));
        list.push_back(Value(std::move(json)));
        if (!arguments->has("json"))
            print((result.passed ? say(QT_TRANSLATE_NOOP("Headless", "passed  "))
                                 : say(QT_TRANSLATE_NOOP("Headless", "FAILED  "))) +
                  QString::fromStdString(result.name) +
                  (!message.isEmpty()         ? QStringLiteral(": ") + message
                   : arguments->has("mutate") ? say(QT_TRANSLATE_NOOP("Headless", ": it fails once %1 is switched off"))
                                                    .arg(QString::fromStdString(result.guards))
                                              : QString()));
    }
    const bool all = passed == static_cast<int>(results.size());
    if (arguments->has("json"))
        printJson(Value(std::move(list)));
    else if (results.empty())
        print(say(QT_TRANSLATE_NOOP("Headless", "This workspace has no stories.")));
    else
        print(say(QT_TRANSLATE_NOOP("Headless", "%1 of %2 stories passed.")).arg(passed).arg(results.size()));
    return all ? Done : Findings;
}

} // namespace wayreeve::headless
