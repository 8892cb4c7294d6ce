import { QueryClientProvider } from '@tanstack/react-query'
import type { PropsWithChildren } from 'react'
import { queries } from '@/hooks/queries'
import './app.scss'

/** Root of the program; pages are mounted by Taro. */
export default function App({ children }: PropsWithChildren) {
  return <QueryClientProvider client={queries}>{children}</QueryClientProvider>
}
