import type { CheckWay } from '~/types/activity'
import type { ProofInput } from '~/types/activity-api'
import type { Ctx } from '../../core/context'
import { conflict, forbidden, invalid } from '../../core/errors'
import { checkInFrom, checkUntil, type Terms } from './can'
import type { OpenSignup } from './opening'
import { organises } from './policy'
import { judgeScan, metresBetween, NEAR_METRES } from './proof'

export interface Proved {
  at: Date
  by: CheckWay
  /** Seconds from a scan without a network to its delivery. */
  lateBy: number
}

/** When and how somebody proves to be there. A position is compared here and goes nowhere else. */
export function prove(ctx: Ctx, open: OpenSignup, proof: ProofInput, terms: Terms): Proved {
  const proved = judge(ctx, open, proof, terms)
  if (proved.by !== 'list') {
    if (proved.at < checkInFrom(open.shift, terms)) {
      throw conflict('not_yet', '还没到签到的时间,快开始了再来')
    }
    if (proved.at >= checkUntil(open.shift)) {
      throw conflict('shift_over', '签到的时间过了,请组织者帮您补上')
    }
  }
  return proved
}

function judge(ctx: Ctx, { shift, activity }: OpenSignup, proof: ProofInput, terms: Terms): Proved {
  const { now } = ctx
  switch (proof.by) {
    case 'list':
      if (!organises(ctx.actor, activity)) {
        throw forbidden('名单由组织者来点,您可以扫签到码')
      }
      return { at: now, by: 'list', lateBy: 0 }
    case 'near': {
      const { latitude, longitude } = activity
      if (latitude === null || longitude === null) {
        throw invalid({ proof: '这个活动没有定位点,请用签到码' })
      }
      if (metresBetween(proof, { latitude, longitude }) > NEAR_METRES) {
        throw conflict('too_far', '您离集合地点还有点远,走近了再试,或者用签到码')
      }
      return { at: now, by: 'near', lateBy: 0 }
    }
    case 'code': {
      const at = proof.at === undefined ? now : new Date(proof.at)
      const scan = { shiftId: shift.id, code: proof.code, at, now, deliver: terms.deliver }
      const lateBy = judgeScan(ctx.secrets, scan)
      if (lateBy === null) {
        throw conflict('wrong_code', '签到码不对或者过期了,请扫组织者手机上现在的码')
      }
      return { at: at > now ? now : at, by: 'code', lateBy }
    }
  }
}
