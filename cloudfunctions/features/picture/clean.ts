import sharp from 'sharp'
import { PICTURE_BYTES_MAX, PICTURE_SIDE_MAX } from '~/types/picture'
import { invalid } from '../../core/errors'

/** Pixels that are decoded at most: a small file can hold a picture that fills the memory. */
const PIXELS_MAX = 60_000_000
const FORMATS = new Set(['jpeg', 'png', 'webp', 'heif', 'gif'])

export interface CleanPicture {
  bytes: Buffer
  width: number
  height: number
}

/**
 * A fresh JPEG of at most PICTURE_SIDE_MAX pixels a side, turned upright, without any metadata: place, time and
 * device go (ASVS 14.2.8). What the bytes say counts, not the name of the file. INVALID when it is no picture.
 */
export async function cleanPicture(raw: Buffer): Promise<CleanPicture> {
  if (raw.length > PICTURE_BYTES_MAX) {
    throw invalid({ pictureId: '照片超过10MB了,请换一张小一点的' })
  }
  try {
    const image = sharp(raw, { limitInputPixels: PIXELS_MAX, failOn: 'error' })
    const { format } = await image.metadata()
    if (!FORMATS.has(format)) {
      throw new Error('format')
    }
    const { data, info } = await image
      .rotate()
      .resize({ width: PICTURE_SIDE_MAX, height: PICTURE_SIDE_MAX, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 82 })
      .toBuffer({ resolveWithObject: true })
    return { bytes: data, width: info.width, height: info.height }
  } catch {
    throw invalid({ pictureId: '这个文件不是照片,或者已经坏了,请换一张' })
  }
}
