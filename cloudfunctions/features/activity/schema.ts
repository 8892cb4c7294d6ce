import { z } from 'zod'
import { ACTIVITY_KINDS, ACTIVITY_LIMITS, AGES } from '~/types/activity'
import type { ActivityInput } from '~/types/activity-api'
import type { Input } from '~/types/api'
import { NAME_MAX } from '~/types/me'
import { PICTURES_MAX } from '~/types/picture'
import { STARS } from '~/types/record'
import {
  areaCode,
  cursor,
  id,
  instant,
  limit,
  optionalWords,
  phone,
  settingSeconds,
  words,
} from '../../core/fields'

const { shifts: SHIFTS, capacity: PLACES } = ACTIVITY_LIMITS
const age = (what: string) =>
  z
    .int(`${what}要填整数`)
    .min(AGES.least, `${what}最小${AGES.least}岁`)
    .max(AGES.most, `${what}最大${AGES.most}岁`)
const clockTime = z.string('请选时间').regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时间要写成 08:30 这样')
const day = z.iso.date('请选日期')
const capacity = z.int('请填要几个人').min(1, '至少要1个人').max(PLACES, `一个时段最多${PLACES}人`)
const latitude = z.number().min(-90, '位置不对').max(90, '位置不对')
const longitude = z.number().min(-180, '位置不对').max(180, '位置不对')

const fields = {
  kind: z.enum(ACTIVITY_KINDS, '请选做什么'),
  title: words('活动名称', ACTIVITY_LIMITS.title),
  words: words('活动说明', ACTIVITY_LIMITS.words),
  place: words('集合地点', ACTIVITY_LIMITS.place),
  latitude: latitude.optional(),
  longitude: longitude.optional(),
  shifts: z
    .array(z.strictObject({ startsAt: instant, endsAt: instant, capacity }))
    .min(1, '请至少填一个时段')
    .max(SHIFTS, `一次最多${SHIFTS}个时段`)
    .optional(),
  repeat: z
    .strictObject({
      weekdays: z.array(z.int().min(1, '请选星期几').max(7, '请选星期几')).min(1, '请选星期几').max(7),
      from: clockTime,
      to: clockTime,
      firstDay: day,
      lastDay: day,
      capacity,
    })
    .optional(),
  minAge: age('最小年龄').optional(),
  maxAge: age('最大年龄').optional(),
  partyOnly: z.boolean().optional(),
  skills: optionalWords('要会什么', ACTIVITY_LIMITS.skills),
  bring: optionalWords('要带什么', ACTIVITY_LIMITS.bring),
  contact: words('联系人', ACTIVITY_LIMITS.contact),
  phone,
  risky: z.boolean().optional(),
  insurance: optionalWords('保险说明', ACTIVITY_LIMITS.insurance),
  pictureId: id.optional(),
}

/** What the fields must say together. Looked at also when other fields are wrong, so that people hear it at once. */
function together(input: Partial<ActivityInput>): Record<string, string> {
  const { latitude: lat, longitude: lon, shifts, repeat, minAge = AGES.adult, maxAge = AGES.most } = input
  return {
    ...((lat === undefined) !== (lon === undefined) && { latitude: '位置没有选全,请重新选' }),
    ...((shifts === undefined) === (repeat === undefined) && { shifts: '请填什么时候' }),
    ...(minAge > maxAge && { maxAge: '最大年龄不能比最小年龄小' }),
    ...(input.risky === true && (input.insurance ?? '') === '' && { insurance: '有危险的活动要写明保险' }),
    ...(input.risky === true && minAge < AGES.adult && { minAge: '有危险的活动只能成年人参加' }),
  }
}
const check = (ctx: z.core.ParsePayload<ActivityInput>) => {
  for (const [field, message] of Object.entries(together(ctx.value))) {
    ctx.issues.push({ code: 'custom', message, path: [field], input: ctx.value })
  }
}

