#pragma once

#include <curl/curl.h>

#include <memory>
#include <string>

/// libcurl's objects with owners. For .cpp files of this room only.
namespace wayreeve::execution {

struct FreeCurl {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
    void operator()(CURLU* url) const { curl_url_cleanup(url); }
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
    void operator()(char* text) const { curl_free(text); }
};
template <class T>
using OwnedCurl = std::unique_ptr<T, FreeCurl>;

/// Adds a line; the list is empty (null) where there was no memory.
inline void append(OwnedCurl<curl_slist>& list, const std::string& line, bool& whole) {
    if (curl_slist* const longer = curl_slist_append(list.get(), line.c_str())) {
        (void)list.release(); // the longer list owns it now
        list.reset(longer);
    } else {
        whole = false;
    }
}

} // namespace wayreeve::execution
