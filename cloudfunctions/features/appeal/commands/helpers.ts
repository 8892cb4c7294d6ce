import type { Input, Output } from '~/types/api'
import type { Ctx } from '../../../core/context'
import { forbidden } from '../../../core/errors'
import { TEMPLATE_ACTS, type AppealCategory, type TemplateAct } from '~/types/appeal'
import { readSetting } from '../../../core/settings'
import { departmentNames, readTerms } from '../../whistle/queries'
import { fulfils } from '../policy'
import { listColleagues } from '../repo'
import { templatesSetting } from '../schema'
import { requireVisible } from '../surroundings'

/** Sentences to begin with: those for the category before those for every one. */
async function templatesFor(
  ctx: Ctx,
  category: AppealCategory,
): Promise<Partial<Record<TemplateAct, string[]>>> {
  const all = await readSetting(ctx.db, 'appeal.templates', templatesSetting, ctx.now)
  return Object.fromEntries(
    TEMPLATE_ACTS.map((act) => [act, [...(all[act]?.[category] ?? []), ...(all[act]?.any ?? [])]]),
  )
}

/** Departments, colleagues who may take the case over, ready sentences and terms; for its staff. */
export async function listHelpers(
  ctx: Ctx,
  { id }: Input<'appeal.helpers'>,
): Promise<Output<'appeal.helpers'>> {
  const { appeal, relation } = await requireVisible(ctx, id)
  if (relation !== 'staff' && !fulfils(ctx.actor, 'lead', appeal)) {
    throw forbidden()
  }
  const names = await departmentNames(ctx.db)
  const colleagues = fulfils(ctx.actor, 'lead', appeal) ? await listColleagues(ctx.db, appeal, ctx.now) : []
  return {
    departments: [...names].map(([code, name]) => ({ code, name })),
    colleagues: colleagues.filter(({ userId }) => userId !== ctx.actor.user.id),
    templates: await templatesFor(ctx, appeal.category),
    whistleTerms: await readTerms(ctx),
  }
}
