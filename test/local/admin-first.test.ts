import { execFile } from 'node:child_process'
import path from 'node:path'
import { createSecrets } from '~/cloudfunctions/core/crypto'
import type { Db } from '~/cloudfunctions/core/db'
import { migrate, readMigrations } from '~/cloudfunctions/core/migrate'
import { giveFirstAdmin } from '~/local/admin/first'
import { openDistrict, type District, type Person } from '../support/district'
import { auditsAbout } from '../support/records'
import { openOwnDb } from '../support/own-db'

const ROOT = path.join(__dirname, '../..')
const PHONE = '19900006666'
const NAME = '王试验'
const secrets = createSecrets(Buffer.alloc(32, 7).toString('base64'))

describe('the first administrator', () => {
  let district: District
  let person: Person
  beforeAll(async () => {
    district = await openDistrict()
  })
  beforeEach(async () => {
    await district.db.updateTable('appUser').set({ phoneHash: null }).execute()
    await district.db.updateTable('assignment').set({ toAt: district.clock.now() }).execute()
    person = await district.resident(district.newGrid(), { name: NAME })
    await person.call('me.update', { phone: PHONE })
  })
  afterAll(() => district.close())

  const give = (asked: { phone?: string; name?: string } = {}) =>
    giveFirstAdmin(district.db, secrets, { phone: PHONE, name: NAME, now: district.clock.now(), ...asked })
  const administrators = () =>
    district.db
      .selectFrom('assignment')
      .selectAll()
      .where('role', '=', 'system_administrator')
      .where('toAt', 'is', null)
      .execute()

  it('has the district, may appoint others, and stands in the trail', async () => {
    expect(await give()).toBe('given')
    const [held] = await administrators()
    expect(held).toMatchObject({ userId: person.userId, areaCode: '990001' })
    expect((await person.call('me.enter', {})).can).toContain('assignment.view')
    expect(await auditsAbout(district.db, held?.id ?? '')).toEqual(['assignment.givenFirst'])
  })

  it.each([
    ['nobody has given the number', { phone: '19900006667' }, 'nobody'],
    ['who has given it is called otherwise', { name: '王试' }, 'other_name'],
  ])('is not made where %s', async (_, asked, came) => {
    expect(await give(asked)).toBe(came)
    expect(await administrators()).toEqual([])
  })

  it('is not made where two are meant', async () => {
    const other = await district.resident(district.newGrid(), { name: NAME })
    await other.call('me.update', { phone: PHONE })
    expect(await give()).toBe('several')
    expect(await administrators()).toEqual([])
  })

  it('is one: there is no second, also when two are made at once', async () => {
    expect((await Promise.all([give(), give()])).sort()).toEqual(['given', 'there_is_one'])
    expect(await give()).toBe('there_is_one')
    expect(await administrators()).toHaveLength(1)
  })

  it('comes after the areas', async () => {
    const { db, close }: { db: Db; close(): Promise<void> } = await openOwnDb('micro_grid_test_admin')
    await migrate(db, await readMigrations(path.join(ROOT, 'cloudfunctions/migrations')))
    expect(await giveFirstAdmin(db, secrets, { phone: PHONE, name: NAME, now: new Date() })).toBe(
      'no_district',
    )
    await close()
  })

  it.each([
    [[], '请写上手机号和称呼'],
    [['12', NAME], '手机号是11位数字'],
  ])('the command %j says what is missing and repeats nothing', async (args, words) => {
    const command = [
      path.join(ROOT, 'node_modules/.bin/tsx'),
      path.join(ROOT, 'local/admin-first.ts'),
      ...args,
    ]
    const said = await new Promise<string>((resolve) => {
      execFile(process.execPath, command, { cwd: ROOT }, (_error, _out, errors) => resolve(errors))
    })
    expect(said).toContain(words)
    expect(said).not.toContain(NAME)
  })
})
