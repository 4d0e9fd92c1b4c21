/* Where it was before. */
#pragma once

#include "base/date_english.h"
