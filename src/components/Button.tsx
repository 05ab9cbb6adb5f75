import { Button as TaroButton } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { classes } from './classes'
import styles from './Button.module.scss'

/** What a button is for. */
export interface ButtonProps {
  /** primary: what the page is for, one a screen. plain: beside it. quiet: only words. */
  readonly kind?: 'primary' | 'plain' | 'quiet'
  readonly onTap?: (() => void) | undefined
  readonly disabled?: boolean
  /** Its wish is on the way: it can't be tapped again, and says so. */
  readonly busy?: boolean
  readonly id?: string
  /** Spread what `useShare` gives over a button that shares. */
  readonly openType?: 'share' | undefined
}

/** A pill to tap, 44 high. */
export function Button(props: PropsWithChildren<ButtonProps>) {
  const { kind = 'primary', onTap, disabled = false, busy = false, id, openType, children } = props
  const still = disabled || busy
  return (
    <TaroButton
      id={id}
      className={classes(
        styles.button,
        styles[kind],
        disabled && styles.disabled,
        busy && styles.busy,
      )}
      hoverClass={still ? 'none' : styles.pressed}
      // H5 takes `disabled="false"` for disabled: the attribute has to be absent.
      disabled={still ? true : undefined}
      openType={openType}
      onClick={still ? undefined : onTap}
    >
      {children}
    </TaroButton>
  )
}
