import type { Input, Output } from '~/types/api'
import { can } from '../../../core/actor'
import type { Ctx } from '../../../core/context'
import { notFound } from '../../../core/errors'
import { maskName } from '../../../core/masking'
import { countByOrganisation, listOfOrganisation } from '../report'
import { readDuty } from '../service'

/** Members of an area by organisation; of the one that is named also the people, masked (domain rules 5.3). */
export async function readReport(
  ctx: Ctx,
  { areaCode, organisation }: Input<'party.report'>,
): Promise<Output<'party.report'>> {
  if (!can(ctx.actor, 'party.view', areaCode)) {
    throw notFound('个地方')
  }
  const needs = await readDuty(ctx)
  const items = await countByOrganisation(ctx.db, { areaCode, now: ctx.now, needs })
  const people =
    organisation === undefined
      ? []
      : await listOfOrganisation(ctx.db, { areaCode, organisation, now: ctx.now, needs })
  return {
    items,
    people: people.map(({ name, ...rest }) => ({ name: maskName(name) || '一位党员', ...rest })),
  }
}
