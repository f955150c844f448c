#include "app/headless/arguments.h"
#include "app/headless/commands.h"
#include "app/headless/output.h"
#include "documents/check.h"
#include "engine/stories.h"
#include "session/open_workspace.h"
#include "ui/text/error_text.h"

namespace wayreeve::headless {

namespace {

Value findingJson(const std::string& code, const std::string& severity, const std::string& file, int line, int column,
                  const std::vector<std::pair<std::string, std::string>>& parameters, const QString& message) {
    Context json;
    json.emplace_back("code", Value(code));
    json.emplace_back("severity", Value(severity));
    json.emplace_back("file", Value(file));
    json.emplace_back("line", Value(line));
    json.emplace_back("column", Value(column));
    json.emplace_back("message", Value(message.toStdString()));
    Context details;
    for (const auto& [name, value] : parameters)
        details.emplace_back(name, Value(value));
    json.emplace_back("parameters", Value(std::move(details)));
    return Value(std::move(json));
}

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
        return Usage;
    const std::filesystem::path folder = arguments->words.front();
    List findings;
    bool sound = true;
    const auto errors = session::openErrors(folder);
    if (!errors.empty() && errors.front().code == "workspace.missing")
        return fail(errors.front());
    for (const Error& error : errors) {
        sound = false;
        const QString message = text::errorText(error);
        if (!arguments->has("json"))
            print(text::placeText(error) + message);
        findings.push_back(
            findingJson(error.code, "error", error.file, error.line, error.column, error.parameters, message));
    }
    if (errors.empty()) {
        auto workspace = session::openWorkspace(folder);
        if (!workspace)
            return fail(workspace.error());
        auto found = documents::check(*workspace->workspace);
        documents::placeFindings(found, folder);
        for (const documents::Finding& finding : found) {
            sound = false;
            const Error error{finding.code, finding.parameters, finding.place.file, finding.place.line, 0};
            const QString message = text::errorText(error);
            if (!arguments->has("json"))
                print(text::placeText(error) + QString::fromStdString(severityName(finding.severity)) +
                      QStringLiteral(": ") + QString::fromStdString(finding.place.path) + QStringLiteral(" · ") +
                      message);
            findings.push_back(findingJson(finding.code, severityName(finding.severity), finding.place.file,
                                           finding.place.line, 0, finding.parameters, message));
        }
    }
    if (arguments->has("json")) {
        Context json;
        json.emplace_back("ok", Value(sound));
        json.emplace_back("findings", Value(std::move(findings)));
        printJson(Value(std::move(json)));
    } else if (sound) {
        print(say("Everything is in order."));
    }
    return sound ? Done : Findings;
}

int runStories(const std::vector<std::string>& words) {
    const auto arguments = parse(words, {{}, {"mutate"}, 1, 1});
    if (!arguments)
        return Usage;
    auto workspace = session::openWorkspace(arguments->words.front());
    if (!workspace)
        return fail(workspace.error());
    const auto results =
        arguments->has("mutate") ? engine::mutateStories(workspace->workspace) : engine::runStories(workspace->program);
    List list;
    bool all = true;
    for (const engine::StoryResult& result : results) {
        all = all && result.passed;
        const QString message = result.failure ? text::errorText(*result.failure) : QString();
        Context json;
        json.emplace_back("name", Value(result.name));
        json.emplace_back("passed", Value(result.passed));
        json.emplace_back("guards", Value(result.guards));
        json.emplace_back("message", Value(message.toStdString()));
        list.push_back(Value(std::move(json)));
        if (!arguments->has("json"))
            print((result.passed ? say("passed  ") : say("FAILED  ")) + QString::fromStdString(result.name) +
                  (message.isEmpty() ? QString() : QStringLiteral(": ") + message));
    }
    if (arguments->has("json"))
        printJson(Value(std::move(list)));
    else if (results.empty())
        print(say("This workspace has no stories."));
    return all ? Done : Findings;
}

} // namespace wayreeve::headless
