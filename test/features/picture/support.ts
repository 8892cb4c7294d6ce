import sharp from 'sharp'
import type { District, Person } from '../../support/district'

/** A photograph as a phone takes it: turned by a flag, with the place, the device and the owner written into it. */
export function takePhoto(width = 640, height = 480): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#336699' } })
    .jpeg()
    .withExif({
      IFD0: { Make: 'TestPhone', Artist: 'Owner Test' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '40/1 10/1 12/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '117/1 6/1 30/1',
      },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer()
}

/** A picture that the stand-in of the platform holds back: nothing but red. */
export function takeRed(): Promise<Buffer> {
  return sharp({ create: { width: 64, height: 48, channels: 3, background: '#f00000' } })
    .jpeg()
    .toBuffer()
}

/** Announces an upload and puts the bytes where the client would; returns the id of the picture. */
export async function upload(district: District, person: Person, bytes: Buffer): Promise<string> {
  const { pictureId, cloudPath } = await person.call('picture.prepare', { bytes: 1000 })
  district.ports.files.set(cloudPath, bytes)
  return pictureId
}
