#include "documents/design_bindings.h"
#include "documents/document.h"
#include "documents/walk.h"
#include "documents/world_bindings.h"
#include "documents/writer.h"
#include "documents/yaml_text.h"

#include <algorithm>
#include <array>
#include <set>
#include <typeindex>

namespace wayreeve::documents {

namespace {

template <class T>
struct IsVector : std::false_type {};
template <class T>
struct IsVector<std::vector<T>> : std::true_type {};
template <class T>
struct IsOptional : std::false_type {};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {};
template <class T>
struct IsPairs : std::false_type {};
template <class K, class V>
struct IsPairs<std::vector<std::pair<K, V>>> : std::true_type {};
template <class T>
struct IsCells : std::false_type {};
template <class T, std::size_t N>
struct IsCells<std::array<T, N>> : std::true_type {};

std::string joined(std::span<const std::string_view> words) {
    std::string text;
    for (const std::string_view word : words)
        text += (text.empty() ? "" : ", ") + std::string(word);
    return "one of " + text;
}

class Outliner {
public:
    std::vector<KeyOutline> lines;

    template <Bound T>
    void describe(const std::string& type) {
        if (!m_known.insert(std::type_index(typeid(T))).second)
            return;
        Object<T> object{*this, type, T{}, {}};
        Binding<T>::fields(object);
        for (const auto& later : object.later)
            later();
    }

    template <class M>
    static std::string form(const Spec& spec) {
        if constexpr (std::is_same_v<M, std::string>)
            return !spec.allowed.empty()         ? joined(spec.allowed)
                   : spec.isFeel                 ? "FEEL " + std::string(rules::typeName(spec.type))
                   : spec.isId                   ? "id"
                   : spec.ref != Refers::Nothing ? "name of " + std::string(nameOf(spec.ref))
                                                 : "text";
        else if constexpr (NamedEnum<M>)
            return joined(EnumNames<M>::names);
        else if constexpr (std::is_same_v<M, bool>)
            return "boolean";
        else if constexpr (std::is_same_v<M, int>)
            return spec.isClock ? "clock time" : "whole number";
        else if constexpr (std::is_same_v<M, double> || std::is_same_v<M, Decimal>)
            return "number";
        else if constexpr (std::is_same_v<M, Duration>)
            return "duration";
        else if constexpr (std::is_same_v<M, Instant>)
            return "instant";
        else if constexpr (std::is_same_v<M, Context> || IsPairs<M>::value)
            return "mapping";
        else if constexpr (IsOptional<M>::value)
            return form<typename M::value_type>(spec) + (spec.hasNone ? " or none" : "");
        else if constexpr (IsVector<M>::value)
            return "list of " + form<typename M::value_type>(spec);
        else if constexpr (IsCells<M>::value)
            return "cells";
        else
            return "mapping";
    }

private:
    std::set<std::type_index> m_known;

    template <class T>
    struct Object {
        Outliner& outliner;
        std::string type;
        T standard;
        std::vector<std::function<void()>> later;

        template <class M>
        void operator()(const char* key, M T::*member, const Spec& spec = {}) {
            KeyOutline line{type, key, form<M>(spec), {}, spec.isRequired};
            if constexpr (!IsOptional<M>::value && !Bound<M> && !IsCells<M>::value) {
                line.standard = yamlText(Writer::write(standard.*member, spec));
                line.standard.erase(line.standard.find_last_not_of('\n') + 1);
            } else if constexpr (IsOptional<M>::value) {
                if ((standard.*member).has_value())
                    line.standard = yamlText(Writer::write(standard.*member, spec));
                line.standard.erase(line.standard.find_last_not_of('\n') + 1);
            }
            if (line.standard == "\"\"" || line.standard == "[]" || line.standard == "{}")
                line.standard.clear();
            outliner.lines.push_back(line);
            nested<M>(key);
        }

        template <class M>
        void nested(const std::string& key) {
            if constexpr (Bound<M>)
                later.push_back([this, key] { outliner.template describe<M>(key); });
            else if constexpr (IsPairs<M>::value || std::is_same_v<M, Context>)
                return;
            else if constexpr (IsVector<M>::value || IsOptional<M>::value || IsCells<M>::value)
                nested<typename M::value_type>(key);
        }
    };
};

} // namespace

std::vector<KeyOutline> outline(Kind kind) {
    Outliner outliner;
    std::visit([&](const auto& document) { outliner.describe<std::decay_t<decltype(document)>>({}); },
               emptyDocument(kind));
    return std::move(outliner.lines);
}

} // namespace wayreeve::documents
