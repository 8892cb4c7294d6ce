import { randomUUID } from 'node:crypto'
import { APPEAL_STATUSES, type AppealStatus } from '~/types/appeal'
import type { Ctx } from '~/cloudfunctions/core/context'
import type { Row } from '~/cloudfunctions/core/schema'
import { move, nextActions, type Workflow } from '~/cloudfunctions/core/workflow'
import { appealWorkflow, type AppealMove } from '~/cloudfunctions/features/appeal/workflow'
import { openDistrict, type District, type Person } from '../support/district'
import { eventsAbout } from '../support/records'

const MOVES = Object.keys(appealWorkflow) as AppealMove[]

describe('a workflow', () => {
  let district: District
  let resident: Person
  let number = 0

  beforeAll(async () => {
    district = await openDistrict()
    resident = await district.resident(district.newGrid())
  })
  afterAll(() => district.close())

  const undo = new Error('undo')
  const inTransaction = (act: (ctx: Ctx) => Promise<void>) =>
    district.db
      .transaction()
      .execute((db) => act({ db, now: new Date(), newId: randomUUID } as unknown as Ctx))

  /** Columns that the database demands of a status. */
  const columnsOf = (status: AppealStatus) => {
    const led = ['dispatched', 'objected'].includes(status)
    return {
      handlerId: ['accepted', 'shelved'].includes(status) ? resident.userId : null,
      leadDepartment: led ? 'power' : null,
      departments: led ? ['power'] : [],
      handledAt: ['answered', 'finished', 'closed', 'redirected'].includes(status) ? new Date() : null,
      closedAt: ['closed', 'withdrawn', 'redirected'].includes(status) ? new Date() : null,
      reviewAt: status === 'shelved' ? new Date() : null,
      ...(status === 'finished' && {
        toldBy: 'in_app' as const,
        fedBackCitizenAt: new Date(),
        fedBackCentreAt: new Date(),
      }),
      outcome: status === 'redirected' ? ('explained' as const) : null,
    }
  }
  const insert = (db: Ctx['db'], status: AppealStatus): Promise<Row<'appeal'>> =>
    db
      .insertInto('appeal')
      .values({
        id: randomUUID(),
        number: `workflow-${process.pid}-${Date.now()}-${(number += 1)}`,
        areaCode: resident.areaCode,
        submitterId: resident.userId,
        text: '路灯坏了',
        category: 'facility',
        urgency: 'soon',
        nameShown: false,
        private: false,
        status,
        holderCode: resident.areaCode,
        submittedAt: new Date(),
        termFrom: new Date(),
        dueAt: new Date(Date.now() + 1000),
        ...columnsOf(status),
      })
      .returningAll()
      .executeTakeFirstOrThrow()
  const targetOf = (action: AppealMove): AppealStatus => {
    const { to } = appealWorkflow[action]
    return typeof to === 'string' ? to : (to[0] as AppealStatus)
  }

  it.each(APPEAL_STATUSES)('offers from %s exactly the actions that a move accepts', async (status) => {
    const offered = nextActions(appealWorkflow, status, () => true)
    const accepted: AppealMove[] = []
    await inTransaction(async (ctx) => {
      for (const action of MOVES) {
        const row = await insert(ctx.db, status)
        try {
          const to = targetOf(action)
          await move(ctx, { table: 'appeal', workflow: appealWorkflow, row, action, to, set: columnsOf(to) })
          accepted.push(action)
        } catch (error) {
          expect(error).toMatchObject({ code: 'CONFLICT', reason: 'wrong_status' })
        }
      }
    })
    expect(accepted).toEqual(offered)
  })

  it('offers nothing to somebody for whom no rule holds', () => {
    for (const status of APPEAL_STATUSES) {
      expect(nextActions(appealWorkflow, status, () => false)).toEqual([])
    }
    expect(nextActions(appealWorkflow, 'finished', (rule) => rule === 'own')).toEqual([
      'appeal.rate',
      'appeal.reopen',
    ])
  })

  const accept = (ctx: Ctx, row: Row<'appeal'>) =>
    move(ctx, {
      table: 'appeal',
      workflow: appealWorkflow,
      row,
      action: 'appeal.accept',
      set: columnsOf('accepted'),
      tell: { stepId: 'step' },
    })

  it('moves the row, counts its version up and tells the event once, in the same transaction', async () => {
    let id = ''
    await inTransaction(async (ctx) => {
      const row = await insert(ctx.db, 'submitted')
      id = row.id
      expect(await accept(ctx, row)).toMatchObject({ status: 'accepted', version: row.version + 1 })
    })
    expect(await eventsAbout(district.db, id)).toEqual(['appeal.accepted'])
    const told = await district.db
      .selectFrom('outbox')
      .select(['key', 'payload'])
      .where('key', '=', `appeal.accepted:${id}:2`)
      .executeTakeFirstOrThrow()
    expect(told.payload).toEqual({ id, stepId: 'step' })
  })

  it('tells nothing when the transaction fails', async () => {
    let id = ''
    const failed = inTransaction(async (ctx) => {
      const row = await insert(ctx.db, 'submitted')
      id = row.id
      await accept(ctx, row)
      throw undo
    })
    await expect(failed).rejects.toBe(undo)
    expect(await eventsAbout(district.db, id)).toEqual([])
  })

  it('refuses a row that somebody else has changed since it was read', async () => {
    await inTransaction(async (ctx) => {
      const row = await insert(ctx.db, 'submitted')
      await accept(ctx, row)
      await expect(accept(ctx, row)).rejects.toMatchObject({ code: 'CONFLICT', reason: 'changed' })
    })
  })

  it('lets one of many movers at once through', async () => {
    const row = await insert(district.db, 'submitted')
    const movers = Array.from({ length: 8 }, () =>
      inTransaction((ctx) => accept(ctx, row).then(() => undefined)),
    )
    const outcomes = await Promise.allSettled(movers)
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1)
    expect(await eventsAbout(district.db, row.id)).toEqual(['appeal.accepted'])
  })

  it('goes nowhere that its table does not name', async () => {
    await inTransaction(async (ctx) => {
      const row = await insert(ctx.db, 'finished')
      const rated = { table: 'appeal', workflow: appealWorkflow, row, action: 'appeal.rate' } as const
      await expect(move(ctx, { ...rated, to: 'accepted' })).rejects.toThrow('does not lead to accepted')
    })
  })

  it('tells nobody of a step without an event', async () => {
    const quiet: Workflow<'appeal.close', AppealStatus, 'own'> = {
      'appeal.close': { from: ['submitted'], to: 'closed', rule: 'own', needs: [], tells: null },
    }
    let id = ''
    await inTransaction(async (ctx) => {
      const row = await insert(ctx.db, 'submitted')
      id = row.id
      const set = columnsOf('closed')
      await move(ctx, { table: 'appeal', workflow: quiet, row, action: 'appeal.close', set })
    })
    expect(await eventsAbout(district.db, id)).toEqual([])
  })
})
