#include "app/headless/progress.h"

#include "app/headless/output.h"

#include <cstdio>
#include <unistd.h>

namespace wayreeve::headless {

namespace {

bool onTerminal() {
    return isatty(STDERR_FILENO) == 1;
}

void overwrite(const QString& line) {
    std::fprintf(stderr, "\r%s", line.toUtf8().constData());
}

/// True each time another tenth has begun.
class Tenths {
public:
    bool advance(double share) {
        const int tenth = static_cast<int>(share * 10);
        if (tenth <= m_last)
            return false;
        m_last = tenth;
        return true;
    }

private:
    int m_last = 0;
};

QString percent(double share) {
    return QString::number(static_cast<int>(share * 100));
}

} // namespace

std::function<void(const engine::Progress&)> runProgress(bool quiet) {
    if (quiet)
        return {};
    const auto lineOf = [](const engine::Progress& progress) {
        return say(QT_TRANSLATE_NOOP("Headless", "%1 %, %2 decisions, %3 waiting   "))
            .arg(percent(progress.share))
            .arg(progress.decisions)
            .arg(progress.waiting);
    };
    if (onTerminal())
        return [lineOf](const engine::Progress& progress) {
            overwrite(lineOf(progress));
            if (progress.share >= 1)
                std::fputc('\n', stderr);
        };
    return [lineOf, tenths = Tenths()](const engine::Progress& progress) mutable {
        if (tenths.advance(progress.share))
            complain(lineOf(progress).trimmed());
    };
}

std::function<void(unsigned, double)> logProgress(bool quiet, unsigned orders) {
    if (quiet)
        return {};
    if (onTerminal())
        return [orders](unsigned order, double) {
            overwrite(say(QT_TRANSLATE_NOOP("Headless", "order %1 of %2 ")).arg(order + 1).arg(orders));
        };
    return [orders, tenths = Tenths()](unsigned order, double share) mutable {
        const double all = (order + share) / orders;
        if (tenths.advance(all))
            complain(say(QT_TRANSLATE_NOOP("Headless", "%1 %, order %2 of %3"))
                         .arg(percent(all))
                         .arg(order + 1)
                         .arg(orders));
    };
}

} // namespace wayreeve::headless
