// The lessons that ship: each is right in what the linter checks, and German says it with the same figures and questions.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'parse5';
import { load } from '../../wasm/index.js';
import { attributesOf, elementsIn } from '../../web/lint/finding.js';
import { lintLesson } from '../../web/lint/lint.js';

const core = await load();
const folder = fileURLToPath(new URL('../../web/lessons/', import.meta.url));
const lessons = ['', 'de'].flatMap((language) => readdirSync(join(folder, language)).filter((file) => file.endsWith('.html')).map((file) => join(language, file)));

for (const file of lessons) {
  test(`lint finds nothing in ${file}`, () => {
    const path = join(folder, file);
    const findings = lintLesson(core, readFileSync(path, 'utf8'), (address) => address === '' || existsSync(join(dirname(path), address)));
    assert.deepEqual(findings.map(({ line, column, message }) => `${file}:${line}:${column}: ${message}`), []);
  });
}

/** Sections, figures and questions, with what is not words. @param {string} file */
function bonesOf(file) {
  const elements = elementsIn(parse(readFileSync(join(folder, file), 'utf8')));
  return elements.filter(({ tagName }) => tagName === 'section' || tagName.startsWith('backprop-')).map((element) => {
    const { alt, ...rest } = attributesOf(element);
    return { tag: element.tagName, ...rest };
  });
}

/** Whether a lesson says that it has one language only. @param {string} file */
const isAlone = (file) => elementsIn(parse(readFileSync(join(folder, file), 'utf8'))).some((element) => element.tagName === 'html' && 'data-alone' in attributesOf(element));

for (const file of lessons.filter((each) => !isAlone(each))) {
  test(`${file} has its twin in the other language, with the same sections, figures and questions`, () => {
    const twin = file.startsWith('de') ? basename(file) : join('de', file);
    assert.ok(existsSync(join(folder, twin)), `web/lessons/${twin} is missing; a translation would be right, or <html data-alone> in ${file}`);
    assert.deepEqual(bonesOf(twin), bonesOf(file));
  });
}
