import { z } from 'zod'
import type { Input } from '~/types/api'
import { PARTY_LIMITS, PARTY_STATUSES } from '~/types/party'
import { areaCode, cursor, id, limit, optionalWords, words, wordsOrNone } from '../../core/fields'

export const nothing = z.strictObject({}) satisfies z.ZodType<Input<'party.mine'>>
const organisation = words('党组织名称', PARTY_LIMITS.organisation)
export const checkIn = z.strictObject({
  organisation,
  postIds: z
    .array(id)
    .min(1, '请至少认领一个岗位')
    .max(PARTY_LIMITS.posts, `最多认领${PARTY_LIMITS.posts}个岗位`)
    .transform((ids) => [...new Set(ids)]),
}) satisfies z.ZodType<Input<'party.checkIn'>>
export const takePost = z.strictObject({
  postId: id,
  taken: z.boolean('请选认领还是退出'),
}) satisfies z.ZodType<Input<'party.takePost'>>
export const offerPost = z.strictObject({
  id: id.optional(),
  name: words('岗位名称', PARTY_LIMITS.post),
  line: wordsOrNone('岗位说明', PARTY_LIMITS.line),
  shown: z.boolean('请选要不要开放认领'),
}) satisfies z.ZodType<Input<'party.offerPost'>>
export const confirm = z
  .strictObject({
    id,
    confirmed: z.boolean('请选确认不确认'),
    reason: optionalWords('原因', PARTY_LIMITS.reason),
  })
  .refine(({ confirmed, reason }) => confirmed || (reason ?? '') !== '', {
    path: ['reason'],
    error: '不确认要告诉他原因',
  }) satisfies z.ZodType<Input<'party.confirm'>>
export const leave = z.strictObject({ id }) satisfies z.ZodType<Input<'party.leave'>>
export const members = z.strictObject({
  status: z.enum(PARTY_STATUSES, '没有这种状态').optional(),
  cursor,
  limit,
}) satisfies z.ZodType<Input<'party.members'>>
export const report = z.strictObject({ areaCode, organisation: organisation.optional() }) satisfies z.ZodType<
  Input<'party.report'>
>

const amount = z.int('请填一个整数').min(0, '最少填0').max(366, '最多填366')
/** Shape of the setting `party.duty`: what is enough in a year, either of the two. */
export const dutySetting = z.strictObject({ activities: amount, hours: amount })
