import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ignoredBy, stagesOf } from './dockerfile.ts';
import { tryImage } from './try-image.ts';

describe('what the Dockerfile makes', () => {
  it('becomes ready as a person without rights who can write nothing but /tmp and the volume, is found well, and ends well', async () => {
    const tried = await tryImage(fileURLToPath(new URL('../../', import.meta.url)), () => {});
    expect(tried).toMatchObject({ readyz: 200, health: 0, code: 0, written: [] });
    expect(tried.uid).not.toBe(0);
  }, 240_000);
});

describe('the reading of a Dockerfile', () => {
  it('joins continued lines and gives the stages with their names', () => {
    expect(stagesOf('# syntax\nARG A=b\nFROM a AS one\nRUN x \\\n  y\nFROM c\nCMD ["z"]')).toEqual([
      { from: 'a', name: 'one', instructions: [{ keyword: 'RUN', rest: 'x    y' }] },
      { from: 'c', name: '', instructions: [{ keyword: 'CMD', rest: '["z"]' }] },
    ]);
  });

  it('lets in what the last fitting rule of .dockerignore lets in', () => {
    const ignored = ignoredBy('# why\n*\n!src/\n!LICENSE\nsrc/demo\n');
    expect(['src', 'src/a.ts', 'LICENSE', 'src/demo/x.ts', '.env', 'srcs'].map(ignored)).toEqual([
      false,
      false,
      false,
      true,
      true,
      true,
    ]);
  });
});
