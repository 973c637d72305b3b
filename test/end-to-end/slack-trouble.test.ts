import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Message } from '../../src/simulators/slack/index.ts';
import { type Floor, openFloor } from './floor/floor.ts';
import { buttonsOn } from './floor/read-message.ts';

let floor: Floor;
beforeAll(async () => {
  floor = await openFloor();
});
afterAll(() => floor.stop());
afterEach(() => floor.slack.scenario.heal());

const kinds = ({ blocks }: Message): string[] => blocks.map(({ type }) => type);
const calls = (method: string) => floor.slack.log.filter((call) => call.method === method);
const posted = () => floor.slack.messages('operaciones');
const direct = () => floor.slack.messages('D01LAURA');

describe('a workspace that does not take a block', () => {
  it('gets the same content once, a rung lower, and is remembered', async () => {
    const rich = await floor.ask('laura', 'agentes ayer');
    expect(kinds(rich)).toEqual(expect.arrayContaining(['data_visualization', 'data_table']));
    floor.slack.scenario.refuse.add('data_visualization').add('data_table');
    const table = await floor.ask('laura', 'agentes ayer');
    expect(kinds(table)).toContain('table');
    expect(table.text).toBe(rich.text);
    const before = calls('response_url').length;
    expect(kinds(await floor.ask('laura', 'agentes ayer'))).toContain('table');
    expect(calls('response_url')).toHaveLength(before + 1);
    floor.slack.scenario.refuse.add('table');
    const text = await floor.ask('laura', 'agentes ayer');
    expect(kinds(text)).not.toEqual(expect.arrayContaining(['table']));
    expect(text.text).toBe(rich.text);
    expect(JSON.stringify(text.blocks)).toContain('Henao Torres Piedad');
  });

  it('is tried with all of it again a week later', async () => {
    // Twice, since what was learned is written after Slack has answered, perhaps only after the first move.
    floor.clock.move(8 * 86_400_000);
    await floor.ask('laura', 'estado');
    floor.clock.move(8 * 86_400_000);
    expect(kinds(await floor.ask('laura', 'agentes ayer'))).toContain('data_table');
  });
});

describe('a response_url that Slack no longer takes', () => {
  it.each(['used_url', 'expired_url'])('(%s): the answer comes by direct message, once', async (error) => {
    const before = direct().length;
    floor.slack.scenario.fail('response_url', 'error', { error });
    const asked = await floor.slack.slash('laura', 'operaciones', 'agentes ayer');
    const message = await floor.slack.waitFor(() => direct()[before]);
    expect(message.text).toMatch(/llamadas/);
    expect([asked.answers(), direct().length]).toEqual([[], before + 1]);
  });

  it('with too many requests: the same', async () => {
    const before = direct().length;
    floor.slack.scenario.fail('response_url', 'rate_limited');
    await floor.slack.slash('laura', 'operaciones', 'agentes ayer');
    expect((await floor.slack.waitFor(() => direct()[before])).text).toMatch(/llamadas/);
  });

  it('with a lost reply: nothing is said twice', async () => {
    const before = direct().length;
    floor.slack.scenario.fail('response_url', 'server_error_after');
    const asked = await floor.slack.slash('laura', 'operaciones', 'agentes ayer');
    await asked.answer();
    await floor.ask('laura', 'estado');
    expect([asked.answers().length, direct().length]).toEqual([1, before]);
  });
});

describe('sharing while Slack has trouble', () => {
  const share = async () => {
    const asked = await floor.ask('laura', 'agentes ayer');
    return () => floor.press('laura', asked, 'Compartir');
  };

  it('that asks to go slower: says so, posts nothing, and is posted once by trying again', async () => {
    const press = await share();
    const before = posted().length;
    floor.slack.scenario.fail('chat.postMessage', 'rate_limited', { retryAfter: 30 });
    const said = await press();
    expect(said.text).toContain('Slack pidió ir más despacio');
    expect(posted()).toHaveLength(before);
    await floor.press('laura', said, 'Reintentar');
    expect(posted()).toHaveLength(before + 1);
  });

  it('that fails before the post: says that it is not known, and posts nothing by itself', async () => {
    const press = await share();
    const before = posted().length;
    floor.slack.scenario.fail('chat.postMessage', 'server_error_before');
    const said = await press();
    expect(said.text).toContain('Mira el canal antes de enviarlo otra vez');
    expect([posted().length, buttonsOn(said)]).toEqual([before, ['Reintentar']]);
  });

  it('that fails after the post: the post stands once, and the sharer is told to look', async () => {
    const press = await share();
    const before = posted().length;
    floor.slack.scenario.fail('chat.postMessage', 'server_error_after');
    expect((await press()).text).toContain('Slack no confirmó');
    expect(posted()).toHaveLength(before + 1);
  });

  it('that refuses the blocks: one post, a rung lower', async () => {
    const press = await share();
    const before = posted().length;
    floor.slack.scenario.refuse.add('data_visualization').add('data_table');
    await press();
    expect(posted()).toHaveLength(before + 1);
  });
});

describe('a press that Slack delivers twice', () => {
  it('acts once', async () => {
    const asked = await floor.ask('laura', 'agentes ayer');
    const before = posted().length;
    const { workspace } = floor.slack;
    // Both payloads carry the same action_ts: that is one click.
    const ts = workspace.ts();
    workspace.ts = () => ts;
    const both = [floor.slack.press('laura', asked.ts, 'share'), floor.slack.press('laura', asked.ts, 'share')];
    const invoked = await Promise.all(both);
    Reflect.deleteProperty(workspace, 'ts');
    await Promise.race(invoked.map((one) => one.answer()));
    await floor.ask('laura', 'estado');
    expect(posted()).toHaveLength(before + 1);
    expect(invoked.flatMap((one) => one.answers())).toHaveLength(1);
  });
});

describe('a double click', () => {
  it('on Share posts once; a later one posts again', async () => {
    const asked = await floor.ask('laura', 'agentes ayer');
    const before = posted().length;
    const clicks = [
      await floor.slack.press('laura', asked.ts, 'share'),
      await floor.slack.press('laura', asked.ts, 'share'),
    ];
    await Promise.race(clicks.map((one) => one.answer()));
    await floor.ask('laura', 'estado');
    expect(posted()).toHaveLength(before + 1);
    floor.clock.move(3_000);
    await floor.press('laura', asked, 'share');
    expect(posted()).toHaveLength(before + 2);
  });
});

describe('a file that Slack does not take', () => {
  it.each(['files.getUploadURLExternal', 'files.completeUploadExternal'])(
    '(%s) is said, with a way to try again',
    async (method) => {
      const before = floor.slack.files('laura').length;
      floor.slack.scenario.fail(method, 'error', { error: 'service_unavailable', times: 3 });
      const said = await floor.ask('laura', 'agentes ayer csv');
      expect(said.text).toMatch(/Slack no está respondiendo/);
      floor.slack.scenario.heal();
      await floor.press('laura', said, 'Reintentar');
      expect(floor.slack.files('laura')).toHaveLength(before + 1);
    },
  );

  it('for want of a permission names it', async () => {
    floor.slack.scenario.scopes.delete('files:write');
    expect((await floor.ask('laura', 'agentes ayer csv')).text).toContain('files:write');
  });
});
