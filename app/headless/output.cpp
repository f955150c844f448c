#include "app/headless/output.h"

#include "app/headless/arguments.h"
#include "base/json.h"
#include "ui/text/error_text.h"

#include <QCoreApplication>

#include <array>
#include <cstdio>
#include <string_view>

namespace wayreeve::headless {

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

int fail(const Error& error) {
    complain(text::placeText(error) + text::errorText(error));
    constexpr std::array asked = {"decision.bad-id",
                                  "decision.unknown",
                                  "run.unknown",
                                  "run.none",
                                  "mapping.missing",
                                  "simulate.unknown-population",
                                  "resume.other-request",
                                  "approval.unknown-proposal",
                                  "approval.unknown-person"};
    for (const char* code : asked)
        if (error.code == code)
            return Usage;
    for (const std::string_view prefix : {"yaml.", "document.", "feel.", "facts.", "approval.", "story.", "csv.",
                                          "measure.", "resume.", "record.", "version.", "import.", "simulate."})
        if (error.code.starts_with(prefix))
            return Findings;
    return Environment;
}

} // namespace wayreeve::headless
