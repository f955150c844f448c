#include "app/headless/arguments.h"

#include "app/headless/output.h"
#include "base/text.h"

#include <algorithm>
#include <charconv>

namespace wayreeve::headless {

std::string Arguments::option(const std::string& name, const std::string& otherwise) const {
    const auto at = options.find(name);
    return at == options.end() ? otherwise : at->second;
}

std::optional<Arguments> parse(const std::vector<std::string>& words, const Grammar& grammar) {
    Arguments arguments;
    std::vector<std::string> known = grammar.options;
    known.insert(known.end(), grammar.flags.begin(), grammar.flags.end());
    known.emplace_back("json");
    answerInJson(std::find(words.begin(), words.end(), "--json") != words.end());
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!words[i].starts_with("--")) {
            arguments.words.push_back(words[i]);
            continue;
        }
        std::string name = words[i].substr(2);
        std::string value;
        const std::size_t equals = name.find('=');
        const bool inlineValue = equals != std::string::npos;
        if (inlineValue) {
            value = name.substr(equals + 1);
            name.resize(equals);
        }
        if (name == "json" || std::find(grammar.flags.begin(), grammar.flags.end(), name) != grammar.flags.end()) {
            arguments.flags.insert(name);
        } else if (std::find(grammar.options.begin(), grammar.options.end(), name) != grammar.options.end()) {
            if (!inlineValue && i + 1 >= words.size()) {
                refuse(say(QT_TRANSLATE_NOOP("Headless", "--%1 needs a value.")).arg(QString::fromStdString(name)));
                return std::nullopt;
            }
            arguments.options[name] = inlineValue ? value : words[++i];
        } else {
            const std::string nearest = nearestName(name, known);
            refuse(
                nearest.empty()
                    ? say(QT_TRANSLATE_NOOP("Headless", "There is no option --%1.")).arg(QString::fromStdString(name))
                    : say(QT_TRANSLATE_NOOP("Headless", "There is no option --%1. Did you mean --%2?"))
                          .arg(QString::fromStdString(name), QString::fromStdString(nearest)));
            return std::nullopt;
        }
    }
    if (arguments.words.size() < grammar.leastWords || arguments.words.size() > grammar.mostWords) {
        refuse(grammar.leastWords == grammar.mostWords
                   ? say(QT_TRANSLATE_NOOP("Headless", "Expected %1 words after the command, found %2."))
                         .arg(grammar.leastWords)
                         .arg(arguments.words.size())
                   : say(QT_TRANSLATE_NOOP("Headless", "Expected %1 to %2 words after the command, found %3."))
                         .arg(grammar.leastWords)
                         .arg(grammar.mostWords)
                         .arg(arguments.words.size()));
        return std::nullopt;
    }
    return arguments;
}

std::optional<long long> number(const Arguments& arguments, const std::string& option, long long otherwise,
                                long long low, long long high) {
    const auto at = arguments.options.find(option);
    if (at == arguments.options.end())
        return otherwise;
    long long value = 0;
    const std::string& text = at->second;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < low || value > high) {
        refuse(say(QT_TRANSLATE_NOOP("Headless", "--%1 takes a whole number from %2 to %3, not “%4”."))
                   .arg(QString::fromStdString(option))
                   .arg(low)
                   .arg(high)
                   .arg(QString::fromStdString(text)));
        return std::nullopt;
    }
    return value;
}

} // namespace wayreeve::headless
