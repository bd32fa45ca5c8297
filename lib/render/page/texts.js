// Texts in the language of the page. They stand in English where they are used; the page brings what they are in
// another one (base/language.hpp), and where that has none they stay English.
const TEXTS = JSON.parse(document.getElementById('texts').textContent);

// Of the page: numbers and dates are written as it has them.
const LANGUAGE = document.documentElement.lang;
const fillIn = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
const t = (english, values) => fillIn(TEXTS[english] || english, values || {});
// Of a number: the text for one, and that for others.
const tn = (one, many, n, values) => {
  const forms = TEXTS[one] || [one, many];
  return fillIn(new Intl.PluralRules(LANGUAGE).select(n) === 'one' ? forms[0] : forms[1], {n, ...values});
};
