#include "model/placed.h"

const rt_str rt_place_props[RT_PLACE_PROPS] = {RT_S_INIT("facility"),      RT_S_INIT("location"),
                                               RT_S_INIT("addressEntity"), RT_S_INIT("endLocation"),
                                               RT_S_INIT("startLocation"), RT_S_INIT("address")};
const rt_str rt_day_props[RT_DAY_PROPS] = {RT_S_INIT("startDate"), RT_S_INIT("endDate"), RT_S_INIT("date")};
