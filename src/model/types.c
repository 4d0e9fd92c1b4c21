#include "model/types.h"

#define ROW(id, name_, label_, plural_, group_, max, ...)                                                              \
    [id] = {.name = RT_S_INIT(name_),                                                                                  \
            .label = RT_S_INIT(label_),                                                                                \
            .plural = RT_S_INIT(plural_),                                                                              \
            .group = RT_S_INIT(group_),                                                                                \
            .max_length = max,                                                                                         \
            __VA_ARGS__}

/* Labels, groups and lengths are FollowTheMoney's (followthemoney.types). */
const rt_type rt_types[RT_TYPE_COUNT] = {
    ROW(RT_TYPE_ADDRESS, "address", "Address", "Addresses", "addresses", 250, .matchable = true, .pivot = true),
    ROW(RT_TYPE_CHECKSUM, "checksum", "Checksum", "Checksums", "checksums", 40, .matchable = true, .pivot = true),
    ROW(RT_TYPE_COUNTRY, "country", "Country", "Countries", "countries", 16, .matchable = true),
    ROW(RT_TYPE_DATE, "date", "Date", "Dates", "dates", 32, .matchable = true),
    ROW(RT_TYPE_DURATION, "duration", "Duration", "Durations", "", 32, .extension = true),
    ROW(RT_TYPE_EMAIL, "email", "E-Mail Address", "E-Mail Addresses", "emails", 250, .matchable = true, .pivot = true),
    ROW(RT_TYPE_ENTITY, "entity", "Entity", "Entities", "entities", 200, .matchable = true, .pivot = true),
    ROW(RT_TYPE_GENDER, "gender", "Gender", "Genders", "genders", 16, .matchable = false),
    ROW(RT_TYPE_HTML, "html", "HTML", "HTMLs", "", 65000, .matchable = false),
    ROW(RT_TYPE_IDENTIFIER, "identifier", "Identifier", "Identifiers", "identifiers", 64, .matchable = true,
        .pivot = true),
    ROW(RT_TYPE_IP, "ip", "IP Address", "IP Addresses", "ips", 64, .matchable = true, .pivot = true),
    ROW(RT_TYPE_JSON, "json", "Nested data", "Nested data", "", 250, .matchable = false),
    ROW(RT_TYPE_LANGUAGE, "language", "Language", "Languages", "languages", 16, .matchable = false),
    ROW(RT_TYPE_MIMETYPE, "mimetype", "MIME-Type", "MIME-Types", "mimetypes", 250, .matchable = false),
    ROW(RT_TYPE_NAME, "name", "Name", "Names", "names", 384, .matchable = true, .pivot = true),
    ROW(RT_TYPE_NUMBER, "number", "Number", "Numbers", "", 250, .matchable = false),
    ROW(RT_TYPE_PHONE, "phone", "Phone number", "Phone numbers", "phones", 64, .matchable = true, .pivot = true),
    ROW(RT_TYPE_STRING, "string", "Label", "Labels", "", 1024, .matchable = false),
    ROW(RT_TYPE_TEXT, "text", "Text", "Texts", "", 65000, .matchable = false),
    ROW(RT_TYPE_TOPIC, "topic", "Topic", "Topics", "topics", 64, .matchable = false),
    ROW(RT_TYPE_URL, "url", "URL", "URLs", "urls", 4096, .matchable = true, .pivot = true),
};

const rt_type *rt_type_named(rt_str name) {
    for (size_t i = 0; i < RT_TYPE_COUNT; i++)
        if (rt_str_eq(rt_types[i].name, name)) return &rt_types[i];
    return NULL;
}
