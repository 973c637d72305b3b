import { z } from 'zod';
import { checkView } from '../blocks/check.ts';
import type { View } from '../workspace.ts';
import { describedView } from './described.ts';
import { ApiError, inJson, method, refuse, text, type Method, type Surroundings } from './method.ts';

const viewBody = inJson(
  z.looseObject({
    type: z.string(),
    blocks: z.array(z.looseObject({ type: z.string(), block_id: z.string().optional() })).default([]),
  }),
);
type Body = z.infer<typeof viewBody>;

const mostOpen = 3;
const mostBytes = 250_000;

function checkedBody(around: Surroundings, body: Body, kind: View['kind']): View['body'] {
  if (body.type !== kind) throw new ApiError('invalid_arguments', { errors: [`view type must be ${kind}`] });
  if (JSON.stringify(body).length > mostBytes) throw new ApiError('view_too_large');
  refuse(checkView(body));
  return { ...body, blocks: around.workspace.nameBlocks(body.blocks) };
}

function place(around: Surroundings, person: string, body: View['body'], previous: View | undefined): View {
  const { workspace } = around;
  const id = workspace.id('V');
  const view: View = {
    id,
    person,
    kind: 'modal',
    hash: workspace.id('h'),
    root: previous?.root ?? id,
    previous: previous?.id ?? null,
    body,
    given: {},
    errors: {},
  };
  workspace.views.set(id, view);
  return view;
}

export function openView(around: Surroundings, person: string, body: Body): View {
  const view = place(around, person, checkedBody(around, body, 'modal'), undefined);
  around.workspace.stacks.set(person, [view.id]);
  around.workspace.tell({ kind: 'view', person });
  return view;
}

export function pushView(around: Surroundings, person: string, body: Body): View {
  const stack = around.workspace.stacks.get(person) ?? [];
  if (stack.length >= mostOpen) throw new ApiError('push_limit_reached');
  const view = place(
    around,
    person,
    checkedBody(around, body, 'modal'),
    around.workspace.views.get(stack.at(-1) ?? ''),
  );
  around.workspace.stacks.set(person, [...stack, view.id]);
  around.workspace.tell({ kind: 'view', person });
  return view;
}

export function changeView(around: Surroundings, view: View, body: Body): void {
  view.body = checkedBody(around, body, view.kind);
  view.hash = around.workspace.id('h');
  view.errors = {};
  around.workspace.tell(
    view.kind === 'home' ? { kind: 'home', person: view.person } : { kind: 'view', person: view.person },
  );
}

function find(around: Surroundings, args: { view_id?: string | undefined; external_id?: string | undefined }): View {
  const known = args.view_id
    ? around.workspace.views.get(args.view_id)
    : [...around.workspace.views.values()].find((view) => view.body['external_id'] === args.external_id);
  if (!known) throw new ApiError('not_found');
  return known;
}

const opening = { trigger_id: text, view: viewBody };

export const views: Record<string, Method> = {
  'views.open': method([], opening, (around, args) => {
    const { person } = around.useTrigger(args.trigger_id);
    return { view: describedView(openView(around, person, args.view)) };
  }),

  'views.push': method([], opening, (around, args) => {
    const { person } = around.useTrigger(args.trigger_id);
    return { view: describedView(pushView(around, person, args.view)) };
  }),

  'views.update': method(
    [],
    { view_id: text.optional(), external_id: text.optional(), hash: text.optional(), view: viewBody },
    (around, args) => {
      const view = find(around, args);
      if (args.hash && args.hash !== view.hash) throw new ApiError('hash_conflict');
      changeView(around, view, args.view);
      return { view: describedView(view) };
    },
  ),

  'views.publish': method([], { user_id: text, hash: text.optional(), view: viewBody }, (around, args) => {
    const { workspace } = around;
    if (!workspace.people.has(args.user_id)) throw new ApiError('user_not_found');
    const known = workspace.homes.get(args.user_id);
    if (known && args.hash && args.hash !== known.hash) throw new ApiError('hash_conflict');
    const body = checkedBody(around, args.view, 'home');
    const id = known?.id ?? workspace.id('V');
    const home: View = {
      id,
      person: args.user_id,
      kind: 'home',
      hash: workspace.id('h'),
      root: id,
      previous: null,
      body,
      given: {},
      errors: {},
    };
    workspace.homes.set(args.user_id, home);
    workspace.views.set(id, home);
    workspace.tell({ kind: 'home', person: args.user_id });
    return { view: describedView(home) };
  }),
};
