import { existsSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { readSourceTexts } from './architecture/source.ts';

/** The bot scopes each method of Slack's Web API needs; those of `chat.postMessage` are for where the bot was invited and where not. */
const SCOPES: Readonly<Record<string, readonly string[]>> = {
  'auth.test': [],
  'apps.connections.open': [],
  'chat.postMessage': ['chat:write', 'chat:write.public'],
  'chat.postEphemeral': ['chat:write'],
  'chat.update': ['chat:write'],
  'chat.delete': ['chat:write'],
  'chat.getPermalink': [],
  'views.open': [],
  'views.push': [],
  'views.update': [],
  'views.publish': [],
  'users.info': ['users:read'],
  'usergroups.users.list': ['usergroups:read'],
  'conversations.open': ['im:write'],
  'conversations.info': ['channels:read', 'groups:read'],
  'conversations.history': ['channels:history', 'groups:history', 'im:history'],
  'files.getUploadURLExternal': ['files:write'],
  'files.completeUploadExternal': ['files:write'],
  // Not a method: how the bytes that go to the upload's own address are called in logs.
  'files.upload': ['files:write'],
};

const FAMILIES =
  'apps|auth|bookmarks|bots|chat|conversations|dnd|emoji|files|pins|reactions|team|usergroups|users|views';
const NAMED = new RegExp(`['"]((?:${FAMILIES})\\.[a-zA-Z]+(?:\\.[a-zA-Z]+)*)['"]`, 'g');
const CALLED = new RegExp(`\\bclient\\.((?:${FAMILIES})\\.[a-zA-Z]+(?:\\.[a-zA-Z]+)*)\\(`, 'g');

const manifest = z
  .object({
    features: z.object({ slash_commands: z.array(z.object({ command: z.string(), should_escape: z.boolean() })) }),
    oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
    settings: z.object({
      event_subscriptions: z.object({ bot_events: z.array(z.string()) }),
      interactivity: z.object({ is_enabled: z.boolean() }),
      socket_mode_enabled: z.boolean(),
      token_rotation_enabled: z.boolean(),
    }),
  })
  .parse(parse(readFileSync(new URL('../manifest.yml', import.meta.url), 'utf8')));

const slackSources = readSourceTexts().filter(({ path }) => /^(adapters|triggers)\/slack\//.test(path));
const found = (pattern: RegExp): { readonly name: string; readonly path: string }[] =>
  slackSources.flatMap(({ path, text }) =>
    [...text.matchAll(pattern)].map((match) => ({ name: match[1] ?? '', path })),
  );
const methods = [...found(NAMED), ...found(CALLED)];
const declared = manifest.oauth_config.scopes.bot;

describe('the scopes of manifest.yml', () => {
  it('hold a scope for every method that the code names', () => {
    const unknown = methods.filter(({ name }) => SCOPES[name] === undefined);
    expect(unknown, 'methods whose scopes this test does not know yet').toEqual([]);
    const lacking = methods.flatMap(({ name, path }) =>
      (SCOPES[name] ?? [])
        .filter((scope) => !declared.includes(scope))
        .map((scope) => `${scope}: src/${path} calls ${name}`),
    );
    expect(lacking).toEqual([]);
  });

  it('hold none that the code does not use', () => {
    const used = new Set(methods.flatMap(({ name }) => SCOPES[name] ?? []));
    if (found(/\.(command)\(/g).length > 0) used.add('commands');
    expect(declared.filter((scope) => !used.has(scope))).toEqual([]);
  });
});

describe('manifest.yml', () => {
  it('subscribes to exactly the events that are listened to', () => {
    const listened = new Set(found(/\.event\(\s*['"]([a-z_.]+)['"]/g).map(({ name }) => name));
    expect([...listened].sort()).toEqual([...manifest.settings.event_subscriptions.bot_events].sort());
  });

  it('speaks Socket Mode, without tokens that expire, and gets presses and escaped commands', () => {
    expect(manifest.settings).toMatchObject({
      socket_mode_enabled: true,
      token_rotation_enabled: false,
      interactivity: { is_enabled: true },
    });
    expect(manifest.features.slash_commands).toEqual([
      expect.objectContaining({ command: '/wolkvox', should_escape: true }),
    ]);
  });

  const schemas = new URL('../../shared/data/slack-manifest/schemas/', import.meta.url);
  const none = existsSync(schemas) ? false : "Slack's manifest schema is not beside this repository";
  it.skipIf(none !== false)(`is valid against Slack's schema${none === false ? '' : ` (skipped: ${none})`}`, () => {
    for (const version of ['1.0.0', '2.0.0']) {
      const schema: unknown = JSON.parse(readFileSync(new URL(`manifest.schema.${version}.json`, schemas), 'utf8'));
      const ajv = new Ajv({ strict: false, allErrors: true });
      addFormats.default(ajv);
      const valid = ajv.validate(
        z.record(z.string(), z.unknown()).parse(schema),
        parse(readFileSync(new URL('../manifest.yml', import.meta.url), 'utf8')),
      );
      expect([version, valid, ajv.errors]).toEqual([version, true, null]);
    }
  });
});
