import { randomUUID } from 'node:crypto'
import { broadcast, readyAt } from '~/cloudfunctions/features/broadcast/queries'
import { afterQuiet } from '~/cloudfunctions/features/broadcast/quiet'
import { openDistrict, type District } from '../../support/district'

const at = (time: string) => new Date(`2026-11-26T${time}:00+08:00`)
const NIGHT = { from: 22, until: 7 }

describe('quiet hours', () => {
  it.each([
    ['21:59', '2026-11-26T21:59'],
    ['22:00', '2026-11-27T07:00'],
    ['23:59', '2026-11-27T07:00'],
    ['00:00', '2026-11-26T07:00'],
    ['06:59', '2026-11-26T07:00'],
    ['07:00', '2026-11-26T07:00'],
  ])('of 22 to 7: what is ready at %s is told at %s', (time, told) => {
    expect(afterQuiet(NIGHT, at(time))).toEqual(new Date(`${told}:00+08:00`))
  })

  it('may lie within one day, or not be at all', () => {
    expect(afterQuiet({ from: 12, until: 14 }, at('13:00'))).toEqual(at('14:00'))
    expect(afterQuiet({ from: 12, until: 14 }, at('23:00'))).toEqual(at('23:00'))
    expect(afterQuiet({ from: 8, until: 8 }, at('08:30'))).toEqual(at('08:30'))
  })

  describe('of the district', () => {
    let district: District
    beforeAll(async () => {
      district = await openDistrict()
      const setting = { name: 'delivery.quiet', version: 3, value: JSON.stringify(NIGHT) }
      await district.db
        .insertInto('setting')
        .values({ ...setting, validFrom: new Date(0) })
        .execute()
    })
    afterAll(async () => {
      await district.db
        .deleteFrom('setting')
        .where('name', '=', 'delivery.quiet')
        .where('version', '=', 3)
        .execute()
      await district.close()
    })

    it('hold back what is not urgent until the morning, and never an emergency', async () => {
      const now = at('23:30')
      const { db } = district
      expect(await readyAt({ db, now }, 'important')).toEqual(new Date('2026-11-27T07:00:00+08:00'))
      expect(await readyAt({ db, now }, 'emergency')).toEqual(now)
      const grid = district.newGrid()
      const key = `test:${randomUUID()}`
      const words = { title: '夜里写的', body: '', label: '通知', tone: 'neutral', path: '/' } as const
      const message = { ...words, key, pictureId: null, lane: 'ordinary', sourceCode: grid } as const
      await broadcast({ db, now, newId: randomUUID }, message, [grid])
      const row = await db
        .selectFrom('broadcastGrid')
        .selectAll()
        .where('areaCode', '=', grid)
        .executeTakeFirstOrThrow()
      expect(row).toMatchObject({ queuedAt: now, runAt: new Date('2026-11-27T07:00:00+08:00') })
    })
  })
})
