#include "names/letters.h"

#include <stdlib.h>

#include "test.h"

/* "first|second [script]" of each token; what is asked for. */
typedef enum show { FIRST, READINGS, SYMBOLS, SIGNS, SCRIPT } show;

static const char *shown(rt_str name, show what) {
    static char out[16384];
    RT_AUTO(rt_arena) arena = {0};
    size_t n = 0;
    const rt_tokens tokens = rt_letters(&arena, name);
    out[0] = '\0';
    for (size_t i = 0; i < tokens.n; i++) {
        const rt_token *t = &tokens.at[i];
        n += (size_t)snprintf(out + n, sizeof out - n, "%s", i > 0 ? " " : "");
        if (what == SYMBOLS)
            n += (size_t)snprintf(out + n, sizeof out - n, "%.*s", RT_FMT(t->symbols));
        else if (what == SCRIPT)
            n += (size_t)snprintf(out + n, sizeof out - n, "%s", rt_script_name(t->script));
        else if (what == SIGNS)
            n += (size_t)snprintf(out + n, sizeof out - n, "%c%.*s%c", t->before ? t->before : '0',
                                  RT_FMT(t->readings[0]), t->after ? t->after : '0');
        else
            for (unsigned k = 0; k < (what == FIRST ? 1 : t->reading_count); k++)
                n += (size_t)snprintf(out + n, sizeof out - n, "%s%.*s", k > 0 ? "|" : "", RT_FMT(t->readings[k]));
    }
    return out;
}

static void must(const char *name, show what, const char *wanted) {
    const char *got = shown(rt_str_of(name), what);
    if (strcmp(got, wanted) != 0) fail_msg("\"%s\" gives \"%s\", not \"%s\"", name, got, wanted);
}

#define READS(name, wanted) must(name, FIRST, wanted)
#define ALL(name, wanted) must(name, READINGS, wanted)

static void same(const char *a, const char *b) {
    char once[1024];
    snprintf(once, sizeof once, "%s", shown(rt_str_of(a), READINGS));
    must(b, READINGS, once);
}

static void ascii_is_cut_into_small_letters(void **state) {
    (void)state;
    READS("Oussama ATAR", "oussama atar");
    READS("O'Neil", "oneil");
    READS("  al-Attar,\t9th St. ", "al attar 9th st");
    READS("", "");
    READS("--- '' ...", "");
}

static void signs_between_words_are_told(void **state) {
    (void)state;
    must("ATAR, Oussama J.", SIGNS, "0atar, ,oussama   j.");
    must("A & B (C/D) 'E' F-G", SIGNS, "0a& &b( (c/ /d) )e' 'f- -g0");
    must("\xd0\x90\xd0\xa2\xd0\x90\xd0\xa0, \xd0\xa3. X", SIGNS, "0atar, ,u. .x0");
    must("\"A\" 'B' ʿAli ‘C’", SIGNS, "\"a\" \"b' 'ali' 'c'");
    must("Naṣr ʿAli", SIGNS, "0nasr   ali0");
    must(" Caf\xc3\xa9 ", SIGNS, "0cafe0");
}

/* The path for ASCII and the one for all scripts agree: a word in another script behind changes nothing. */
static void both_paths_read_ascii_alike(void **state) {
    (void)state;
    static const char *const names[] = {"ATAR, Oussama J.",
                                        "O'Neil & Sons (UK) Ltd.",
                                        "Abu 'Ali al-Anbari",
                                        "a@b.c;d [e] {f} \"g\" +h",
                                        "x_y|z*9",
                                        "M/V Star 2000",
                                        "''a''",
                                        "A.B.C. de la Cruz-Diaz"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char longer[256], once[1024];
        snprintf(longer, sizeof longer, "%s, \xd0\xb6", names[i]);
        snprintf(once, sizeof once, "%s", shown(rt_str_of(names[i]), SIGNS));
        const char *both = shown(rt_str_of(longer), SIGNS);
        const size_t n = strlen(once) - 1; /* the sign behind the last differs */
        if (strncmp(once, both, n) != 0) fail_msg("\"%s\": \"%s\" and \"%s\"", names[i], once, both);
    }
}

