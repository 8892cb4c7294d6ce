import type { Input } from '~/types/api'
import type { MissingView, SightingStatus } from '~/types/missing'
import type { Ctx } from '../../../core/context'
import { conflict, forbidden, notFound } from '../../../core/errors'
import { move } from '../../../core/workflow'
import { recentre } from '../centre'
import { fulfils } from '../policy'
import { viewMissing } from '../queries'
import { lockMissing } from '../repo'
import { lockSighting, updateSighting, type SightingRow } from '../sightings'
import { recordStep, requireRelation } from '../step'
import { isOpen, sightingWorkflow } from '../workflow'

/**
 * The lead or the police say whether a sighting holds; then all may see it, coarse, and it may move the centre of the
 * rings. The family says whether it is the person; when they say no, the rings go by the others.
 */
export async function confirmSighting(
  ctx: Ctx,
  input: Input<'missing.confirmSighting'>,
): Promise<MissingView> {
  const { missing, relation } = requireRelation(ctx, await lockMissing(ctx.db, input.id))
  const sighting = await lockSighting(ctx.db, input.sightingId)
  ctx.trail = { target: missing.id, areaCode: missing.areaCode }
  if (relation === 'public') {
    throw forbidden('线索由负责的同志核实')
  }
  if (sighting?.missingId !== missing.id) {
    throw notFound('条线索')
  }
  if (!isOpen(missing)) {
    throw conflict('wrong_status', '这条寻人已经不在找了,请刷新看看')
  }
  const changed = fulfils(ctx.actor, 'lead', missing)
    ? await judge(ctx, sighting, input)
    : await recognise(ctx, sighting, input.confirmed)
  if (!changed) {
    return viewMissing(ctx, missing)
  }
  const words = input.confirmed ? '线索可信' : '线索不对'
  await recordStep(ctx, missing, 'missing.confirmSighting', words)
  return viewMissing(ctx, await recentre(ctx, missing))
}

async function judge(
  ctx: Ctx,
  row: SightingRow,
  { confirmed, place = row.place }: Input<'missing.confirmSighting'>,
): Promise<boolean> {
  const to: SightingStatus = confirmed ? 'confirmed' : 'rejected'
  if (row.status === to && row.place === place) {
    return false
  }
  const set = { place, judgedBy: ctx.actor.user.id, judgedAt: ctx.now }
  const action = 'missing.confirmSighting'
  await move(ctx, { table: 'missingSighting', workflow: sightingWorkflow, row, action, to, set })
  return true
}

/** The family is shown what was checked, and nothing before. */
async function recognise(ctx: Ctx, { id, status, family }: SightingRow, confirmed: boolean) {
  if (status !== 'confirmed') {
    throw notFound('条线索')
  }
  if (family !== confirmed) {
    await updateSighting(ctx.db, id, { family: confirmed })
  }
  return family !== confirmed
}
