import { endOfShift } from '../../../core/alerts/active-hours.ts';
import type { Action } from '../../../core/card/card.ts';
import type { Told } from './alert-figures.ts';
import type { Member } from './card-members.ts';
import { ALERT_PRESS, type CardRef, encodeOption, encodeRef } from './card-ref.ts';
import type { DrawnFor } from './member-said.ts';

/** What can be done about a card that is open; each control carries which card it is of. */
export function actionsOf(
  members: readonly Member[],
  ref: CardRef,
  drawn: DrawnFor,
  { words, format }: Told,
): readonly Action[] {
  const { buttons } = words;
  const value = encodeRef(ref);
  const open = members.filter((member) => member.open);
  const isTaken = open.every(({ episode }) => episode.taken !== null);
  const shift = endOfShift(drawn.operation, drawn.now);
  const justifies = open.some(({ subject }) => subject.kind === 'case') && open.length === 1;
  return [
    ...(isTaken
      ? []
      : [{ kind: 'button' as const, id: ALERT_PRESS.take, label: buttons.take, value, style: 'primary' as const }]),
    {
      kind: 'menu',
      id: ALERT_PRESS.snooze,
      label: buttons.snooze,
      options: [
        { label: buttons.minutes('30'), value: encodeOption('30m', ref) },
        { label: buttons.hour, value: encodeOption('1h', ref) },
        ...(shift === null
          ? []
          : [{ label: buttons.endOfShift(format.time(shift)), value: encodeOption('shift', ref) }]),
      ],
    },
    {
      kind: 'menu',
      compact: true,
      id: ALERT_PRESS.more,
      label: buttons.more,
      options: [
        ...(isTaken ? [{ label: buttons.release, value: encodeOption('release', ref) }] : []),
        { label: buttons.assign, value: encodeOption('assign', ref) },
        ...(justifies ? [{ label: buttons.justify, value: encodeOption('justify', ref) }] : []),
        { label: buttons.adjust, value: encodeOption('adjust', ref) },
        { label: buttons.history, value: encodeOption('history', ref) },
      ],
    },
  ];
}
