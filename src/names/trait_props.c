/* Which properties are kept as traits, and what each is to the feature that compares it. */
#include "names/trait.h"
#include "names/trait_country.h"

/* Kinds of numbers: properties that may hold the same number. */
enum { PASSPORT, CARD, TAX, REGISTER, IMO, LEI, BIC, INN, OGRN, SHIP, BOOK, ITEM, SECURITY, ACCOUNT, SERIAL };
enum { PHONE, EMAIL, SITE };

/* By name. */
static const rt_trait_prop props[] = {
    {RT_S_INIT("accountNumber"), RT_FEATURE_NUMBER, ACCOUNT, RT_HELD_MANY},
    {RT_S_INIT("address"), RT_FEATURE_ADDRESS, 0, RT_HELD_MANY},
    {RT_S_INIT("birthCountry"), RT_FEATURE_COUNTRY, RT_COUNTRY_TIE, RT_HELD_MANY},
    {RT_S_INIT("birthDate"), RT_FEATURE_BIRTH, 0, RT_HELD_MANY},
    {RT_S_INIT("birthPlace"), RT_FEATURE_BIRTHPLACE, 0, RT_HELD_MANY},
    {RT_S_INIT("buildDate"), RT_FEATURE_FOUNDED, 0, RT_HELD_MANY},
    {RT_S_INIT("callSign"), RT_FEATURE_NUMBER, SHIP, RT_HELD_MOSTLY_ONE},
    {RT_S_INIT("citizenship"), RT_FEATURE_COUNTRY, RT_COUNTRY_NATION, RT_HELD_MANY},
    {RT_S_INIT("country"), RT_FEATURE_COUNTRY, RT_COUNTRY_TIE, RT_HELD_MANY},
    {RT_S_INIT("deathDate"), RT_FEATURE_DEATH, 0, RT_HELD_MANY},
    {RT_S_INIT("dunsCode"), RT_FEATURE_NUMBER, BOOK, RT_HELD_MOSTLY_ONE},
    {RT_S_INIT("email"), RT_FEATURE_CONTACT, EMAIL, RT_HELD_MANY},
    {RT_S_INIT("flag"), RT_FEATURE_COUNTRY, RT_COUNTRY_TIE, RT_HELD_MANY},
    {RT_S_INIT("gender"), RT_FEATURE_GENDER, 0, RT_HELD_MANY},
    {RT_S_INIT("iban"), RT_FEATURE_NUMBER, ACCOUNT, RT_HELD_MANY},
    {RT_S_INIT("idNumber"), RT_FEATURE_NUMBER, CARD, RT_HELD_MOSTLY_ONE},
    {RT_S_INIT("imoNumber"), RT_FEATURE_NUMBER, IMO, RT_HELD_ONE},
    {RT_S_INIT("incorporationDate"), RT_FEATURE_FOUNDED, 0, RT_HELD_MANY},
    {RT_S_INIT("innCode"), RT_FEATURE_NUMBER, INN, RT_HELD_ONE},
    {RT_S_INIT("isinCode"), RT_FEATURE_NUMBER, SECURITY, RT_HELD_MANY},
    {RT_S_INIT("jurisdiction"), RT_FEATURE_COUNTRY, RT_COUNTRY_LAW, RT_HELD_MANY},
    {RT_S_INIT("leiCode"), RT_FEATURE_NUMBER, LEI, RT_HELD_ONE},
    {RT_S_INIT("licenseNumber"), RT_FEATURE_NUMBER, REGISTER, RT_HELD_MANY},
    {RT_S_INIT("mainCountry"), RT_FEATURE_COUNTRY, RT_COUNTRY_TIE, RT_HELD_MANY},
    {RT_S_INIT("mmsi"), RT_FEATURE_NUMBER, SHIP, RT_HELD_MOSTLY_ONE},
    {RT_S_INIT("nationality"), RT_FEATURE_COUNTRY, RT_COUNTRY_NATION, RT_HELD_MANY},
    {RT_S_INIT("npiCode"), RT_FEATURE_NUMBER, BOOK, RT_HELD_MANY},
    {RT_S_INIT("ogrnCode"), RT_FEATURE_NUMBER, OGRN, RT_HELD_ONE},
    {RT_S_INIT("okpoCode"), RT_FEATURE_NUMBER, BOOK, RT_HELD_MOSTLY_ONE},
    {RT_S_INIT("passportNumber"), RT_FEATURE_NUMBER, PASSPORT, RT_HELD_MANY},
    {RT_S_INIT("pastFlags"), RT_FEATURE_COUNTRY, RT_COUNTRY_TIE, RT_HELD_MANY},
    {RT_S_INIT("phone"), RT_FEATURE_CONTACT, PHONE, RT_HELD_MANY},
    {RT_S_INIT("registrationNumber"), RT_FEATURE_NUMBER, REGISTER, RT_HELD_MOSTLY_ONE},
    {RT_S_INIT("serialNumber"), RT_FEATURE_NUMBER, SERIAL, RT_HELD_MOSTLY_ONE},
    {RT_S_INIT("socialSecurityNumber"), RT_FEATURE_NUMBER, CARD, RT_HELD_MOSTLY_ONE},
    {RT_S_INIT("swiftBic"), RT_FEATURE_NUMBER, BIC, RT_HELD_MANY},
    {RT_S_INIT("taxNumber"), RT_FEATURE_NUMBER, TAX, RT_HELD_MOSTLY_ONE},
    {RT_S_INIT("uniqueEntityId"), RT_FEATURE_NUMBER, BOOK, RT_HELD_MANY},
    {RT_S_INIT("uscCode"), RT_FEATURE_NUMBER, REGISTER, RT_HELD_MOSTLY_ONE},
    {RT_S_INIT("vatCode"), RT_FEATURE_NUMBER, TAX, RT_HELD_MOSTLY_ONE},
    {RT_S_INIT("website"), RT_FEATURE_CONTACT, SITE, RT_HELD_MANY},
    {RT_S_INIT("wikidataId"), RT_FEATURE_NUMBER, ITEM, RT_HELD_ONE},
};

const rt_trait_prop *rt_trait_prop_named(rt_str name) {
    size_t low = 0, high = sizeof props / sizeof *props;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        const int order = rt_str_cmp(name, props[middle].name);
        if (order == 0) return &props[middle];
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}
