import type { ContentState } from './content'

/** Most pictures in one message. */
export const PICTURES_MAX = 9
/** Largest picture file that is accepted, in bytes (10 MiB). */
export const PICTURE_BYTES_MAX = 10 * 1024 * 1024
/** Longest side that is kept, in pixels. */
export const PICTURE_SIDE_MAX = 1600

export interface PictureView {
  id: string
  /** Address for an image component; may stop working after an hour. */
  url: string
  width: number
  height: number
  /** Neighbours get only what passed; who is of the case gets it at once. */
  content: ContentState
}

/** Where and how the client sends the raw file. */
export interface PictureUpload {
  pictureId: string
  /** Path inside the cloud storage for `wx.cloud.uploadFile`. */
  cloudPath: string
  /** Address for an HTTP PUT of the raw bytes where there is no cloud storage SDK. */
  url?: string
}

/** Part of a picture that nobody is to see, as parts of its width and height from the upper left, 0 to 1. */
export interface PictureRegion {
  x: number
  y: number
  width: number
  height: number
}
/** Regions that are covered in one picture. */
export const PICTURE_REGIONS_MAX = 40

export interface PictureApi {
  /** Announces an upload. Nothing is visible until `picture.finish`. */
  'picture.prepare': { input: { bytes: number }; output: PictureUpload }
  /**
   * Checks what was really uploaded, strips all metadata, covers the regions that are named, keeps that copy alone and
   * deletes the raw file. What was kept is not covered again.
   */
  'picture.finish': { input: { pictureId: string; cover?: PictureRegion[] }; output: PictureView }
}
