import { ROLE_RULES, ROLES } from '~/types/roles'
import type { Tone } from '~/types/feed'
import { maskName } from '../../core/masking'
import type { Deliverer, DeliverCtx, Payload } from '../../core/outbox'
import { tellGrid } from '../feed/queries'
import { tellPeople } from '../notice/queries'
import { listInvites, listReports, listThanks } from './beside'
import { pageOf } from './page'
import { findHelp, findPeople, listMedia, type HelpRow } from './repo'
import { sharedThanks } from './said'
import { HELP_EVENTS } from './workflow'

/** Somebody of the grid needs help; nothing of who asks or where they live. Not told any more once it is over. */
const tellShown: Deliverer = async (ctx, payload) => {
  const help = await findHelp(ctx.db, payload.id ?? '')
  if (help?.status !== 'open' || help.content !== 'passed') {
    return
  }
  const { pictureIds } = await listMedia(ctx.db, help.id)
  await tellGrid(ctx, {
    ...pageOf(help),
    areaCode: help.areaCode,
    pictureId: pictureIds[0] ?? null,
    label: help.urgent ? '急,要帮忙' : '要帮忙',
    tone: help.urgent ? 'urgent' : 'progress',
    body: help.forFamily ? '有位邻居替家里人问一声,谁能帮一把?' : '有位邻居问一声,谁能帮一把?',
  })
}

/** Both agreed that the neighbours read it. */
const tellThanked: Deliverer = async (ctx, payload) => {
  const help = await findHelp(ctx.db, payload.id ?? '')
  const thanks = help === undefined ? [] : sharedThanks({ thanks: await listThanks(ctx.db, [help.id]) })
  if (help?.status !== 'done' || help.content !== 'passed' || thanks.length === 0) {
    return
  }
  const body = thanks.map((words) => `“${words}”`).join(' ')
  const card = { ...pageOf(help), areaCode: help.areaCode, pictureId: null }
  await tellGrid(ctx, { ...card, label: '已帮成', tone: 'good', body })
}

interface Told {
  to: string[]
  label: string
  tone: Tone
  body: string
}
type Teller = (ctx: DeliverCtx, help: HelpRow, payload: Payload) => Promise<Told>

const MANAGING = ROLES.filter((role) => ROLE_RULES[role].includes('help.manage'))

/** Who looks after neighbours' help in exactly this area now. */
async function staffOf({ db, now }: DeliverCtx, areaCode: string): Promise<string[]> {
  const rows = await db
    .selectFrom('assignment')
    .select('userId')
    .distinct()
    .where('areaCode', '=', areaCode)
    .where('role', 'in', MANAGING)
    .where('fromAt', '<=', now)
    .where((eb) => eb.or([eb('toAt', 'is', null), eb('toAt', '>', now)]))
    .execute()
  return rows.map(({ userId }) => userId)
}

/** The one of the two who did not do it. */
const otherThan = ({ byId }: Payload, ...two: (string | null)[]) =>
  two.filter((userId) => userId !== null && userId !== '' && userId !== byId) as string[]

async function nameOf(ctx: DeliverCtx, userId: string | null): Promise<string> {
  const people = await findPeople(ctx.db, userId === null ? [] : [userId])
  return maskName(people.get(userId ?? '')?.name ?? '') || '一位邻居'
}

/** What single people are told: the two, those asked first, the staff. */
const TELLERS: Record<string, Teller> = {
  [HELP_EVENTS.asked]: async (ctx, help) => ({
    to: (await listInvites(ctx.db, [help.id])).map(({ userId }) => userId),
    label: '先问您',
    tone: help.urgent ? 'urgent' : 'progress',
    body: '您说过能帮这样的忙,先问问您方便不方便。',
  }),
  [HELP_EVENTS.offered]: (_ctx, help) =>
    Promise.resolve({
      to: [help.askerId],
      label: '有人能帮',
      tone: 'good',
      body: '有邻居说可以帮,等您来选。',
    }),
  'help.taken': async (ctx, help) => ({
    to: [help.askerId],
    label: '有人来帮',
    tone: 'good',
    body: `${await nameOf(ctx, help.helperId)}来帮您,现在可以互相打电话了。`,
  }),
  'help.chosen': (_ctx, { helperId }) =>
    Promise.resolve({
      to: helperId === null ? [] : [helperId],
      label: '请您来帮',
      tone: 'good',
      body: '对方选了您来帮,现在可以互相打电话了。',
    }),
  'help.confirmed': (_ctx, help, payload) =>
    Promise.resolve({
      to: otherThan(payload, help.askerId, help.helperId),
      label: help.status === 'done' ? '都帮好了' : '请您确认',
      tone: 'good',
      body: help.status === 'done' ? '双方都说帮好了,道声谢吧。' : '对方说帮好了,请您也确认一下。',
    }),
  'help.cancelled': (_ctx, help, payload) =>
    Promise.resolve({
      to: otherThan(payload, help.askerId, payload.helperId ?? null),
      label: help.status === 'cancelled' ? '不用帮了' : '来不了了',
      tone: 'neutral',
      body:
        help.status === 'cancelled'
          ? '对方说不用帮了,谢谢您的热心。'
          : '来帮忙的邻居来不了了,已经重新问大家。',
    }),
  'help.expired': (_ctx, help) =>
    Promise.resolve({
      to: [help.askerId],
      label: '已收起',
      tone: 'neutral',
      body: '过了很久,先收起来。还要帮忙可以再说一次。',
    }),
  [HELP_EVENTS.called]: async (ctx, help, { areaCode = '' }) => ({
    to: help.status === 'open' && help.attendedAt === null ? await staffOf(ctx, areaCode) : [],
    label: help.urgent ? '急事没人接' : '还没人接',
    tone: 'urgent',
    body: '邻居求助还没人接,请您看一看。',
  }),
  [HELP_EVENTS.reported]: async (ctx, _help, { areaCode = '' }) => ({
    to: await staffOf(ctx, areaCode),
    label: '有人反映',
    tone: 'urgent',
    body: '有邻居反映这件互助有问题,请您看一看。',
  }),
  [HELP_EVENTS.handled]: async (ctx, help, { at = '' }) => ({
    to: (await listReports(ctx.db, [help.id]))
      .filter(({ handledAt }) => handledAt?.toISOString() === at)
      .map(({ userId }) => userId),
    label: '处理了',
    tone: 'good',
    body: '您反映的问题,网格员处理了,点开看看。',
  }),
}

function tellerOf(tell: Teller): Deliverer {
  return async (ctx, payload) => {
    const help = await findHelp(ctx.db, payload.id ?? '')
    if (help === undefined) {
      return
    }
    const { to, ...words } = await tell(ctx, help, payload)
    const people = [...new Set(to)].map((userId) => ({ ...pageOf(help), ...words, userId }))
    await tellPeople(ctx, people)
  }
}

/** Event → who is told and in which words. */
export const helpDeliverers: Record<string, Deliverer> = {
  [HELP_EVENTS.shown]: tellShown,
  [HELP_EVENTS.thanked]: tellThanked,
  ...Object.fromEntries(Object.entries(TELLERS).map(([event, tell]) => [event, tellerOf(tell)])),
}