static void latin_beyond_ascii_has_the_readings_of_its_languages(void **state) {
    (void)state;
    ALL("Müller", "muller|mueller");
    ALL("Straße", "strasse");
    ALL("Åse Ørsted", "ase|aase orsted|oersted");
    ALL("Čapek", "capek|chapek");
    ALL("Şükrü", "sukru|suekrue|shukru");
    ALL("Đorđe Łukasz", "dorde|djordje lukasz");
    READS("Nguyễn ÇELİK ılgaz Þór", "nguyen celik ilgaz thor");
    READS("José Jose\u0301", "jose jose");
    same("Müller", "Mu\u0308ller"); /* in one letter and in two */
}

static void cyrillic_reads_by_the_language_that_its_letters_show(void **state) {
    (void)state;
    READS("Горбачёв Михаил", "gorbachev mikhail");
    ALL("Дмитрий", "dmitriy|dmitry|dmitrii");
    READS("Ельцин Андреевна", "yeltsin andreyevna");
    READS("Юлія Тимошенко Григорій", "yuliya tymoshenko hryhoriy");
    READS("Тимошенко Григорий", "timoshenko grigoriy"); /* nothing says that it is Ukrainian */
    READS("Ђоковић Џон Љубљана", "djokovic dzon ljubljana");
    READS("Търново", "tarnovo");
    READS("Лукашенко Ўладзімір", "lukashenko uladzimir");
    READS("Нұрсұлтан Қасым", "nursultan qasym");
    same("ЙОСИФ", "И\u0306осиф");
    must("Хусейн", SYMBOLS, "xusejn");
}

static void greek_armenian_and_georgian_are_read(void **state) {
    (void)state;
    READS("Παπανδρέου Μπακογιάννη Γκίκας", "papandreou bakogianni gikas");
    READS("Αντώνης ΕΥΘΥΜΙΟΥ", "antonis efthymiou");
    READS("Պետրոսյան Սերժ", "petrosyan serzh");
    ALL("Պետրոս", "petros|bedros");
    READS("მიხეილ სააკაშვილი", "mikheil saakashvili");
}

static void arabic_has_its_consonants_and_written_vowels(void **state) {
    (void)state;
    READS("محمد", "mhmd");
    READS("سعود", "saud");
    READS("ياسر وليد", "yasr wlid");
    must("طارق", SYMBOLS, "TArq");
    must("تارك", SYMBOLS, "tArk");
    READS("مُحَمَّد", "muhammad");     /* with its signs */
    must("مُحَمَّد", SYMBOLS, "mHmd"); /* symbols are the same with and without them */
    same("محـــمد", "محمد");
    READS("ﻣﺤﻤﺪ", "mhmd"); /* presentation forms */
}

static void the_article_is_a_token_of_its_own(void **state) {
    (void)state;
    READS("العطار", "al atar");
    READS("عبد الرحمن", "abd al rhmn");
    READS("عبدالرحمن", "abd al rhmn");
    READS("نورالدين", "nur al din");
    READS("عبدالله عبد الله", "abd allah abd allah");
    READS("الياس الهام", "alyas alham"); /* no article */
    READS("آل سعود", "al saud");
    READS("عبد الحق وثيق", "abd al hq wthiq");
    READS("أبوالحسن", "abu al hsn");
    READS("العراق والشام", "al araq wa al sham");
}

static void persian_urdu_pashto_and_kurdish_have_their_letters(void **state) {
    (void)state;
    READS("چنگیز پژمان گودرز", "chngiz pzhman gudrz");
    READS("ظریف ذاکر", "zrif zakr");
    READS("نواز چوہدری", "nwaz chohdri");
    READS("ټاکل ښایسته", "takl shaysta");
    READS("ئێواره ڕۆژ", "iewarh rozh");
    same("ک", "ك");
}