export const create = z
  .strictObject({
    ...fields,
    areaCode: areaCode.optional(),
    draft: z.boolean().optional(),
    name: words('称呼', NAME_MAX).optional(),
  })
  .check(check) satisfies z.ZodType<Input<'activity.create'>>
export const update = z.strictObject({ ...fields, id }).check(check) satisfies z.ZodType<
  Input<'activity.update'>
>
export const approve = z
  .strictObject({
    id,
    approved: z.boolean('请选同意不同意'),
    words: optionalWords('原因', ACTIVITY_LIMITS.reason),
  })
  .refine(({ approved, words: why = '' }) => approved || why !== '', {
    error: '请写明为什么不同意',
    path: ['words'],
  }) satisfies z.ZodType<Input<'activity.approve'>>
export const callOff = z.strictObject({
  id,
  reason: words('取消的原因', ACTIVITY_LIMITS.reason),
}) satisfies z.ZodType<Input<'activity.callOff'>>
export const list = z.strictObject({
  list: z.enum(['open', 'today', 'manage']),
  cursor,
  limit,
}) satisfies z.ZodType<Input<'activity.list'>>
export const info = z.strictObject({ id }) satisfies z.ZodType<Input<'activity.info'>>
export const signUp = z.strictObject({
  shiftId: id,
  who: z
    .union(
      [
        z.strictObject({ residentId: id }),
        z.strictObject({ memberId: id }),
        z.strictObject({ name: words('姓名', NAME_MAX), bornOn: day }),
      ],
      '请选替谁报名',
    )
    .optional(),
  guardianAgrees: z.boolean().optional(),
  skilled: z.boolean().optional(),
  bornOn: day.optional(),
  name: words('称呼', NAME_MAX).optional(),
}) satisfies z.ZodType<Input<'activity.signUp'>>
export const cancel = z.strictObject({ id }) satisfies z.ZodType<Input<'activity.cancel'>>
export const confirmPlace = z.strictObject({ id, accept: z.boolean('请选去不去') }) satisfies z.ZodType<
  Input<'activity.confirmPlace'>
>
export const nothing = z.strictObject({}) satisfies z.ZodType<Input<'activity.mine'>>
const proof = z.discriminatedUnion('by', [
  z.strictObject({
    by: z.literal('code'),
    code: z.string('请填签到码').regex(/^\d{8}$/, '签到码是8位数字'),
    at: instant.optional(),
  }),
  z.strictObject({ by: z.literal('near'), latitude, longitude }),
  z.strictObject({ by: z.literal('list') }),
])
export const checkIn = z.strictObject({ id, proof }) satisfies z.ZodType<Input<'activity.checkIn'>>
export const ofShift = z.strictObject({ shiftId: id }) satisfies z.ZodType<Input<'activity.roster'>>
export const confirmHours = z.strictObject({
  shiftId: id,
  signups: z
    .array(
      z.strictObject({
        id,
        absent: z.boolean().optional(),
        minutes: z.int('请填分钟数').min(1, '至少1分钟').max(720, '一个时段最多12小时').optional(),
      }),
    )
    .min(1, '请选要确认的人')
    .max(PLACES),
}) satisfies z.ZodType<Input<'activity.confirmHours'>>
export const report = z.strictObject({
  id,
  words: words('活动小结', ACTIVITY_LIMITS.words),
  pictureIds: z.array(id).max(PICTURES_MAX, `照片最多${PICTURES_MAX}张`).optional(),
}) satisfies z.ZodType<Input<'activity.report'>>

/** Shape of the setting `activity.terms`, in seconds. */
export const termsSetting = z.strictObject({
  cancel: settingSeconds,
  confirm: settingSeconds,
  early: settingSeconds,
  deliver: settingSeconds,
})
/** Shape of the setting `activity.stars`: seconds of service for each star. */
export const starsSetting = z.record(z.enum(STARS), settingSeconds)
