#include "app/headless/arguments.h"
#include "app/headless/commands.h"
#include "app/headless/output.h"
#include "session/merges.h"

namespace wayreeve::headless {

namespace {

QString text(std::string_view words) {
    return QString::fromUtf8(words.data(), static_cast<qsizetype>(words.size()));
}

} // namespace

int runUnmerge(const std::vector<std::string>& words) {
    const auto arguments = parse(words, {{"customer", "as", "reason", "run"}, {}, 1, 1});
    if (!arguments)
        return Misused;
    session::UndoMerge request;
    request.run = arguments->option("run");
    request.customer = arguments->option("customer");
    request.person = arguments->option("as");
    request.reason = arguments->option("reason");
    if (request.customer.empty())
        return refuse(say(QT_TRANSLATE_NOOP("Headless", "Say with --customer who is two persons.")));
    if (const auto done = session::undoMerge(arguments->words.front(), request); !done)
        return fail(done.error());
    if (arguments->has("json"))
        printJson(Value(Context{{"customer", Value(request.customer)}, {"undone", Value(true)}}));
    else
        print(say(QT_TRANSLATE_NOOP("Headless", "The merge of “%1” is undone: two persons again."))
                  .arg(text(request.customer)));
    return Done;
}

} // namespace wayreeve::headless
