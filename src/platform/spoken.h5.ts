/** What a screen reader says beside the words of an element: attributes to spread into it. */

/** Of a choice or a switch. */
export const spokenCheck = (isChecked: boolean): object => ({ 'aria-checked': isChecked })

/** Of a tab. */
export const spokenTab = (isSelected: boolean): object => ({ 'aria-selected': isSelected })

/** Of a picture; nothing where the words beside it say it. */
export const spokenPicture = (words = ''): object => ({ nativeProps: { alt: words } })
