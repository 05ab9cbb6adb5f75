import { Button as TaroButton } from '@tarojs/components'
import type { ComponentProps, PropsWithChildren } from 'react'
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
  readonly openType?: 'share' | Handing | undefined
  /** Told what WeChat hands over for the tap. */
  readonly onHanded?: ((handed: unknown) => void) | undefined
}

/** Taps for which WeChat itself asks the shopper and hands something over. */
type Handing = 'chooseAvatar' | 'getPhoneNumber' | 'agreePrivacyAuthorization'

/** WeChat's event for each. */
const handed = {
  chooseAvatar: 'onChooseAvatar',
  getPhoneNumber: 'onGetPhoneNumber',
  agreePrivacyAuthorization: 'onAgreePrivacyAuthorization',
} as const satisfies Readonly<Record<Handing, keyof ComponentProps<typeof TaroButton>>>

/** A pill to tap, 44 high. */
export function Button(props: PropsWithChildren<ButtonProps>) {
  const { kind = 'primary', onTap, disabled = false, busy = false, children } = props
  const { id, openType, onHanded } = props
  const still = disabled || busy
  const asks = openType !== undefined && openType !== 'share' ? handed[openType] : undefined
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
      {...(asks && { [asks]: (event: { detail: unknown }) => onHanded?.(event.detail) })}
    >
      {children}
    </TaroButton>
  )
}
