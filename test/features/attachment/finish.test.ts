import { ATTACHMENT_LIMITS } from '~/types/attachment'
import { openDistrict, type District, type Person } from '../../support/district'
import { NO_ID } from '../../support/records'
import { takePhoto } from '../picture/support'
import { compound, doc, docx, pdf, upload, xls, xlsx, zip } from './support'

describe('attachment.finish', () => {
  let district: District
  let worker: Person
  beforeAll(async () => {
    district = await openDistrict()
    worker = await district.staff('grid_worker', district.newGrid())
  })
  beforeEach(() => {
    // Thirty may be sent in an hour.
    district.clock.advance(3_600_000)
  })
  afterEach(() => jest.restoreAllMocks())
  afterAll(() => district.close())
  const kept = (id: string) =>
    [...district.ports.files.keys()].find((key) => key.startsWith(`attachments/${id}`))

  it('keeps the document as it is, under a name of its own, and no second copy of it', async () => {
    const attachmentId = await upload(district, worker, pdf(), '体检名单.pdf')
    const view = await worker.call('attachment.finish', { attachmentId })
    expect(view).toMatchObject({ id: attachmentId, name: '体检名单.pdf', kind: 'pdf', bytes: pdf().length })
    expect(view.url).toContain(`attachments/${attachmentId}.pdf`)
    expect(district.ports.files.get(`attachments/${attachmentId}.pdf`)).toEqual(pdf())
    expect(district.ports.files.has(`uploads/${attachmentId}`)).toBe(false)
    expect(await worker.call('attachment.finish', { attachmentId })).toEqual(view)
  })

  it.each([
    ['pdf', pdf()],
    ['pdf', Buffer.concat([Buffer.from('\n\n'), pdf()])],
    ['doc', doc()],
    ['docx', docx()],
    ['xls', xls()],
    ['xls', compound('Book')],
    ['xlsx', xlsx()],
  ])('goes by the bytes: takes %s, whatever it is called', async (kind, bytes) => {
    const attachmentId = await upload(district, worker, bytes, '名单.doc')
    expect(await worker.call('attachment.finish', { attachmentId })).toMatchObject({
      kind,
      name: `名单.${kind}`,
    })
  })

  it.each<[string, () => Buffer | Promise<Buffer>]>([
    ['a page', () => Buffer.from('<html><script>alert(1)</script></html>')],
    ['a photograph', () => takePhoto()],
    ['a program', () => Buffer.from('MZ\x90\0 %PDF- is not enough')],
    ['half a PDF', () => Buffer.from('%PDF-1.7\n1 0 obj')],
    ['some ZIP', () => zip('readme.txt')],
    ['a presentation', () => zip('[Content_Types].xml', 'ppt/presentation.xml')],
    ['a document with macros', () => docx('word/vbaProject.bin')],
    ['a table with macros', () => xlsx('xl/vbaProject.bin')],
    ['an older document with macros', () => doc('_VBA_PROJECT')],
    ['one that a password locks', () => compound('EncryptedPackage', 'EncryptionInfo')],
    ['nothing', () => Buffer.alloc(0)],
  ])('goes by the bytes: refuses %s', async (_what, make) => {
    const attachmentId = await upload(district, worker, Buffer.concat([await make()]), '名单.pdf').catch(
      () => '',
    )
    const id = attachmentId === '' ? await announced(await make()) : attachmentId
    expect(await worker.refused('attachment.finish', { attachmentId: id })).toMatchObject({
      code: 'INVALID',
      fields: { attachmentId: '只能发PDF、Word和Excel,不能带宏和密码,请换一个' },
    })
    expect(kept(id)).toBeUndefined()
  })

  /** One that says another size than it has. */
  async function announced(bytes: Buffer): Promise<string> {
    const { attachmentId, cloudPath } = await worker.call('attachment.prepare', {
      name: '名单.pdf',
      bytes: 1,
    })
    district.ports.files.set(cloudPath, bytes)
    return attachmentId
  }

  it('measures what really arrived, not what was announced', async () => {
    const attachmentId = await announced(Buffer.concat([pdf(), Buffer.alloc(ATTACHMENT_LIMITS.bytes)]))
    expect(await worker.refused('attachment.finish', { attachmentId })).toMatchObject({
      fields: { attachmentId: '文件超过10MB了,请换一个小一点的' },
    })
  })

  it('deletes the raw file at the next try when the storage failed to the first time', async () => {
    const attachmentId = await upload(district, worker, pdf())
    jest.spyOn(district.ports.storage, 'removeUpload').mockRejectedValueOnce(new Error('storage is away'))
    expect(await worker.refused('attachment.finish', { attachmentId })).toMatchObject({ code: 'INTERNAL' })
    await worker.call('attachment.finish', { attachmentId })
    expect(district.ports.files.has(`uploads/${attachmentId}`)).toBe(false)
  })

  it('says so when nothing arrived', async () => {
    const { attachmentId } = await worker.call('attachment.prepare', { name: '名单.pdf', bytes: 1 })
    expect(await worker.refused('attachment.finish', { attachmentId })).toMatchObject({
      code: 'NOT_FOUND',
      message: '没有收到您传的文件,请再传一次',
    })
  })

  it('is for who sent it', async () => {
    const attachmentId = await upload(district, worker, pdf())
    const colleague = await district.staff('grid_worker', worker.areaCode)
    expect(await colleague.refused('attachment.finish', { attachmentId })).toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(await worker.refused('attachment.finish', { attachmentId: NO_ID })).toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(await worker.refused('attachment.finish', { attachmentId: 'x' })).toMatchObject({
      code: 'INVALID',
    })
  })
})
