# a_command_line_that_is_wrong_ends_with_2_and_says_what_was_meant

    $ redthread shwo
    ! redthread: redthread has no command 'shwo'; did you mean 'show'?
    [2]
    $ redthread --verison
    ! redthread: redthread has no option --verison; did you mean --version?
    [2]
    $ touch some.case && redthread some.case show
    ! redthread: the command stands in front of the case: redthread show some.case WHO (redthread --help)
    [2]
    $ redthread version --nothing
    ! redthread: version has no option --nothing (redthread version --help)
    [2]

# without_a_word_it_says_what_to_do_first

    $ redthread
    ! redthread 0.1.0: who says what about whom, and where it is written
    !
    ! Three things to do first:
    !   redthread init my.case                an empty case
    !   redthread import my.case FILE...      lists, tables, data of other tools go in
    !   redthread show my.case "Some Name"    what all of them say of somebody
    !
    ! redthread --help lists all commands; redthread COMMAND --help shows one.
    ! redthread: no command given
    [2]

# help_goes_to_stdout_and_ends_with_0

    $ redthread --help | head -n 3
    redthread 0.1.0: who says what about whom, and where it is written
    
    usage: redthread COMMAND [OPTION...] [ARGUMENT...]
    $ redthread --help 2>&1 >/dev/null
