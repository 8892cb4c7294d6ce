import type { Input, Output } from '~/types/api'
import type { Ctx } from '../../../core/context'
import { readDefaults } from '../settings'
import { makeTemplates } from '../templates'

/** What a survey can begin with, filled with the district's settings. */
export async function listTemplates(
  ctx: Ctx,
  _input: Input<'survey.templates'>,
): Promise<Output<'survey.templates'>> {
  return { items: makeTemplates(await readDefaults(ctx)) }
}
