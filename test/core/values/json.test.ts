import { describe, expect, it } from 'vitest';
import { readJson } from '../../../src/core/values/json.ts';

describe('readJson', () => {
  it('gives what a text of JSON says', () => {
    expect(readJson('[1,{"a":null}]')).toEqual([1, { a: null }]);
  });

  it.each(['', '{', 'nothing', '[1,]'])('gives null for what is no JSON: "%s"', (text) => {
    expect(readJson(text)).toBeNull();
  });
});
