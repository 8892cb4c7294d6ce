import sharp from 'sharp'
import type { PictureRegion } from '~/types/picture'
import type { CleanPicture } from './clean'

/** A covered region keeps this many patches a side, whatever its size: a face of five patches is nobody. */
const PATCHES = 5

/**
 * Covers regions of a clean picture by a few flat patches. What was there is averaged away, not only smeared: a blur
 * can be sharpened again, the mean of a hundred pixels cannot.
 */
export async function coverRegions(picture: CleanPicture, regions: PictureRegion[]): Promise<CleanPicture> {
  const { width, height } = picture
  const covers = regions.map(async ({ x, y, width: wide, height: high }) => {
    const left = Math.min(width - 1, Math.floor(x * width))
    const top = Math.min(height - 1, Math.floor(y * height))
    const box = {
      left,
      top,
      width: Math.max(1, Math.min(width - left, Math.ceil(wide * width))),
      height: Math.max(1, Math.min(height - top, Math.ceil(high * height))),
    }
    // Two steps: sharp keeps one size change of a pipeline, the last.
    const few = await sharp(picture.bytes)
      .extract(box)
      .resize(PATCHES, PATCHES, { fit: 'fill', kernel: 'cubic' })
      .png()
      .toBuffer()
    const input = await sharp(few)
      .resize(box.width, box.height, { fit: 'fill', kernel: 'nearest' })
      .png()
      .toBuffer()
    return { input, left, top }
  })
  const bytes = await sharp(picture.bytes)
    .composite(await Promise.all(covers))
    .jpeg({ quality: 82 })
    .toBuffer()
  return { ...picture, bytes }
}
