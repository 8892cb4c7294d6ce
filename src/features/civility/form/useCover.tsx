import { useState, type ReactNode } from 'react'
import type { PictureRegion } from '~/types/picture'
import type { ChosenFile } from '@/api'
import { CoverSheet } from '../components/CoverSheet'

interface Asked {
  file: ChosenFile
  answer(regions: PictureRegion[] | undefined): void
}

/** Asks what is to be covered in a picture: the question for the picker, and the sheet that puts it. */
export function useCover(): [(file: ChosenFile) => Promise<PictureRegion[] | undefined>, ReactNode] {
  const [asked, setAsked] = useState<Asked>()
  const ask = (file: ChosenFile) =>
    new Promise<PictureRegion[] | undefined>((answer) => setAsked({ file, answer }))
  const answer = (regions: PictureRegion[] | undefined) => {
    asked?.answer(regions)
    setAsked(undefined)
  }
  return [
    ask,
    asked !== undefined && <CoverSheet file={asked.file} onDone={answer} onClose={() => answer(undefined)} />,
  ]
}
