#pragma once

#include "base/decimal.h"
#include "base/text.h"
#include "base/value.h"
#include "documents/binding.h"
#include "documents/enum_names.h"
#include "documents/yaml_node.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// Reading a tree by its binding. Inside core/documents only.
namespace wayreeve::documents {

class Reader {
public:
    Reader(std::vector<Error>& errors, std::string file, bool published)
        : m_errors(errors)
        , m_file(std::move(file))
        , m_published(published) {}

    void report(const YamlNode& at, std::string code, std::vector<std::pair<std::string, std::string>> parameters);
    void wrongType(const YamlNode& at, const char* expected);

    void read(const YamlNode& node, std::string& out, const Spec& spec);
    void read(const YamlNode& node, bool& out, const Spec& spec);
    void read(const YamlNode& node, int& out, const Spec& spec);
    void read(const YamlNode& node, double& out, const Spec& spec);
    void read(const YamlNode& node, Decimal& out, const Spec& spec);
    void read(const YamlNode& node, Duration& out, const Spec& spec);
    void read(const YamlNode& node, Instant& out, const Spec& spec);
    void read(const YamlNode& node, Value& out, const Spec& spec);
    void read(const YamlNode& node, Context& out, const Spec& spec);

    template <NamedEnum E>
    void read(const YamlNode& node, E& out, const Spec&) {
        if (const std::optional<std::size_t> index = word(node, EnumNames<E>::names))
            out = static_cast<E>(*index);
    }

    template <class T>
    void read(const YamlNode& node, std::optional<T>& out, const Spec& spec) {
        if (spec.hasNone && node.kind == YamlNode::Kind::Scalar && node.text == "none") {
            out.reset();
            return;
        }
        T value{};
        read(node, value, spec);
        out = std::move(value);
    }

    template <class T>
    void read(const YamlNode& node, std::vector<T>& out, const Spec& spec) {
        if (node.kind != YamlNode::Kind::Sequence) {
            wrongType(node, "list");
            return;
        }
        out.clear();
        out.reserve(node.items.size());
        for (const YamlNode& item : node.items) {
            T value{};
            read(item, value, spec);
            out.push_back(std::move(value));
        }
    }

    /// A pair list: a mapping whose order means something.
    template <class K, class V>
    requires(!std::is_same_v<V, Value>) void read(const YamlNode& node, std::vector<std::pair<K, V>>& out,
                                                  const Spec& spec) {
        out.clear();
        const auto pair = [&](const YamlNode& key, const YamlNode& value) {
            std::pair<K, V> entry{};
            readKey(key, entry.first);
            read(value, entry.second, spec);
            out.push_back(std::move(entry));
        };
        if (node.kind == YamlNode::Kind::Mapping) {
            for (const YamlMember& member : node.members)
                pair(member.key, member.value);
        } else if (m_published && node.kind == YamlNode::Kind::Sequence) {
            for (const YamlNode& item : node.items)
                if (item.items.size() == 2)
                    pair(item.items[0], item.items[1]);
                else
                    wrongType(item, "pair");
        } else {
            wrongType(node, "mapping");
        }
    }

    template <class T>
    void read(const YamlNode& node, std::array<std::optional<T>, 3>& out, const Spec& spec) {
        readByName<Risk>(node, out, spec);
    }
    template <class T>
    void read(const YamlNode& node, std::array<std::array<std::optional<T>, 3>, 3>& out, const Spec&) {
        if (!isMapping(node))
            return;
        for (const YamlMember& member : node.members)
            if (const std::optional<std::size_t> risk = keyWord(member.key, EnumNames<Risk>::names))
                readByName<Reversibility>(member.value, out[*risk], {});
    }

    template <Bound T>
    void read(const YamlNode& node, T& out, const Spec&) {
        if (!isMapping(node))
            return;
        Object<T> object{*this, node, out, {}};
        Binding<T>::fields(object);
        refuseOtherKeys(node, object.keys);
    }

    /// The index of a word, reporting what it might have meant.
    std::optional<std::size_t> word(const YamlNode& node, std::span<const std::string_view> words);

private:
    template <class T>
    struct Object {
        Reader& reader;
        const YamlNode& node;
        T& out;
        std::vector<std::string> keys;

        template <class M>
        void operator()(const char* key, M T::*member, const Spec& spec = {}) {
            keys.emplace_back(key);
            if (const YamlNode* value = node.find(key))
                reader.read(*value, out.*member, spec);
            else if (spec.isRequired)
                reader.report(node, "yaml.missing-key", {{"key", key}});
        }
    };

    template <class E, class T>
    void readByName(const YamlNode& node, std::array<std::optional<T>, 3>& out, const Spec& spec) {
        if (!isMapping(node))
            return;
        for (const YamlMember& member : node.members)
            if (const std::optional<std::size_t> index = keyWord(member.key, EnumNames<E>::names))
                read(member.value, out[*index], spec);
    }

    bool isMapping(const YamlNode& node);
    std::optional<Decimal> finite(const YamlNode& node); ///< of a strict number; what no double can hold is reported
    std::optional<Decimal> number(const YamlNode& node, const Spec& spec);
    std::optional<std::string> plainText(const YamlNode& node, const char* expected);
    std::optional<std::size_t> keyWord(const YamlNode& key, std::span<const std::string_view> words);
    void readKey(const YamlNode& key, std::string& out);
    void readKey(const YamlNode& key, Value& out);
    void refuseOtherKeys(const YamlNode& node, const std::vector<std::string>& known);

    std::vector<Error>& m_errors;
    std::string m_file;
    bool m_published;
};

} // namespace wayreeve::documents
