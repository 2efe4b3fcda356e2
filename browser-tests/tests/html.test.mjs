// The HTML is valid, as html-validate reads it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { origin } from '../browser.mjs';
import { FRENCH, allPages } from '../pages.mjs';

const validator = new HtmlValidate(new StaticConfigLoader({
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // Boxes of one group share their name: that is how a form sends several choices.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'submit'] }],
    // Everything comes from the site itself, as the CSP demands.
    'require-sri': ['error', { target: 'crossorigin' }],
    // Text is the type of a field and submitting that of a button, by the standard.
    'no-implicit-input-type': 'off',
    'no-implicit-button-type': 'off',
    // Templates leave spaces where a condition was; nobody sees them.
    'no-trailing-whitespace': 'off',
    // Lower case is as right as capitals.
    'doctype-style': ['error', { style: 'lowercase' }],
    // Spaces of a telephone number are kept together by the style sheet, where they must be.
    'tel-non-breaking': 'off',
    // Lists have a role that takes a name: the standard allows it and readers say it.
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
    // A table that scrolls sideways is a region named by its caption; it needs no heading.
    'prefer-native-element': ['error', { exclude: ['region'] }],
    // The name of the site follows each title, and some places have long names.
    'long-title': 'off',
  },
}));

for (const { name, path, status } of await allPages()) {
  test(`the HTML of ${name} is valid`, async () => {
    const answer = await fetch(origin + path, { headers: FRENCH });
    assert.equal(answer.status, status);
    const { results } = await validator.validateString(await answer.text());
    const lines = results.flatMap((it) => it.messages)
      .map(({ ruleId, message, line, column }) => `${ruleId} at ${line}:${column}: ${message}`);
    assert.deepEqual(lines.slice(0, 12), []);
  });
}
