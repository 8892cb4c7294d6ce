import type { Input } from '~/types/api'
import type { AppealView } from '~/types/appeal'
import { areaCodeAt } from '~/types/area'
import type { Ctx } from '../../../core/context'
import { invalid } from '../../../core/errors'
import { departmentNames } from '../../whistle/queries'
import { readTerms } from '../clock'
import { viewAppeal } from '../queries'
import type { AppealRow } from '../repo'
import { act, openForAct } from '../step'

/** INVALID at the field unless the department exists. */
export async function requireDepartments(ctx: Ctx, codes: string[], field: string): Promise<void> {
  const known = await departmentNames(ctx.db)
  if (codes.some((code) => !known.has(code))) {
    throw invalid({ [field]: '没有这个部门,请重新选' })
  }
}

/** The columns of a case that a department is handed: it leads, and must take it or object in its window. */
export async function handedTo(ctx: Ctx, appeal: AppealRow, department: string): Promise<Partial<AppealRow>> {
  const { object } = await readTerms(ctx)
  return {
    leadDepartment: department,
    departments: [...new Set([...appeal.departments, department])],
    handlerId: null,
    signDueAt: new Date(ctx.now.getTime() + object[appeal.urgency] * 1000),
    waitingFor: 'department',
  }
}

/** The town hands it to the department that must lead. The clock of the case keeps running. */
export async function dispatchAppeal(ctx: Ctx, input: Input<'appeal.dispatch'>): Promise<AppealView> {
  const { id, department, words } = input
  const isThere = ({ leadDepartment }: AppealRow) => leadDepartment === department
  const { appeal, repeated } = await openForAct(ctx, id, 'appeal.dispatch', isThere)
  if (repeated) {
    return viewAppeal(ctx, appeal)
  }
  await requireDepartments(ctx, [department], 'department')
  const holderCode = areaCodeAt(appeal.areaCode, 'town')
  const set = { ...(await handedTo(ctx, appeal, department)), holderCode }
  return viewAppeal(ctx, await act(ctx, { appeal, action: 'appeal.dispatch', set, words }))
}
