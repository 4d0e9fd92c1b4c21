/* What every unit test includes: cmocka with what it wants before it, and helpers. */
#pragma once

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/status.h"
#include "base/str.h"

/* Fails the test with the error's message when a call fails. Needs `rt_error err` in scope. */
#define OK(call)                                                                                                       \
    do {                                                                                                               \
        if ((call).code != RT_OK) {                                                                                    \
            char text_[2048];                                                                                          \
            rt_error_format(&err, text_, sizeof text_);                                                                \
            fail_msg("%s: %s", #call, text_);                                                                          \
        }                                                                                                              \
    } while (0)

#define FAILS(call, wanted) assert_int_equal((call).code, (wanted))

#define assert_str(s, literal)                                                                                         \
    do {                                                                                                               \
        const rt_str s_ = (s);                                                                                         \
        if (!rt_str_is(s_, literal)) fail_msg("%s is \"%.*s\", not \"%s\"", #s, RT_FMT(s_), literal);                  \
    } while (0)
