import { z } from 'zod'
import type { Input } from '~/types/api'
import { id } from '../../core/fields'

export const list = z.strictObject({}) satisfies z.ZodType<Input<'block.list'>>
export const remove = z.strictObject({ id }) satisfies z.ZodType<Input<'block.remove'>>
