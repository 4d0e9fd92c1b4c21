/* Where it was before. */
#pragma once

#include "base/pick.h"
