/* The commands, a line each, in the order in which help shows them within their group. */
#include "cli/command.h"

#define COMMANDS(X)                                                                                                    \
    X(init)                                                                                                            \
    X(import)                                                                                                          \
    X(state)                                                                                                           \
    X(merge)                                                                                                           \
    X(split)                                                                                                           \
    X(acknowledge)                                                                                                     \
    X(judge)                                                                                                           \
    X(vet)                                                                                                             \
    X(show)                                                                                                            \
    X(presence)                                                                                                        \
    X(movements)                                                                                                       \
    X(timeline)                                                                                                        \
    X(path)                                                                                                            \
    X(knew)                                                                                                            \
    X(network)                                                                                                         \
    X(sources)                                                                                                         \
    X(alerts)                                                                                                          \
    X(conflicts)                                                                                                       \
    X(corroboration)                                                                                                   \
    X(holdings)                                                                                                        \
    X(hypotheses)                                                                                                      \
    X(exhibits)                                                                                                        \
    X(requests)                                                                                                        \
    X(vettings)                                                                                                        \
    X(history)                                                                                                         \
    X(changes)                                                                                                         \
    X(listed)                                                                                                          \
    X(editions)                                                                                                        \
    X(statement)                                                                                                       \
    X(stats)                                                                                                           \
    X(report)                                                                                                          \
    X(export)                                                                                                          \
    X(screen)                                                                                                          \
    X(xref)                                                                                                            \
    X(index)                                                                                                           \
    X(compare)                                                                                                         \
    X(date)                                                                                                            \
    X(audit)                                                                                                           \
    X(rebuild)                                                                                                         \
    X(help)                                                                                                            \
    X(version)

#define DECLARE(name) extern const rt_command rt_cmd_##name;
#define ENTRY(name) &rt_cmd_##name,

COMMANDS(DECLARE)

const rt_command *const rt_commands[] = {COMMANDS(ENTRY) NULL};
