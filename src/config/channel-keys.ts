import type { Roles } from '../core/settings.ts';
import type { ChannelSection } from './channels.ts';
import type { ExplainedKeys } from './explained.ts';

export const channelKeys: ExplainedKeys<ChannelSection> = {
  operation: {
    meaning: 'what is meant there when none is named',
    otherwise: 'the only operation; required with several',
  },
  names: { meaning: 'agents in posts: `full`, `initials`, `hidden`', otherwise: '`initials`' },
  audience: {
    meaning:
      "`everyone`, or `supervisors`: then a supervisor's post there shows costs of single agents and, unless names are hidden, who is out of the usual",
    otherwise: '`everyone`',
  },
  locale: { meaning: 'language of posts', otherwise: "the operation's" },
};

export const roleKeys: ExplainedKeys<Record<keyof Roles, string>> = {
  admin: { meaning: 'list of ids of users (`U…`) and user groups (`S…`)', otherwise: 'nobody' },
  supervisor: { meaning: 'likewise', otherwise: 'nobody' },
  viewer: {
    meaning: '`everyone`, or a list: whoever is in none of the three is told so and sees nothing',
    otherwise: '`everyone`',
  },
};
