import { type Ended, openEpisode } from '../../../core/alerts/state.ts';
import type { AlertCard, Sheet } from './sheet.ts';

/** Of one rule: more open problems than this share one card. */
export const SINGLE_CARDS = 3;
/** Cards that are over stay this long for who presses "history" on them. */
const KEPT_MS = 24 * 3_600_000;
const MOST_CLOSED = 20;

type Problem = { readonly instance: string; readonly firedAt: number };

const NEW_CARD: Omit<AlertCard, 'members' | 'grouped'> = {
  movedTo: null,
  posted: null,
  louds: 0,
  shown: null,
  trying: null,
  owed: null,
  astray: null,
  lateSince: null,
  deeds: [],
  closedAt: null,
  rule: null,
};

/** Gives every problem of a sheet its card, writes down on them what has ended, and forgets what is long over. */
export function planCards(sheet: Sheet, at: number): Sheet {
  const ended = withEnds(sheet);
  const open = Object.entries(ended.cases).flatMap(([instance, { state }]): readonly Problem[] => {
    const episode = openEpisode(state);
    return episode === null ? [] : [{ instance, firedAt: episode.firedAt }];
  });
  const reopened = withReturns(ended, open);
  const without = open.filter((problem) => cardOf(reopened, problem) === null);
  // What ended before anybody was told of it still has to be told.
  const unsaid = Object.entries(sheet.cases).flatMap(([instance, { state, subject, basis }]) =>
    state.ends.flatMap((end) => {
      const problem = { instance, firedAt: end.episode.firedAt };
      return cardOf(reopened, problem) === null ? [{ ...problem, over: { ended: end, subject, basis } }] : [];
    }),
  );
  const all = unsaid.reduce((into, one) => withSingle(into, one, one.over), reopened);
  return forgetting(withCards(all, open, without), at);
}

/** The card that a problem is on now. */
export function cardOf(sheet: Sheet, { instance, firedAt }: Problem): string | null {
  const found = Object.entries(sheet.cards).find(
    ([, { members, movedTo }]) =>
      movedTo === null && members.some((one) => one.instance === instance && one.firedAt === firedAt),
  );
  return found?.[0] ?? null;
}

function withCards(sheet: Sheet, open: readonly Problem[], without: readonly Problem[]): Sheet {
  if (without.length === 0) return sheet;
  if (open.length <= SINGLE_CARDS) return without.reduce((into, problem) => withSingle(into, problem, null), sheet);
  const there = Object.entries(sheet.cards).find(
    ([, { grouped, closedAt, movedTo }]) => grouped && closedAt === null && movedTo === null,
  );
  const [first = { instance: '', firedAt: 0 }] = without;
  const id = there?.[0] ?? `g${first.firedAt.toString(36)}`;
  const group = there?.[1] ?? { ...NEW_CARD, grouped: true, members: [] };
  const taken = open.filter((problem) => cardOf(sheet, problem) !== id);
  const moved = Object.entries(sheet.cards).map(([own, card]): readonly [string, AlertCard] => {
    const holds = card.closedAt === null && taken.some((problem) => holdsProblem(card, problem));
    return [own, own !== id && holds ? { ...card, movedTo: id } : card];
  });
  const deeds = moved.flatMap(([, card]) => (card.movedTo === id && card.closedAt === null ? card.deeds : []));
  const members = [...group.members, ...taken.map((problem) => ({ ...problem, over: null }))];
  return {
    ...sheet,
    cards: { ...Object.fromEntries(moved), [id]: { ...group, members, deeds: [...group.deeds, ...deeds] } },
  };
}

function withSingle(sheet: Sheet, { instance, firedAt }: Problem, over: AlertCard['members'][number]['over']): Sheet {
  const order = Object.keys(sheet.cases).indexOf(instance);
  const id = `${firedAt.toString(36)}-${Math.max(0, order).toString(36)}`;
  const free = sheet.cards[id] === undefined ? id : `${id}-${Object.keys(sheet.cards).length.toString(36)}`;
  const card: AlertCard = { ...NEW_CARD, grouped: false, members: [{ instance, firedAt, over }] };
  return { ...sheet, cards: { ...sheet.cards, [free]: card } };
}

function withEnds(sheet: Sheet): Sheet {
  const cards = Object.entries(sheet.cards).map(([id, card]): readonly [string, AlertCard] => {
    const members = card.members.map((member) => {
      const found = sheet.cases[member.instance];
      const ended: Ended | undefined = found?.state.ends.find(({ episode }) => episode.firedAt === member.firedAt);
      if (found === undefined || ended === undefined) return member;
      return { ...member, over: { ended, subject: found.subject, basis: found.basis } };
    });
    return [id, { ...card, members }];
  });
  return { ...sheet, cards: Object.fromEntries(cards) };
}

/** A problem that came back within the repeat interval is the same one: its card goes on. */
function withReturns(sheet: Sheet, open: readonly Problem[]): Sheet {
  const cards = Object.entries(sheet.cards).map(([id, card]): readonly [string, AlertCard] => {
    if (!open.some((problem) => holdsProblem(card, problem))) return [id, card];
    const members = card.members.map((member) =>
      open.some(({ instance, firedAt }) => instance === member.instance && firedAt === member.firedAt)
        ? { ...member, over: null }
        : member,
    );
    return [id, { ...card, members, closedAt: null }];
  });
  return { ...sheet, cards: Object.fromEntries(cards) };
}

function holdsProblem({ members, movedTo }: AlertCard, { instance, firedAt }: Problem): boolean {
  return movedTo === null && members.some((one) => one.instance === instance && one.firedAt === firedAt);
}

/** Whether there are cards to forget. */
export function hasOldCards({ cards }: Sheet, at: number): boolean {
  return Object.values(cards).some(({ closedAt }) => closedAt !== null && at - closedAt > KEPT_MS);
}

function forgetting(sheet: Sheet, at: number): Sheet {
  const closed = Object.entries(sheet.cards)
    .filter(([, { closedAt }]) => closedAt !== null)
    .sort(([, one], [, other]) => (other.closedAt ?? 0) - (one.closedAt ?? 0));
  const gone = new Set(
    closed
      .filter(([, { closedAt }], place) => place >= MOST_CLOSED || at - (closedAt ?? at) > KEPT_MS)
      .map(([id]) => id),
  );
  return gone.size === 0
    ? sheet
    : { ...sheet, cards: Object.fromEntries(Object.entries(sheet.cards).filter(([id]) => !gone.has(id))) };
}
