import type { RefObject } from 'react'
import type { PhoneState } from '../host/views'

interface Props {
  src: string
  turn: number
  width: number
  frame: RefObject<HTMLIFrameElement>
  state: PhoneState | undefined
}

/** The phone frame with the H5 build. The host itself answers with a kind page while there is no build yet. */
export function Phone({ src, turn, width, frame, state }: Props) {
  return (
    <main className="phone-column" aria-label="手机">
      <div className="phone" style={{ width }}>
        {state === undefined ? (
          <p className="phone-wait">正在打开…</p>
        ) : (
          <iframe
            key={turn}
            ref={frame}
            src={src}
            title="小程序"
            allow="clipboard-write; microphone; geolocation"
          />
        )}
      </div>
    </main>
  )
}
