import { draft, openPlace, type Place } from '../announcement/support'
import { openDistrict, type District } from '../../support/district'
import { bring, pdf, upload } from './support'

const DAY_MS = 86_400_000

describe('a document', () => {
  let district: District
  let at: Place
  beforeAll(async () => {
    district = await openDistrict()
  })
  beforeEach(async () => {
    at = await openPlace(district)
  })
  afterAll(() => district.close())
  const create = (attachmentId: string) =>
    at.worker.call('announcement.create', draft(district, at.grid, { attachmentId }))
  const refused = async (attachmentId: string, by = at.worker) =>
    (await by.refused('announcement.create', draft(district, at.grid, { attachmentId }))).fields
  const broken = { attachmentId: '文件没有传好,请删掉重新传' }

  it('is opened by those who may see the announcement, from when it is out, and by nobody else', async () => {
    const { id, attachment } = await create(await bring(district, at.worker))
    expect(attachment).toMatchObject({ name: '体检名单.pdf', kind: 'pdf' })
    expect(await at.neighbour.refused('announcement.info', { id })).toMatchObject({ code: 'NOT_FOUND' })
    await at.worker.call('announcement.publish', { id })
    expect(await at.neighbour.call('announcement.info', { id })).toMatchObject({ attachment })
    const elsewhere = await district.resident(at.other)
    expect(await elsewhere.refused('announcement.info', { id })).toMatchObject({ code: 'NOT_FOUND' })
    await at.worker.call('announcement.withdraw', { id, reason: '名单错了' })
    expect(await at.neighbour.call('announcement.info', { id })).not.toHaveProperty('attachment')
  })

  it('is used once, by who has sent it, when it is whole', async () => {
    const attachmentId = await bring(district, at.worker)
    expect(await refused(attachmentId, at.secretary)).toEqual(broken)
    await create(attachmentId)
    expect(await refused(attachmentId)).toEqual(broken)
    expect(await refused(await upload(district, at.worker, pdf()))).toEqual(broken)
  })

  it('that nobody used is swept away after a day; one in use stays', async () => {
    const [loose, used] = [await bring(district, at.worker), await bring(district, at.worker)]
    await create(used)
    district.clock.advance(DAY_MS + 1)
    await district.runJobs()
    const { files } = district.ports
    expect([loose, used].map((id) => files.has(`attachments/${id}.pdf`))).toEqual([false, true])
    expect(await refused(loose)).toEqual(broken)
  })
})