static void hebrew_has_final_letters_and_geresh(void **state) {
    (void)state;
    READS("בנימין", "bnimin");
    must("כהן כץ", SYMBOLS, "khn kc");
    READS("ג'ורג' צ׳רצ׳יל", "jorj chrchil");
    READS("יוסף ורד", "yosf vrd");
}

static void hangul_is_romanised_and_family_names_have_their_spellings(void **state) {
    (void)state;
    ALL("김정은", "gim|kim jeongeun|jungeun|jongun");
    ALL("이 영희", "i|lee|yi yeonghui|younghee|yonghui");
    READS("남궁민", "namgung min");
    READS("선우은숙", "seonu eunsuk");
    READS("박", "bak");
    READS("벨라", "bella");
    READS("삼성전자주식회사", "samseongjeonjajusikhoesa"); /* an organisation is one token */
    same("김", "\u1100\u1175\u11B7");                      /* in letters */
}

static void kana_reads_as_names_are_written(void **state) {
    (void)state;
    READS("ジョン・スミス", "jon sumisu");
    ALL("さとう", "sato|satou");
    READS("マッカーサー マッチ", "makkasa matchi");
    ALL("ナンバ", "nanba|namba");
    READS("ｶﾞﾝﾀﾞﾑ", "gandamu"); /* half width */
    READS("かゝし", "kakashi");
}

static void chinese_names_are_parted_and_read(void **state) {
    (void)state;
    READS("习近平", "xi jinping");
    ALL("陳大文", "chen|chan|tan dawen|taiman|tawen");
    READS("欧阳锋", "ouyang feng");
    READS("單雄信 ", "shan xiongxin"); /* not dan */
    READS("单 雄信", "shan xiongxin");
    READS("曾國藩", "zeng guofan");
    READS("米哈伊尔·戈尔巴乔夫", "mihayier geerbaqiaofu");
    READS("中国建设", "zhongguo jianshe");
    READS("戈尔巴乔夫", "geerbaqiaofu"); /* foreign names are one token, */
    READS("马丁内斯", "madingneisi");    /* though they begin with a family name */
    READS("基隆", "jilong");
    READS("林鄭月娥", "linzheng yuee");
    READS("重庆银行", "chongqing yinhang"); /* not zhong, not xing */
    READS("北京大学出版社", "beijing daxue chuban she");
}

static void japanese_names_are_known_by_their_family_name(void **state) {
    (void)state;
    ALL("田中", "tanaka|tianzhong");
    READS("安倍晋三", "abe shinzo");
    READS("田中 角栄", "tanaka kakuei");
    READS("長谷川太郎", "hasegawa taro");
    READS("佐々木えり子", "sasaki eriko");
    READS("鈴木明", "suzuki akira");
}

static bool family_first(const char *name) {
    RT_AUTO(rt_arena) arena = {0};
    const rt_tokens tokens = rt_letters(&arena, rt_str_of(name));
    return tokens.n > 0 && tokens.at[0].surname_first;
}

static void it_is_told_when_the_family_name_stands_first(void **state) {
    (void)state;
    assert_true(family_first("习近平"));
    assert_true(family_first("김정은"));
    assert_true(family_first("田中さくら"));
    assert_false(family_first("米哈伊尔·戈尔巴乔夫"));
    assert_false(family_first("ジョン・スミス"));
    assert_false(family_first("Xi Jinping"));
}

static void other_scripts_are_read_by_icu(void **state) {
    (void)state;
    must("ทักษิณ", SCRIPT, "other");
    assert_true(strlen(shown(rt_str_of("አበበ ቢቂላ"), FIRST)) > 5);
}

static void scripts_of_india_are_read_as_they_are_spoken(void **state) {
    (void)state;
    READS("नरेन्द्र मोदी", "narendra modi");
    READS("अमित शाह", "amit shah");
    READS("राजेश शर्मा", "rajesh sharma");
    READS("ਮਨਮੋਹਨ", "manmohan");
    ALL("আবদুল করিম", "abdul|abadula karim|karima");
    READS("শেখ হাসিনা", "shekh hasina"); /* a long vowel is spoken */
    READS("कृष्ण", "krishna");             /* so is one behind two consonants */
    READS("ரஜினிகாந்த்", "rajinikant");
    READS("సుబ్బారావు", "subbaravu");
}

