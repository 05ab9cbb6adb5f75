/** What the cloud and a worker thread say to each other. Everything is structured-cloneable. */

/** Given to a worker once. */
export interface WorkerStart {
  readonly name: string
  readonly file: string
  readonly clock: SharedArrayBuffer
}

/** One invocation; a worker gets the next one only after it answered. */
export interface RunMessage {
  readonly event: unknown
  /** The variables that differ from one invocation to the next. */
  readonly env: Readonly<Record<string, string>>
  readonly context: {
    readonly requestId: string
    readonly timeoutMs: number
    readonly memoryMb: number
  }
  /** How far this instance's clock is off, in milliseconds; 0 unless faults say so. */
  readonly skewMs: number
}

/** What a worker reports. `answer` is the JSON text of what `main` returned. */
export type WorkerMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'unloadable'; readonly message: string }
  | { readonly kind: 'line'; readonly line: string }
  | { readonly kind: 'answer'; readonly answer: string }
  | { readonly kind: 'thrown'; readonly message: string }
