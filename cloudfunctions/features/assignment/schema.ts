import { z } from 'zod'
import type { Input } from '~/types/api'
import { ROLES } from '~/types/roles'
import { areaCode, cursor, id, instant, limit, words } from '../../core/fields'

const role = z.enum(ROLES, '请选择职务')

export const list = z.strictObject({
  areaCode: areaCode.optional(),
  role: role.optional(),
  cursor,
  limit,
}) satisfies z.ZodType<Input<'assignment.list'>>
export const give = z.strictObject({
  userId: id,
  role,
  areaCode,
  departmentCode: z.string().max(40).optional(),
  from: instant.optional(),
  to: instant.optional(),
}) satisfies z.ZodType<Input<'assignment.give'>>
export const end = z.strictObject({ id, reason: words('原因', 200) }) satisfies z.ZodType<
  Input<'assignment.end'>
>
