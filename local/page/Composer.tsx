import { useState, type FormEvent } from 'react'

/** Longest message, in characters. */
const MOST = 500

interface Props {
  onSay(text: string): Promise<void>
  disabled: boolean
}

/** 在群里说一句, as whoever holds the phone. */
export function Composer({ onSay, disabled }: Props) {
  const [text, setText] = useState('')
  const [error, setError] = useState('')
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() === '') {
      return
    }
    try {
      await onSay(text)
      setText('')
      setError('')
    } catch (failure) {
      setError((failure as Error).message)
    }
  }
  return (
    <form className="composer" onSubmit={(event) => void send(event)}>
      <input
        value={text}
        maxLength={MOST}
        disabled={disabled}
        aria-label="在群里说一句"
        placeholder="在群里说一句…"
        autoComplete="off"
        onChange={(event) => setText(event.target.value)}
      />
      <button type="submit" disabled={disabled || text.trim() === ''}>
        发送
      </button>
      {error !== '' && (
        <p className="alert" role="alert">
          {error}
        </p>
      )}
    </form>
  )
}