static void look_alikes_do_not_hide_a_name(void **state) {
    (void)state;
    READS("Раvеl Ivаnov", "pavel ivanov"); /* Cyrillic letters in Latin words */
    READS("ОSАМА", "osama");
    READS("Пyтин", "putin"); /* a Latin y in a Cyrillic word */
    must("Пyтин", SCRIPT, "cyrillic");
    READS("Αlexander", "alexander");
    READS("О\u200Bs\u200Eama", "osama"); /* what cannot be seen */
    READS("\u202Eosama\u202C bin", "osama bin");
    READS("𝐎𝐬𝐚𝐦𝐚 Ｂｉｎ ①", "osama bin 1"); /* mathematical, wide, in a circle */
    READS("٢٠٠٠ २०", "2000 20");
}

static void capitals_are_told(void **state) {
    (void)state;
    static const struct {
        const char *name;
        bool capitals;
    } rows[] = {{"ATAR", true}, {"Atar", false}, {"A", false},    {"A1B", true}, {"12", false},  {"ÉTÉ", true},
                {"Été", false}, {"ИВАН", true},  {"Иван", false}, {"ΓΗ", true},  {"محمد", false}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        RT_AUTO(rt_arena) arena = {0};
        const rt_tokens tokens = rt_letters(&arena, rt_str_of(rows[i].name));
        assert_int_equal(tokens.n, 1);
        if (tokens.at[0].capitals != rows[i].capitals) fail_msg("%s", rows[i].name);
    }
}

static void places_in_the_name_are_kept(void **state) {
    (void)state;
    static const char *const names[] = {"O'Neil, Jo", "  Café ду \u200Bбай ", "习近平", "العطار x"};
    static const char *const parts[][2] = {{"O'Neil", "Jo"}, {"Café", "ду"}, {"习", "近平"}, {"ال", "عطار"}};
    for (size_t i = 0; i < 4; i++) {
        RT_AUTO(rt_arena) arena = {0};
        const rt_tokens tokens = rt_letters(&arena, rt_str_of(names[i]));
        for (size_t k = 0; k < 2; k++) {
            const rt_str part = {names[i] + tokens.at[k].begin, tokens.at[k].end - tokens.at[k].begin};
            if (!rt_str_is(part, parts[i][k])) fail_msg("%.*s is not %s", RT_FMT(part), parts[i][k]);
        }
    }
}

/* What any name must give, whatever its bytes. */
static void holds(rt_str name) {
    RT_AUTO(rt_arena) arena = {0};
    const rt_tokens tokens = rt_letters(&arena, name);
    assert_true(tokens.n <= RT_NAME_TOKENS);
    for (size_t i = 0; i < tokens.n; i++) {
        const rt_token *t = &tokens.at[i];
        assert_true(t->reading_count >= 1 && t->reading_count <= RT_TOKEN_READINGS);
        assert_true(t->symbols.len > 0 && t->symbols.len <= RT_TOKEN_LETTERS);
        assert_true(t->begin < t->end && t->end <= name.len);
        for (unsigned k = 0; k < t->reading_count; k++)
            assert_true(t->readings[k].len > 0 && t->readings[k].len <= RT_TOKEN_LETTERS);
    }
}

static void repeated(const char *part, size_t bytes) {
    const size_t n = strlen(part);
    char *name = rt_alloc(bytes);
    for (size_t i = 0; i < bytes; i++) name[i] = part[i % n];
    holds((rt_str){name, bytes});
    free(name);
}

static void hostile_names_are_bounded(void **state) {
    (void)state;
    static const char *const parts[] = {
        "a",  "a ",     "é",   "é ",          "\u0301", "a\u0301",      "\u202E", "\u200D", "ﷺ",  "ﷺ ",
        "م",  "\u0651", "مّ",   "习",          "김",     "\u1100\u1161", "カ",     "ッ",     "ー", "々",
        "क",  "ก ",     "𝐀",   "𠀀",          "\xff",   "\xc3",         "'",      "' ",     "ь ", "\xf0\x9f\x98\x80",
        "аa", "1",      "ا ل", "\xed\xa0\x80"};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) repeated(parts[i], i % 4 == 0 ? 1 << 20 : 9000);
}

