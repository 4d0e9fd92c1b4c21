// The one C++ file: simdjson's DOM parser behind the C functions of base/json.h.
#include <simdjson.h>

#include <cstring>
#include <new>

extern "C" {
#include "base/json.h"
}

namespace {

constexpr size_t deepest = 64;
constexpr size_t too_many_to_compare = 16; // objects with more keys are checked for duplicates by sorting

struct builder {
    rt_arena *arena;
    const char *wrong = nullptr; // what a value must not be
    rt_str word = {nullptr, 0};  // the key that stands twice
};

rt_str copy(builder &b, std::string_view s) { return rt_str_copy(b.arena, rt_str{s.data(), s.size()}); }

bool text(builder &b, std::string_view s, rt_str *out) {
    *out = copy(b, s);
    if (s.find('\0') == std::string_view::npos) return true;
    b.wrong = "a string holds a NUL character";
    return false;
}

int by_key(const void *a, const void *b) {
    return rt_str_cmp((*static_cast<rt_value *const *>(a))->key, (*static_cast<rt_value *const *>(b))->key);
}

bool unique_sorted(builder &b, const rt_value *object) {
    auto **all = static_cast<rt_value **>(rt_arena_alloc_n(b.arena, object->of.count, sizeof(rt_value *)));
    size_t n = 0;
    for (rt_value *v = object->of.first; v != nullptr; v = v->next) all[n++] = v;
    qsort(all, n, sizeof *all, by_key);
    for (size_t i = 1; i < n; i++)
        if (rt_str_eq(all[i - 1]->key, all[i]->key)) return b.word = all[i]->key, false;
    return true;
}

bool unique(builder &b, const rt_value *object) {
    if (object->of.count > too_many_to_compare) return unique_sorted(b, object);
    for (const rt_value *v = object->of.first; v != nullptr; v = v->next)
        for (const rt_value *w = v->next; w != nullptr; w = w->next)
            if (rt_str_eq(v->key, w->key)) return b.word = w->key, false;
    return true;
}

rt_value *build(builder &b, simdjson::dom::element e);

rt_value *build_list(builder &b, simdjson::dom::array items) {
    rt_value *list = rt_value_list(b.arena);
    for (simdjson::dom::element item : items) {
        rt_value *v = build(b, item);
        if (v == nullptr) return nullptr;
        rt_value_push(list, v);
    }
    return list;
}

rt_value *build_object(builder &b, simdjson::dom::object members) {
    rt_value *object = rt_value_object(b.arena);
    for (simdjson::dom::key_value_pair member : members) {
        rt_str key;
        if (!text(b, member.key, &key)) return nullptr;
        rt_value *v = build(b, member.value);
        if (v == nullptr) return nullptr;
        rt_value_put(object, key, v);
    }
    if (unique(b, object)) return object;
    b.wrong = "a key stands twice in one object";
    return nullptr;
}

rt_value *build(builder &b, simdjson::dom::element e) {
    using simdjson::dom::element_type;
    switch (e.type()) {
    case element_type::OBJECT: return build_object(b, e.get_object().value_unsafe());
    case element_type::ARRAY: return build_list(b, e.get_array().value_unsafe());
    case element_type::INT64: return rt_value_int(b.arena, e.get_int64().value_unsafe());
    case element_type::UINT64: return rt_value_real(b.arena, static_cast<double>(e.get_uint64().value_unsafe()));
    case element_type::DOUBLE: return rt_value_real(b.arena, e.get_double().value_unsafe());
    case element_type::BOOL: return rt_value_bool(b.arena, e.get_bool().value_unsafe());
    case element_type::STRING: {
        rt_str s;
        return text(b, e.get_string().value_unsafe(), &s) ? rt_value_text(b.arena, s) : nullptr;
    }
    case element_type::NULL_VALUE: break;
    }
    return rt_value_null(b.arena);
}

rt_status refuse(rt_error *err, rt_str text, simdjson::error_code code) {
    const char *expected;
    const size_t at = rt_json_fault(text, &expected);
    if (at == SIZE_MAX) {
        const rt_status s = rt_fail(err, RT_BAD, "this is no JSON that is taken: %s", simdjson::error_message(code));
        rt_error_at(err, nullptr, 1, 1);
        return s;
    }
    const rt_status s =
        rt_fail(err, RT_BAD, "not JSON: expected %s%s", expected, at >= text.len ? ", the text ends" : "");
    rt_error_at(err, nullptr, 1, at + 1);
    return s;
}

} // namespace

extern "C" {

struct rt_json_reader {
    simdjson::dom::parser parser;
    rt_buf padded; // simdjson reads a few bytes beyond the end
};

rt_json_reader *rt_json_reader_new(void) {
    try {
        return new rt_json_reader();
    } catch (const std::bad_alloc &) {
        rt_no_memory(sizeof(rt_json_reader));
    }
}

void rt_json_reader_free(rt_json_reader *r) {
    if (r == nullptr) return;
    rt_buf_close(&r->padded);
    delete r;
}

rt_status rt_json_read(rt_json_reader *r, rt_str text, rt_arena *arena, rt_value **value, rt_error *err) {
    if (text.len + 64 > r->parser.capacity() || r->parser.max_depth() != deepest) {
        const auto code = r->parser.allocate(2 * text.len + 1024, deepest);
        if (code == simdjson::MEMALLOC) rt_no_memory(2 * text.len + 1024);
        if (code != simdjson::SUCCESS) return rt_fail(err, RT_LIMIT, "a JSON text of %zu bytes is too long", text.len);
    }
    rt_buf_clear(&r->padded);
    rt_buf_add(&r->padded, text);
    memset(rt_buf_room(&r->padded, simdjson::SIMDJSON_PADDING), 0, simdjson::SIMDJSON_PADDING);
    const auto parsed = r->parser.parse(r->padded.at, text.len, false);
    if (parsed.error() != simdjson::SUCCESS) return refuse(err, text, parsed.error());
    builder b{arena};
    *value = build(b, parsed.value_unsafe());
    if (*value != nullptr) return rt_ok;
    const bool twice = b.word.at != nullptr;
    const rt_status s =
        twice ? rt_fail(err, RT_BAD, "%s: \"%.*s\"", b.wrong, RT_FMT(b.word)) : rt_fail(err, RT_BAD, "%s", b.wrong);
    rt_error_at(err, nullptr, 1, twice ? rt_json_place(text, b.word) + 1 : rt_str_find(text, rt_str_of("\\u0000")) + 1);
    return s;
}

} // extern "C"
