import { parse } from 'yaml';
import { z } from 'zod';
import type { ReadFile } from './variables.ts';

const manifest = z.looseObject({
  oauth_config: z.looseObject({ scopes: z.looseObject({ bot: z.array(z.string()) }) }),
});

/** The bot scopes that the project's own manifest.yml declares. Throws where that file is not what it should be: it comes with the code. */
export function scopesOfManifest(readFile: ReadFile, path: string): readonly string[] {
  return manifest.parse(parse(readFile(path))).oauth_config.scopes.bot;
}
