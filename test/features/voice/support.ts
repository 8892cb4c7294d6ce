import type { District, Person } from '../../support/district'

/** A recording as the stand-in of the recognition understands it: an MP3 frame that carries the words. */
export function speak(words: string): Buffer {
  return Buffer.concat([
    Buffer.from([0xff, 0xfb, 0x90, 0x64]),
    Buffer.from(`say:${words}\0`),
    Buffer.alloc(400, 0x55),
  ])
}

/** Announces a recording and puts the bytes where the client would; returns its id. */
export async function upload(district: District, person: Person, bytes: Buffer): Promise<string> {
  const { voiceId, cloudPath } = await person.call('voice.prepare', { bytes: 1000 })
  district.ports.files.set(cloudPath, bytes)
  return voiceId
}
