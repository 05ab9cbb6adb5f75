import { staffText } from '@/text/staff'
import { ReasonSheet } from '../ReasonSheet'

/** Where the reason of a refusal is written. */
export interface RefusalSheetProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly onRefuse: (words: string) => void
}

const MOST = 200

/** Asks for the reason of a refusal: the shopper reads it. */
export function RefusalSheet({ open, onClose, onRefuse }: RefusalSheetProps) {
  return (
    <ReasonSheet
      id="refuse"
      open={open}
      words={words}
      most={MOST}
      onClose={onClose}
      onSay={onRefuse}
    />
  )
}

const words = {
  title: staffText.refuseTitle,
  hint: staffText.refuseHint,
  placeholder: staffText.refusePlaceholder,
  sure: staffText.refuseNow,
  missing: staffText.refuseNeeds,
} as const
