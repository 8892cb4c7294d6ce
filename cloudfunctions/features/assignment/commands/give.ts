import type { Input } from '~/types/api'
import type { AssignmentView } from '~/types/me'
import { ROLES_OF_DEPARTMENTS } from '~/types/roles'
import { can } from '../../../core/actor'
import type { Ctx } from '../../../core/context'
import { forbidden, invalid, notFound } from '../../../core/errors'
import { getAreaView } from '../../area/queries'
import { mayGive } from '../policy'
import { presentAssignment } from '../present'
import { findAssignments, findDepartment, findOverlapping, insertAssignment, lockUser } from '../repo'

/** Gives a role; it is in force from the next call on. Giving what is already held returns what is there. */
export async function giveRole(ctx: Ctx, input: Input<'assignment.give'>): Promise<AssignmentView> {
  const { userId, role, areaCode, departmentCode = null } = input
  if (!can(ctx.actor, 'assignment.give', areaCode)) {
    throw notFound('个地方')
  }
  if (!mayGive(ctx.actor, role, areaCode) || userId === ctx.actor.user.id) {
    throw forbidden('这个职务要由上一级来定')
  }
  const area = await getAreaView(ctx.db, areaCode)
  const fromAt = input.from === undefined ? ctx.now : new Date(input.from)
  const toAt = input.to === undefined ? null : new Date(input.to)
  await check(ctx, input, fromAt, toAt)
  const row = { id: ctx.newId(), userId, role, areaCode, departmentCode, fromAt, toAt }
  const same = await findOverlapping(ctx.db, { ...row, givenBy: null, endedBy: null, endReason: null })
  if (same === undefined) {
    await insertAssignment(ctx.db, { ...row, givenBy: ctx.actor.user.id, endedBy: null, endReason: null })
  }
  ctx.trail = { target: userId, areaCode, reason: role }
  const [made] = await findAssignments(ctx.db, [same?.id ?? row.id])
  if (made === undefined) {
    throw notFound('个职务')
  }
  return presentAssignment(made, area, ctx.actor, ctx.now)
}

async function check(
  ctx: Ctx,
  input: Input<'assignment.give'>,
  fromAt: Date,
  toAt: Date | null,
): Promise<void> {
  const user = await lockUser(ctx.db, input.userId)
  if (user === undefined) {
    throw notFound('个人')
  }
  if (user.name === '') {
    throw invalid({ userId: '这位同志还没有填姓名,请他先在“我的”里填好' })
  }
  if (toAt !== null && (toAt <= fromAt || toAt <= ctx.now)) {
    throw invalid({ to: '结束时间要晚于开始时间' })
  }
  if (ROLES_OF_DEPARTMENTS.includes(input.role) !== (input.departmentCode !== undefined)) {
    throw invalid({ departmentCode: '请选择部门' })
  }
  if (
    input.departmentCode !== undefined &&
    (await findDepartment(ctx.db, input.departmentCode)) === undefined
  ) {
    throw invalid({ departmentCode: '没有这个部门' })
  }
}
