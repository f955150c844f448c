#include "perception/surroundings.h"

#include "base/text.h"

namespace wayreeve::perception {
namespace {

/// One line of at most `longest` bytes, so that reading it again gives the same.
std::string lineOf(const Value& value, std::size_t longest = Surroundings::longest) {
    if (!value.text())
        return {};
    std::string line;
    for (const char c : *value.text())
        if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f)
            line += c;
    line = trimmed(line);
    if (line.size() > longest) {
        std::size_t end = longest;
        while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xc0) == 0x80) // no half of a character
            --end;
        line = trimmed(std::string_view(line).substr(0, end));
    }
    return line;
}

std::string orElse(std::string first, const Value& second) {
    return first.empty() ? lineOf(second) : first;
}

std::string screenOf(const Value& context) {
    const auto side = [&](const char* name) {
        const Value value = context.member("screen").member(name);
        return value.number() ? value.number()->toString() : lineOf(value);
    };
    const std::string width = side("width"), height = side("height");
    const auto isLength = [](const std::string& text) {
        return !text.empty() && text.size() <= 8 && text.find_first_not_of("0123456789.") == std::string::npos;
    };
    return isLength(width) && isLength(height) ? width + "x" + height : std::string();
}

std::string placeOf(const Value& context) {
    const std::string country = lineOf(context.member("location").member("country"), 64);
    const std::string city = lineOf(context.member("location").member("city"), 128);
    return country.empty() && city.empty() ? std::string() : country + "/" + city;
}

std::string softwareOf(const Value& context) {
    const Value agent = context.member("agent");
    if (agent.member("type") != Value("software"))
        return {};
    const std::string name = lineOf(agent.member("name"), 128);
    return name.empty() ? "software" : name;
}

} // namespace

SharedSurroundings::SharedSurroundings(Surroundings known) {
    if (!(known == Surroundings{}))
        m_known = std::make_shared<const Surroundings>(std::move(known));
}

std::string hostOf(std::string_view url) {
    if (const auto scheme = url.find("://"); scheme != std::string_view::npos)
        url.remove_prefix(scheme + 3);
    url = url.substr(0, url.find_first_of("/?#"));
    if (const auto at = url.rfind('@'); at != std::string_view::npos)
        url.remove_prefix(at + 1);
    if (!url.starts_with('['))
        url = url.substr(0, url.find(':'));
    std::string host = asciiLower(trimmed(url));
    while (host.starts_with("www."))
        host = trimmed(std::string_view(host).substr(4));
    return host;
}

SharedSurroundings surroundingsOf(const Value& context) {
    if (!context.context())
        return {};
    Surroundings s;
    s.device = lineOf(context.member("device").member("id"));
    s.agent = lineOf(context.member("userAgent"));
    s.address = lineOf(context.member("ip"));
    s.screen = screenOf(context);
    s.locale = lineOf(context.member("locale"));
    s.referrer =
        hostOf(orElse(lineOf(context.member("page").member("referrer")), context.member("referrer").member("url")));
    s.campaign = orElse(lineOf(context.member("campaign").member("name")), context.member("campaign").member("source"));
    s.place = placeOf(context);
    s.software = softwareOf(context);
    return SharedSurroundings(std::move(s));
}

void appendTo(Context& context, const Surroundings& s) {
    const auto put = [&](const char* key, const std::string& text) {
        if (!text.empty())
            context.emplace_back(key, text);
    };
    const auto nest = [&](const char* key, const char* inner, const std::string& text) {
        if (!text.empty())
            context.emplace_back(key, Context{{inner, Value(text)}});
    };
    nest("device", "id", s.device);
    put("userAgent", s.agent);
    put("ip", s.address);
    if (const auto x = s.screen.find('x'); x != std::string::npos)
        context.emplace_back(
            "screen", Context{{"width", Value(s.screen.substr(0, x))}, {"height", Value(s.screen.substr(x + 1))}});
    put("locale", s.locale);
    nest("page", "referrer", s.referrer);
    nest("campaign", "name", s.campaign);
    if (!s.software.empty())
        context.emplace_back("agent", Context{{"type", Value("software")}, {"name", Value(s.software)}});
    if (const auto slash = s.place.find('/'); slash != std::string::npos)
        context.emplace_back("location", Context{{"country", Value(s.place.substr(0, slash))},
                                                 {"city", Value(s.place.substr(slash + 1))}});
}

} // namespace wayreeve::perception
