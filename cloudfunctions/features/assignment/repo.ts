import type { Role } from '~/types/roles'
import { inScopes } from '../../core/actor'
import type { DbOrTx } from '../../core/db'
import type { NewRow, Row, RowUpdate } from '../../core/schema'

function assignments(db: DbOrTx) {
  return db
    .selectFrom('assignment')
    .innerJoin('appUser', 'appUser.id', 'assignment.userId')
    .leftJoin('department', 'department.code', 'assignment.departmentCode')
    .select([
      'assignment.id',
      'assignment.userId',
      'assignment.role',
      'assignment.areaCode',
      'assignment.departmentCode',
      'assignment.fromAt',
      'assignment.toAt',
      'appUser.name as userName',
      'department.name as departmentName',
    ])
}
export type AssignmentRow = Awaited<ReturnType<typeof listAssignments>>[number]

interface Page {
  scopes: string[]
  role: Role | undefined
  now: Date
  after: string[] | undefined
  limit: number
}

/** Assignments in force or to come inside the scopes, by area. */
export function listAssignments(db: DbOrTx, { scopes, role, now, after, limit }: Page) {
  const [areaCode = '', id = ''] = after ?? []
  return assignments(db)
    .where(inScopes('assignment.area_code', scopes))
    .where((eb) => eb.or([eb('assignment.toAt', 'is', null), eb('assignment.toAt', '>', now)]))
    .$if(role !== undefined, (query) => query.where('assignment.role', '=', role as Role))
    .$if(after !== undefined, (query) =>
      query.where((eb) =>
        eb.or([
          eb('assignment.areaCode', '>', areaCode),
          eb.and([eb('assignment.areaCode', '=', areaCode), eb('assignment.id', '>', id)]),
        ]),
      ),
    )
    .orderBy('assignment.areaCode')
    .orderBy('assignment.id')
    .limit(limit + 1)
    .execute()
}

export function findAssignments(db: DbOrTx, ids: string[]) {
  return ids.length === 0 ? Promise.resolve([]) : assignments(db).where('assignment.id', 'in', ids).execute()
}

export function lockAssignment(db: DbOrTx, id: string): Promise<Row<'assignment'> | undefined> {
  return db.selectFrom('assignment').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

/** The same role for the same place that overlaps the time asked for. */
export function findOverlapping(
  db: DbOrTx,
  row: NewRow<'assignment'>,
): Promise<Row<'assignment'> | undefined> {
  return db
    .selectFrom('assignment')
    .selectAll()
    .where('userId', '=', row.userId)
    .where('role', '=', row.role)
    .where('areaCode', '=', row.areaCode)
    .where('departmentCode', 'is not distinct from', row.departmentCode ?? null)
    .where((eb) => eb.or([eb('toAt', 'is', null), eb('toAt', '>', row.fromAt)]))
    .$if(row.toAt != null, (query) => query.where('fromAt', '<', row.toAt as Date))
    .executeTakeFirst()
}

/** The person with the row locked, so that two givings of one role to one person follow each other. */
export function lockUser(db: DbOrTx, id: string): Promise<Row<'appUser'> | undefined> {
  return db
    .selectFrom('appUser')
    .selectAll()
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst()
}

export async function insertAssignment(db: DbOrTx, row: NewRow<'assignment'>): Promise<void> {
  await db.insertInto('assignment').values(row).execute()
}

export async function updateAssignment(db: DbOrTx, id: string, set: RowUpdate<'assignment'>): Promise<void> {
  await db.updateTable('assignment').set(set).where('id', '=', id).execute()
}

export function findDepartment(db: DbOrTx, code: string): Promise<Row<'department'> | undefined> {
  return db.selectFrom('department').selectAll().where('code', '=', code).executeTakeFirst()
}

export function listDepartments(db: DbOrTx): Promise<Row<'department'>[]> {
  return db.selectFrom('department').selectAll().orderBy('code').execute()
}
