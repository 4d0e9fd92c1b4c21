#include "names/name.h"

#include "test.h"

static const char *const part_letters[RT_PARTS] = {
    [RT_PART_NAME] = "n",       [RT_PART_GIVEN] = "g",   [RT_PART_FAMILY] = "f",  [RT_PART_PATRONYMIC] = "p",
    [RT_PART_KUNYA] = "k",      [RT_PART_INITIAL] = "i", [RT_PART_TITLE] = "t",   [RT_PART_PARTICLE] = "-",
    [RT_PART_GENERATION] = "j", [RT_PART_CORE] = "c",    [RT_PART_GENERIC] = "o", [RT_PART_LEGAL_FORM] = "l",
    [RT_PART_PLACE] = "w",      [RT_PART_NUMBER] = "#",  [RT_PART_STOP] = "s",
};

/* "f:atar g:oussama" */
static const char *read_as(const char *text, rt_name_kind kind) {
    static char out[4096];
    RT_AUTO(rt_arena) arena = {0};
    rt_name name;
    size_t n = 0;
    out[0] = '\0';
    rt_name_read(&arena, rt_str_of(text), kind, &name);
    for (size_t i = 0; i < name.n; i++)
        n += (size_t)snprintf(out + n, sizeof out - n, "%s%s:%s", i > 0 ? " " : "", part_letters[name.words[i].part],
                              name.words[i].latin);
    return out;
}

#define PERSON(text, wanted) assert_string_equal(read_as(text, RT_NAME_PERSON), wanted)
#define COMPANY(text, wanted) assert_string_equal(read_as(text, RT_NAME_ORGANISATION), wanted)

static void a_comma_tells_family_from_given_name(void **state) {
    (void)state;
    PERSON("ATAR, Oussama", "f:atar g:oussama");
    PERSON("Oussama Atar", "n:oussama n:atar");
    PERSON("Smith, Jr.", "n:smith j:jr");
}

static void what_goes_with_the_next_word_is_one_word(void **state) {
    (void)state;
    PERSON("Abd al-Rahman Hassan", "n:abdrahman n:hassan");
    PERSON("Abdurrahman Hassan", "n:abdrahman n:hassan");
    PERSON("Abu Ahmad", "k:abuahmad");
    PERSON("Nur al-Din Zaki", "n:nuruddin n:zaki");
    PERSON("Nour Eddine Zaki", "n:nouruddin n:zaki");
}

static void a_fathers_name_is_known_by_what_stands_beside_it(void **state) {
    (void)state;
    PERSON("Ahmad bin Khalid", "n:ahmad -:bin p:khalid");
    PERSON("Ivan Petrovich Sidorov", "n:ivan p:petrovich n:sidorov");
    PERSON("Heydar Alirza oglu Aliyev", "n:heydar p:alirza -:oglu n:aliyev");
}

static void titles_do_not_count_unless_nothing_else_is_there(void **state) {
    (void)state;
    PERSON("Dr. John Smith", "t:dr n:john n:smith");
    PERSON("J. Smith", "i:j n:smith");
}

static void an_organisation_has_core_form_place_and_number(void **state) {
    (void)state;
    COMPANY("Acmezon Trading Company Ltd.", "c:acmezon o:trading o:company l:ltd");
    COMPANY("Acmezon S.A.", "c:acmezon l:sa");
    COMPANY("First Bank of Iran", "#:first o:bank s:of w:iran");
    COMPANY("Acmezon Limited Liability Company", "c:acmezon l:limitedliabilitycompany");
}

static void nothing_is_a_name_without_words(void **state) {
    (void)state;
    PERSON("", "");
    PERSON("--- ...", "");
    COMPANY("\xff\xfe", "");
}

static void a_persons_name_that_ends_in_a_legal_form_is_an_organisations(void **state) {
    (void)state;
    PERSON("Acmezon GmbH", "c:acmezon l:gmbh");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_comma_tells_family_from_given_name),
        cmocka_unit_test(what_goes_with_the_next_word_is_one_word),
        cmocka_unit_test(a_fathers_name_is_known_by_what_stands_beside_it),
        cmocka_unit_test(titles_do_not_count_unless_nothing_else_is_there),
        cmocka_unit_test(an_organisation_has_core_form_place_and_number),
        cmocka_unit_test(nothing_is_a_name_without_words),
        cmocka_unit_test(a_persons_name_that_ends_in_a_legal_form_is_an_organisations),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
