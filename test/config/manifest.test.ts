import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { scopesOfManifest } from '../../src/config/manifest.ts';

describe('scopesOfManifest', () => {
  it('gives the bot scopes of the file that comes with the code', () => {
    const path = fileURLToPath(new URL('../../manifest.yml', import.meta.url));
    expect(scopesOfManifest((file) => readFileSync(file, 'utf8'), path)).toContain('chat:write');
  });

  it('throws where the file is something else', () => {
    expect(() => scopesOfManifest(() => 'name: x', 'manifest.yml')).toThrow();
  });
});
