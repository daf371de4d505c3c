// libcurl's setters and getters are variadic and do not import into Swift; each has a typed form here.
#ifndef ENTENTE_CCURL_SHIM_H
#define ENTENTE_CCURL_SHIM_H

#include <curl/curl.h>

// libcurl 8.2 renamed the option that its earlier releases spell with three L's; the number is the same.
static const CURLoption entente_opt_mail_rcpt_allow_fails = (CURLoption)(CURLOPTTYPE_LONG + 290);

typedef size_t (*entente_read_callback)(char *buffer, size_t size, size_t count, void *context);
typedef size_t (*entente_write_callback)(char *buffer, size_t size, size_t count, void *context);
typedef int (*entente_debug_callback)(CURL *handle, curl_infotype type, char *data, size_t size, void *context);
typedef int (*entente_progress_callback)(void *context, curl_off_t total_in, curl_off_t in,
                                         curl_off_t total_out, curl_off_t out);
typedef int (*entente_socket_option_callback)(void *context, curl_socket_t socket, curlsocktype purpose);
typedef int (*entente_socket_close_callback)(void *context, curl_socket_t socket);

static inline CURLcode entente_curl_global_init(void) {
    return curl_global_init(CURL_GLOBAL_DEFAULT);
}

static inline CURLcode entente_set_long(CURL *handle, CURLoption option, long value) {
    return curl_easy_setopt(handle, option, value);
}

// libcurl copies the string; NULL resets the option.
static inline CURLcode entente_set_string(CURL *handle, CURLoption option, const char *value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode entente_set_list(CURL *handle, CURLoption option, struct curl_slist *value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode entente_set_read(CURL *handle, entente_read_callback callback, void *context) {
    CURLcode code = curl_easy_setopt(handle, CURLOPT_READFUNCTION, callback);
    return code != CURLE_OK ? code : curl_easy_setopt(handle, CURLOPT_READDATA, context);
}

static inline CURLcode entente_set_write(CURL *handle, entente_write_callback callback, void *context) {
    CURLcode code = curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, callback);
    return code != CURLE_OK ? code : curl_easy_setopt(handle, CURLOPT_WRITEDATA, context);
}

static inline CURLcode entente_set_debug(CURL *handle, entente_debug_callback callback, void *context) {
    CURLcode code = curl_easy_setopt(handle, CURLOPT_DEBUGFUNCTION, callback);
    if (code == CURLE_OK) code = curl_easy_setopt(handle, CURLOPT_DEBUGDATA, context);
    return code != CURLE_OK ? code : curl_easy_setopt(handle, CURLOPT_VERBOSE, 1L);
}

static inline CURLcode entente_set_progress(CURL *handle, entente_progress_callback callback, void *context) {
    CURLcode code = curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, callback);
    if (code == CURLE_OK) code = curl_easy_setopt(handle, CURLOPT_XFERINFODATA, context);
    return code != CURLE_OK ? code : curl_easy_setopt(handle, CURLOPT_NOPROGRESS, 0L);
}

// Tells of each socket when it has been made, and leaves closing it to the callback.
static inline CURLcode entente_set_sockets(CURL *handle, entente_socket_option_callback made,
                                           entente_socket_close_callback close, void *context) {
    CURLcode code = curl_easy_setopt(handle, CURLOPT_SOCKOPTFUNCTION, made);
    if (code == CURLE_OK) code = curl_easy_setopt(handle, CURLOPT_SOCKOPTDATA, context);
    if (code == CURLE_OK) code = curl_easy_setopt(handle, CURLOPT_CLOSESOCKETFUNCTION, close);
    return code != CURLE_OK ? code : curl_easy_setopt(handle, CURLOPT_CLOSESOCKETDATA, context);
}

#endif
