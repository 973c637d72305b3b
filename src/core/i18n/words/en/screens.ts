import { counted } from '../fact.ts';
import type { AccessWords, CheckWords, HomeWords, StatusWords } from '../screen-words.ts';

export const status: StatusWords = {
  allWell: 'Everything works.',
  something: ({ count }) => `${counted(count, 'part does not answer', 'parts do not answer')}.`,
  store: 'Store',
  slack: 'Slack',
  jobs: 'Jobs',
  well: 'working',
  notAnswering: ({ why }) => `does not answer: ${why}`,
  quotaLabel: "Today's quota",
  quota: ({ used, limit, resets, format }) =>
    limit === null
      ? `${counted(used, 'query used', 'queries used', format)}; the limit is not known`
      : `${format.number(used)} of ${format.number(limit)} used (${format.percent(used / limit, 0)}); back to zero at ${resets}`,
  lastReadLabel: 'Latest data',
  lastRead: ({ report, time }) => `${report}: ${time}`,
  neverRead: 'nothing has been read yet',
  waitingLabel: 'In line',
  waiting: ({ count }) => (count === 0 ? 'nothing' : counted(count, 'query', 'queries')),
  versionLabel: 'Version',
  upLabel: 'Running for',
};

export const check: CheckWords = {
  title: ({ report }) => `Check ${report} against wolkvox Manager`,
  how: ({ code }) => [
    'In Manager, open Reports, choose ',
    { bold: code },
    ' and set exactly this window and these options.',
  ],
  from: 'From',
  to: 'To',
  inclusive: 'in Manager the last second is part of the window',
  campaign: 'Campaign',
  allCampaigns: 'all',
  rows: 'Rows',
  notCounted: 'Not counted',
  differs:
    'If they differ: see that the time zone is the same, that the TOTAL row is not added in, and that the period is over.',
  stillRunning:
    "The period is still running: wolkvox updates the day's reports every ten minutes or more, so the figures may move.",
  oneMonth: 'Manager wants ranges inside one month: ask month by month and add them up.',
  notDated: 'This report takes no dates: it is always the last ten minutes.',
};

export const home: HomeWords = {
  title: ({ operation }) => `Today at ${operation}`,
  noToday: 'Nothing has been read today yet.',
  quota: 'wolkvox quota',
  whatCanIAsk: 'What you can ask',
  language: 'Language',
  languages: { es: 'Español', en: 'English', pt: 'Português' },
  updated: ({ time }) => `updated at ${time}`,
  firstTime: ({ command }) => ['Type ', { code: `${command} help` }, ' in any channel, or press one of the examples.'],
};

const ROLES = { viewer: 'a viewer', supervisor: 'a supervisor', admin: 'an administrator' } as const;

export const access: AccessWords = {
  needs: ({ role }) => ({
    what: `This takes ${ROLES[role]}.`,
    next: 'If that should be you, ask whoever runs the bot to add you to the roles.',
  }),
  noRole: {
    what: 'You have no role in this bot yet.',
    next: 'Ask whoever runs it to add you to the roles.',
  },
};
