import { describe, expect, it } from 'vitest';
import { bold, codeBlock, italics, mrkdwn } from '../../../src/core/card/mrkdwn.ts';

describe('text for Slack', () => {
  it.each([
    ['<@U0ADMIN>', '&lt;@U0ADMIN&gt;'],
    ['<!channel> & co', '&lt;!channel&gt; &amp; co'],
    ['@channel', '@\u2060channel'],
    ['*Ana* ~x~ `y`', '∗Ana∗ ∼x∼ ˋyˋ'],
    ['_Luis_', 'ˍLuisˍ'],
    ['Routing_point_5', 'Routing_point_5'],
    ['> 5', '› 5'],
    ['a\u202Eb\u0007', 'ab'],
  ])('shows %j as it is', (data, written) => {
    expect(mrkdwn(data, 3_000)).toBe(written);
  });

  it('writes bold, code and the mention of an assignee', () => {
    const text = ['Lo tiene ', { mention: 'U01LAURA' }, ': ', { bold: '112 min' }, ', ', { code: '/wolkvox ayuda' }];
    expect(mrkdwn(text, 3_000)).toBe('Lo tiene <@U01LAURA>: *112 min*, `/wolkvox ayuda`');
  });

  it('mentions nobody whose id is not one of Slack', () => {
    expect(mrkdwn([{ mention: 'U1> <!channel' }], 3_000)).toBe('@U1&gt; &lt;!channel');
  });

  it('sets bold apart where it touches a letter', () => {
    expect(mrkdwn(['a', { bold: 'b' }, 'c'], 100)).toBe('a\u200B*b*\u200Bc');
  });

  it('is cut between characters, never inside an entity or an emoji', () => {
    expect(mrkdwn('a&b', 5)).toBe('a…');
    expect(bold('Ñandú 👩 rápido', 10)).toBe('*Ñandú …*');
  });

  it('puts a trust line in italics', () => {
    expect(italics(['38 filas', ' dato completo '], 100)).toBe('_38 filas · dato completo_');
  });

  it('cannot leave a code block', () => {
    expect(codeBlock(['a ``` b <@U1>'])).toBe('```\na ˋˋˋ b &lt;@U1&gt;\n```');
  });
});