static void every_cut_of_a_name_in_many_scripts_is_taken(void **state) {
    (void)state;
    const rt_str name = RT_S("O'Neil ﷺ 𠀀é\u0301 Юлія مُحَمَّد ג'ו 习近平 김정은 カッー नरेन्द्र \xf0\x9f\x98\x80");
    for (size_t from = 0; from < name.len; from++)
        for (size_t n = 1; from + n <= name.len && n < 40; n++) holds((rt_str){name.at + from, n});
}

static void what_is_too_long_is_said_to_be_cut(void **state) {
    (void)state;
    RT_AUTO(rt_arena) arena = {0};
    char name[6000];
    memset(name, 'a', sizeof name);
    assert_false(rt_letters(&arena, (rt_str){name, 100}).truncated);
    assert_true(rt_letters(&arena, (rt_str){name, 5000}).truncated);
    assert_int_equal(rt_letters(&arena, (rt_str){name, 100}).at[0].readings[0].len, RT_TOKEN_LETTERS);
    for (size_t i = 1; i < sizeof name; i += 2) name[i] = ' ';
    assert_false(rt_letters(&arena, (rt_str){name, 2 * RT_NAME_TOKENS}).truncated);
    assert_true(rt_letters(&arena, (rt_str){name, 2 * RT_NAME_TOKENS + 1}).truncated);
    assert_int_equal(rt_letters(&arena, (rt_str){name, 100}).n, RT_NAME_TOKENS);
    memcpy(name, "é", 2);
    assert_true(rt_letters(&arena, (rt_str){name, 100}).truncated);
    assert_int_equal(rt_letters(&arena, (rt_str){name, 100}).n, RT_NAME_TOKENS);
}

static void what_has_no_letters_gives_no_token(void **state) {
    (void)state;
    static const char *const names[] = {"\u0301\u0301", "ـــ",  "\u064B\u0651", "ء", "ь", "ー", "\xff\xfe", "😀",
                                        "’‘",           "。、", "\u200E\u200F", "'"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) must(names[i], FIRST, "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ascii_is_cut_into_small_letters),
        cmocka_unit_test(signs_between_words_are_told),
        cmocka_unit_test(both_paths_read_ascii_alike),
        cmocka_unit_test(latin_beyond_ascii_has_the_readings_of_its_languages),
        cmocka_unit_test(cyrillic_reads_by_the_language_that_its_letters_show),
        cmocka_unit_test(greek_armenian_and_georgian_are_read),
        cmocka_unit_test(arabic_has_its_consonants_and_written_vowels),
        cmocka_unit_test(the_article_is_a_token_of_its_own),
        cmocka_unit_test(persian_urdu_pashto_and_kurdish_have_their_letters),
        cmocka_unit_test(hebrew_has_final_letters_and_geresh),
        cmocka_unit_test(hangul_is_romanised_and_family_names_have_their_spellings),
        cmocka_unit_test(kana_reads_as_names_are_written),
        cmocka_unit_test(chinese_names_are_parted_and_read),
        cmocka_unit_test(japanese_names_are_known_by_their_family_name),
        cmocka_unit_test(it_is_told_when_the_family_name_stands_first),
        cmocka_unit_test(other_scripts_are_read_by_icu),
        cmocka_unit_test(scripts_of_india_are_read_as_they_are_spoken),
        cmocka_unit_test(look_alikes_do_not_hide_a_name),
        cmocka_unit_test(capitals_are_told),
        cmocka_unit_test(places_in_the_name_are_kept),
        cmocka_unit_test(hostile_names_are_bounded),
        cmocka_unit_test(every_cut_of_a_name_in_many_scripts_is_taken),
        cmocka_unit_test(what_is_too_long_is_said_to_be_cut),
        cmocka_unit_test(what_has_no_letters_gives_no_token),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
