import { describe, expect, it } from 'vitest';
import { digestFormWords } from '../../../src/core/i18n/digests/digest-form-words.ts';
import { digestListWords } from '../../../src/core/i18n/digests/digest-list-words.ts';
import { digestMistakeWords } from '../../../src/core/i18n/digests/digest-mistake-words.ts';
import { LOCALES } from '../../../src/core/i18n/locale.ts';
import { runWords } from '../../../src/core/i18n/digests/run-words.ts';

const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function')
    return textsIn(
      value({
        count: 2,
        max: 10,
        name: 'x',
        line: 'x',
        why: 'y',
        word: 'z',
        time: 't',
        how: 'h',
        next: 'n',
        verb: 'v',
      }),
    );
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

describe.each(LOCALES)('what is said around digests in %s', (locale) => {
  it('has no exclamation marks, no gaps and nothing empty', () => {
    const texts = [digestFormWords, digestListWords, digestMistakeWords, runWords].flatMap((of) => textsIn(of(locale)));
    expect(texts.length).toBeGreaterThan(90);
    expect(texts.filter((text) => text.trim() === '' || /[!¡]|undefined|null/.test(text))).toEqual([]);
  });

  it('fits where Slack shows it', () => {
    const form = digestFormWords(locale);
    const list = digestListWords(locale);
    for (const title of [form.add, form.edit, form.save, form.close, list.yamlTitle, list.close]) {
      expect(title.length).toBeLessThanOrEqual(24);
    }
    for (const label of [...Object.values(form.cadences), form.skip, ...Object.values(list.buttons)]) {
      expect(label.length).toBeLessThanOrEqual(75);
    }
  });
});
