/* The commands, a line each, in the order in which help shows them within their group. */
#include "cli/command.h"

#define COMMANDS(X)                                                                                                    \
    X(init)                                                                                                            \
    X(add)                                                                                                             \
    X(import)                                                                                                          \
    X(state)                                                                                                           \
    X(merge)                                                                                                           \
    X(split)                                                                                                           \
    X(judge)                                                                                                           \
    X(acknowledge)                                                                                                     \
    X(vet)                                                                                                             \
    X(show)                                                                                                            \
    X(search)                                                                                                          \
    X(timeline)                                                                                                        \
    X(movements)                                                                                                       \
    X(presence)                                                                                                        \
    X(network)                                                                                                         \
    X(path)                                                                                                            \
    X(knew)                                                                                                            \
    X(sources)                                                                                                         \
    X(holdings)                                                                                                        \
    X(conflicts)                                                                                                       \
    X(corroboration)                                                                                                   \
    X(hypotheses)                                                                                                      \
    X(alerts)                                                                                                          \
    X(exhibits)                                                                                                        \
    X(requests)                                                                                                        \
    X(vettings)                                                                                                        \
    X(listed)                                                                                                          \
    X(editions)                                                                                                        \
    X(history)                                                                                                         \
    X(changes)                                                                                                         \
    X(statement)                                                                                                       \
    X(stats)                                                                                                           \
    X(report)                                                                                                          \
    X(backup)                                                                                                          \
    X(export)                                                                                                          \
    X(screen)                                                                                                          \
    X(xref)                                                                                                            \
    X(index)                                                                                                           \
    X(compare)                                                                                                         \
    X(date)                                                                                                            \
    X(erase)                                                                                                           \
    X(audit)                                                                                                           \
    X(rebuild)                                                                                                         \
    X(help)                                                                                                            \
    X(version)

#define DECLARE(name) extern const rt_command rt_cmd_##name;
#define ENTRY(name) &rt_cmd_##name,

COMMANDS(DECLARE)

const rt_command *const rt_commands[] = {COMMANDS(ENTRY) NULL};
