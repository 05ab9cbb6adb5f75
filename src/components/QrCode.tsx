import { Image } from '@tarojs/components'
import { useMemo } from 'react'
import qrcode from 'qrcode-generator'
import { spokenPicture } from '@/platform/spoken'
import styles from './QrCode.module.scss'

/** What the code says, to a camera and to who can’t see it. */
export interface QrCodeProps {
  readonly text: string
  readonly alt: string
}

/** Pixels of a dot: whole ones, so that scaling blurs no edge. */
const DOT = 4

/** A text as a QR code, drawn on the phone. */
export function QrCode({ text, alt }: QrCodeProps) {
  const src = useMemo(() => {
    const code = qrcode(0, 'M')
    code.addData(text, /^\d+$/.test(text) ? 'Numeric' : 'Byte')
    code.make()
    return code.createDataURL(DOT, 0)
  }, [text])
  return <Image className={styles.code} src={src} mode="scaleToFill" {...spokenPicture(alt)} />
}
