#include "documents/walk.h"

#include "documents/design_bindings.h"
#include "documents/world_bindings.h"
#include "documents/yaml_node.h"

#include <array>
#include <set>

namespace wayreeve::documents {

namespace {

template <class T>
concept HasId = requires(const T& t) {
    std::string_view(t.id);
};
template <class T>
concept HasNameOnly = !HasId<T> && requires(const T& t) {
    std::string_view(t.name);
};

class Walker {
public:
    explicit Walker(const std::function<void(const Mention&)>& visit)
        : m_visit(visit) {}

    void walkInto(const std::string& text, const Spec& spec) {
        if (text.empty())
            return;
        if (spec.isFeel)
            m_visit({Mention::What::Expression, m_path, text, &spec, Refers::Nothing});
        if (spec.ref != Refers::Nothing)
            m_visit({Mention::What::Reference, m_path, text, &spec, spec.ref});
    }

    void walkInto(const Context& context, const Spec& spec) {
        for (const auto& [key, value] : context)
            keyMention(key, spec);
    }

    template <class T>
    void walkInto(const std::optional<T>& value, const Spec& spec) {
        if (value)
            walkInto(*value, spec);
    }

    template <class T>
    void walkInto(const std::vector<T>& values, const Spec& spec) {
        std::set<std::string_view> seen;
        for (std::size_t i = 0; i < values.size(); ++i) {
            const Step step(*this, "#" + std::to_string(i));
            if constexpr (HasId<T>)
                duplicate(values[i].id, "id", seen, spec);
            else if constexpr (HasNameOnly<T>)
                duplicate(values[i].name, "name", seen, spec);
            walkInto(values[i], spec);
        }
    }

    template <class K, class V>
    requires(!std::is_same_v<V, Value>) void walkInto(const std::vector<std::pair<K, V>>& pairs, const Spec& spec) {
        for (const auto& [key, value] : pairs) {
            if constexpr (std::is_same_v<K, std::string>) {
                keyMention(key, spec);
                const Step step(*this, pathSegment(key));
                walkInto(value, spec);
            }
        }
    }

    template <class T>
    void walkInto(const std::array<T, 3>& cells, const Spec& spec) {
        for (const T& cell : cells)
            walkInto(cell, spec);
    }

    template <Bound T>
    void walkInto(const T& value, const Spec&) {
        Object<T> object{*this, value};
        Binding<T>::fields(object);
    }

    template <class T>
    requires(!Bound<T>) void walkInto(const T&, const Spec&) {} // numbers, words and lengths mention nothing

private:
    struct Step {
        Walker& walker;
        std::size_t length;
        Step(Walker& w, const std::string& segment)
            : walker(w)
            , length(w.m_path.size()) {
            walker.m_path += (length == 0 ? "" : "/") + segment;
        }
        ~Step() { walker.m_path.resize(length); }
        Step(const Step&) = delete;
        Step& operator=(const Step&) = delete;
    };

    template <class T>
    struct Object {
        Walker& walker;
        const T& value;

        template <class M>
        void operator()(const char* key, M T::*member, const Spec& spec = {}) {
            const Step step(walker, key);
            walker.walkInto(value.*member, spec);
        }
    };

    void keyMention(const std::string& key, const Spec& spec) {
        if (spec.keyRef == Refers::Nothing || key.empty())
            return;
        const Step step(*this, "?" + pathSegment(key));
        m_visit({Mention::What::Reference, m_path, key, &spec, spec.keyRef});
    }

    void duplicate(const std::string& id, const char* key, std::set<std::string_view>& seen, const Spec& spec) {
        if (id.empty() || seen.insert(id).second)
            return;
        const Step step(*this, key);
        m_visit({Mention::What::Duplicate, m_path, id, &spec, Refers::Nothing});
    }

    const std::function<void(const Mention&)>& m_visit;
    std::string m_path;
};

} // namespace

std::string_view nameOf(Refers what) {
    constexpr std::array<std::string_view, 25> words{
        "nothing", "event",  "event", "trait",  "trait",   "action",       "action",   "content", "agent",
        "goal",    "signal", "stage", "intent", "need",    "score",        "journey",  "person",  "node",
        "stage",   "state",  "zone",  "fact",   "element", "intervention", "connector"};
    return words[static_cast<std::size_t>(what)];
}

void walk(const AnyDocument& document, const std::function<void(const Mention&)>& visit) {
    Walker walker(visit);
    std::visit([&](const auto& value) { walker.walkInto(value, Spec{}); }, document);
}

} // namespace wayreeve::documents
