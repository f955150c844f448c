#include "ui/customers/evidence_words.h"

#include "ui/shell/record_words.h"

#include <QCoreApplication>

#include <array>
#include <string>
#include <utility>

namespace wayreeve::ui {

QString evidenceWords(std::string_view evidence) {
    static constexpr auto texts = std::to_array<std::pair<std::string_view, const char*>>({
        {"base", QT_TRANSLATE_NOOP("Evidence", "Before anything is known")},
        {"device-same", QT_TRANSLATE_NOOP("Evidence", "Same device")},
        {"device-other", QT_TRANSLATE_NOOP("Evidence", "Another device")},
        {"device-theirs", QT_TRANSLATE_NOOP("Evidence", "Somebody else's device")},
        {"device-shared", QT_TRANSLATE_NOOP("Evidence", "Device that several use")},
        {"device-share", QT_TRANSLATE_NOOP("Evidence", "How much of their time is here")},
        {"address-same", QT_TRANSLATE_NOOP("Evidence", "Same address in the network")},
        {"address-other", QT_TRANSLATE_NOOP("Evidence", "Another address in the network")},
        {"address-shared", QT_TRANSLATE_NOOP("Evidence", "Address that several use")},
        {"address-share", QT_TRANSLATE_NOOP("Evidence", "How often they are at this address")},
        {"network-same", QT_TRANSLATE_NOOP("Evidence", "Same network")},
        {"agent", QT_TRANSLATE_NOOP("Evidence", "Same browser, to its version")},
        {"family", QT_TRANSLATE_NOOP("Evidence", "Same kind of browser")},
        {"screen", QT_TRANSLATE_NOOP("Evidence", "Size of the screen")},
        {"locale", QT_TRANSLATE_NOOP("Evidence", "Language")},
        {"zone", QT_TRANSLATE_NOOP("Evidence", "Time zone")},
        {"place", QT_TRANSLATE_NOOP("Evidence", "Place")},
        {"referrer", QT_TRANSLATE_NOOP("Evidence", "Where they came from")},
        {"campaign", QT_TRANSLATE_NOOP("Evidence", "Campaign")},
        {"mail", QT_TRANSLATE_NOOP("Evidence", "Domain of the e-mail")},
        {"categories", QT_TRANSLATE_NOOP("Evidence", "Categories looked at")},
        {"items", QT_TRANSLATE_NOOP("Evidence", "Things looked at")},
        {"hours", QT_TRANSLATE_NOOP("Evidence", "Time of day")},
        {"weekdays", QT_TRANSLATE_NOOP("Evidence", "Day of the week")},
        {"gap", QT_TRANSLATE_NOOP("Evidence", "Time since the last visit")},
        {"gap-away", QT_TRANSLATE_NOOP("Evidence", "Time since the last visit, elsewhere")},
        {"rival", QT_TRANSLATE_NOOP("Evidence", "Fits nobody else here as well")},
        {"device-habit", QT_TRANSLATE_NOOP("Evidence", "Habits, of those at this device")},
        {"address-habit", QT_TRANSLATE_NOOP("Evidence", "Habits, of those at this address")},
        {"device-make", QT_TRANSLATE_NOOP("Evidence", "How often such devices are shared")},
    });
    for (const auto& [name, text] : texts)
        if (name == evidence)
            return QCoreApplication::translate("Evidence", text);
    return readable(std::string(evidence));
}

} // namespace wayreeve::ui
