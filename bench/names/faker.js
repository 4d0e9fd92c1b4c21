// Names of locales, so many each, as lines "locale TAB name": node faker.js FOLDER SEED COUNT LOCALE... (FOLDER: where npm installed @faker-js/faker)
const { createRequire } = require("node:module");
const path = require("node:path");

const [folder, seed, count, ...locales] = process.argv.slice(2);
const { allFakers } = createRequire(path.join(path.resolve(folder), "x.js"))("@faker-js/faker");
for (const locale of locales) {
  const faker = allFakers[locale];
  faker.seed(Number(seed));
  for (let i = 0; i < Number(count); i++) {
    const sex = i % 2 ? "female" : "male";
    const [first, last] = [faker.person.firstName(sex), faker.person.lastName(sex)];
    const eastern = /^(zh|ja|ko|vi)/.test(locale);
    const blank = /^(zh|ja|ko)/.test(locale) ? "" : " ";
    console.log(`${locale}\t${eastern ? last + blank + first : `${first} ${last}`}`);
  }
}
